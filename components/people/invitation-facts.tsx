import { SummaryList } from "@/components/nhs/summary-list";
import type { MembershipRole } from "@/lib/access/role";
import { dateInWords } from "@/lib/report/dates";
import { HeldRoles } from "./held-roles";

type Props = {
  organisation: { name: string } | null;
  roles: readonly MembershipRole[];
  startsOn: Date | null;
  endsOn: Date | null;
  email: string;
  invitedBy: string | null;
  expiresAt: Date;
};

/** What an invitation is to, as what, from whom and until when. */
export function InvitationFacts({ organisation, roles, startsOn, endsOn, ...facts }: Props) {
  const held = roles.map((role) => ({ role, startsOn, endsOn }));
  const as = organisation ? "Guest reviewer" : "Administrator of this installation";
  return (
    <SummaryList
      rows={[
        ...(organisation ? [{ key: "Organisation", value: organisation.name }] : []),
        { key: "You are to be", value: held.length > 0 ? <HeldRoles roles={held} /> : as },
        ...(facts.invitedBy ? [{ key: "Invited by", value: facts.invitedBy }] : []),
        { key: "Email address", value: facts.email },
        { key: "Accept by", value: dateInWords(facts.expiresAt) },
      ]}
    />
  );
}
