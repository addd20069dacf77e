import type { Metadata } from "next";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { Breadcrumb } from "@/components/nhs/breadcrumb";
import { NotificationBanner, NotificationHeading } from "@/components/nhs/notification-banner";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { TemplateForm } from "@/components/sharing/template-form";
import { requireUser } from "@/lib/auth/current-user";
import { notFound } from "@/lib/auth/not-found";
import { systemByCode } from "@/lib/data/systems";
import { templatesSeenBy, trustFramework } from "@/lib/data/target-templates";
import { systemPath } from "@/lib/http/addresses";
import { dateInWords } from "@/lib/report/dates";
import { publishTemplateAction, takeTemplateBackAction } from "./actions";
import { TEMPLATE_REASON_LIMIT } from "./reason-limit";

export const metadata: Metadata = { title: "Levels you would like to see" };

type Props = {
  params: Promise<{ code: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** Where a board or region publishes a template of targets. It sets no trust's target. */
export default async function TemplatePage({ params, searchParams }: Props) {
  const user = await requireUser();
  const system = await systemByCode(user, (await params).code);
  if (!system) notFound();
  const [framework, templates] = await Promise.all([trustFramework(), templatesSeenBy(user)]);
  const standing = templates.find(({ organisationId }) => organisationId === system.id);
  const done = (await searchParams).done;
  const told =
    done === "published" && standing
      ? "Your trusts can read it now"
      : done === "taken-back" && !standing && "Your trusts can read it no more";
  return (
    <Page before={<Breadcrumb items={[{ href: systemPath, text: "Your system" }]} />}>
      {told && (
        <NotificationBanner kind="success">
          <NotificationHeading>{told}</NotificationHeading>
        </NotificationBanner>
      )}
      <PageHeading caption={system.name}>Levels you would like to see</PageHeading>
      <p>
        Your trusts read this beside their own levels and decide themselves. It sets no target for them.
        Choose only what matters to you.
      </p>
      <TemplateForm
        action={publishTemplateAction}
        code={system.odsCode}
        levels={framework.levels
          .filter(({ level }) => level > 1)
          .map(({ level, name }) => ({ value: String(level), text: `${level} ${name}` }))}
        dimensions={framework.dimensions.map(({ id, number, name, capabilities }) => ({
          id,
          title: `${number} ${name}`,
          capabilities: capabilities.map((each) => ({ id: each.id, title: `${each.number} ${each.name}` })),
        }))}
        standing={{
          reason: standing?.reason ?? "",
          ...Object.fromEntries(
            Object.entries(standing?.levels ?? {}).map(([id, level]) => [id, String(level)]),
          ),
        }}
        reasonLimit={TEMPLATE_REASON_LIMIT}
      />
      {standing && (
        <>
          <h2 className="nhsuk-heading-m">Take back what you published</h2>
          <p>
            Your trusts then read it no more. Targets they set from it stay theirs. It was published on{" "}
            {dateInWords(standing.publishedAt)}.
          </p>
          <ActionForm action={takeTemplateBackAction}>
            <input type="hidden" name="system" value={system.odsCode} />
            <SubmitButton variant="secondary">Take it back</SubmitButton>
          </ActionForm>
        </>
      )}
    </Page>
  );
}
