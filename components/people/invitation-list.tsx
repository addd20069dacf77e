import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { SummaryList } from "@/components/nhs/summary-list";
import type { HeldRole } from "@/lib/access/invitation";
import type { FormAction } from "@/lib/http/form-state";
import { dateInWords } from "@/lib/report/dates";
import { HeldRoles } from "./held-roles";

type Invitation = {
  id: string;
  email: string;
  roles: readonly HeldRole[];
  expiresAt: Date;
  state: "open" | "expired";
  link: string | null;
};

type Props = { invitations: readonly Invitation[]; ods: string; sendAgain: FormAction; withdraw: FormAction };

/** Invitations nobody has accepted yet, each to be sent again or taken back. */
export function InvitationList({ invitations, ods, sendAgain, withdraw }: Props) {
  return invitations.map(({ id, email, roles, expiresAt, state, link }) => {
    const key = (
      <>
        <input type="hidden" name="ods" value={ods} />
        <input type="hidden" name="invitation" value={id} />
      </>
    );
    const about = <span className="nhsuk-u-visually-hidden"> the invitation to {email}</span>;
    return (
      <section key={id} className="app-card" aria-label={`Invitation to ${email}`}>
        <h3 className="nhsuk-heading-s">{email}</h3>
        <SummaryList
          rows={[
            { key: "To be", value: roles.length > 0 ? <HeldRoles roles={roles} /> : "Guest reviewer" },
            {
              key: state === "open" ? "Can be accepted until" : "Ran out on",
              value: dateInWords(expiresAt),
            },
            ...(link ? [{ key: "Link to pass on", value: <code className="break-all">{link}</code> }] : []),
          ]}
        />
        <div className="flex flex-wrap gap-x-4">
          <ActionForm action={sendAgain}>
            {key}
            <SubmitButton variant="secondary" small>
              {link ? "Make a new link" : "Send again"}
              {about}
            </SubmitButton>
          </ActionForm>
          <ActionForm action={withdraw}>
            {key}
            <SubmitButton variant="secondary" small>
              Take back{about}
            </SubmitButton>
          </ActionForm>
        </div>
      </section>
    );
  });
}
