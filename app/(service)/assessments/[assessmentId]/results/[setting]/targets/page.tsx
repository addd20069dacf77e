import type { Metadata } from "next";
import { EmptyState } from "@/components/nhs/empty-state";
import { ButtonLink } from "@/components/nhs/button";
import { Table } from "@/components/nhs/table";
import { ApproveTargetsForm } from "@/components/results/approve-targets-form";
import { targetRow } from "@/components/results/target-row";
import { may } from "@/lib/access/policy";
import { notFound } from "@/lib/auth/not-found";
import { targetsOf } from "@/lib/data/targets";
import { settingName } from "@/lib/framework/setting-names";
import { resultsPath } from "@/lib/http/addresses";
import { dateInWords, dayOf } from "@/lib/report/dates";
import { listedTargets } from "@/lib/report/target-list";
import { DEFAULT_TARGET } from "@/lib/scoring/gaps";
import { loadResult } from "../load-result";
import { ResultFrame } from "../result-frame";
import { approveTargetsAction } from "./actions";

type Props = { params: Promise<{ assessmentId: string; setting: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { assessmentId, setting } = await params;
  const { assessment, framework } = await loadResult(assessmentId, setting);
  return { title: `Targets: ${settingName(framework, setting)}, ${assessment.round}` };
}

/** Every target of one care setting: by when, why, whose it is, who approved it, and where it stands. */
export default async function TargetsPage({ params }: Props) {
  const { assessmentId, setting: asked } = await params;
  const loaded = await loadResult(assessmentId, asked);
  const { user, assessment, framework, setting, showSensitive } = loaded;
  const targets = await targetsOf(user, assessmentId);
  if (!targets) notFound();
  const open = assessment.state === "in_progress";
  const mayPlan = open && may(user, "set targets", assessment.organisationId);
  const mayApprove = open && may(user, "approve targets", assessment.organisationId);
  const sections = listedTargets(loaded, targets, dayOf(new Date()), { showSensitive });
  const listed = sections.flatMap(({ items }) => items);
  const waiting = listed.filter(({ target }) => target.approvedAt === null);
  const targetHref = (id: string) =>
    mayPlan ? `${resultsPath(assessmentId, setting, "gaps")}/target/${id}` : null;

  return (
    <ResultFrame loaded={loaded} page="targets" heading={`Targets: ${settingName(framework, setting)}`}>
      <p className="nhsuk-lede-text">
        The level each capability is to reach, by when and why. One without a target of its own aims at its
        dimension’s, or else at level {DEFAULT_TARGET}.
      </p>
      {!open && <p>This round is not open, so its targets can be read but not changed.</p>}
      {mayPlan && (
        <p>
          <ButtonLink variant="secondary" href={resultsPath(assessmentId, setting, "targets/template")}>
            Set several targets from a template
          </ButtonLink>
        </p>
      )}
      {listed.length === 0 && (
        <EmptyState heading="No targets are set">
          <p>
            Everything aims at level {DEFAULT_TARGET}.{mayPlan && " Set a target here, or beside a gap."}
          </p>
        </EmptyState>
      )}
      {mayApprove && waiting.length > 0 && (
        <ApproveTargetsForm
          action={approveTargetsAction}
          hidden={{ assessmentId, setting }}
          choices={waiting.map(({ target, title }) => ({
            value: `${target.capabilityId}/${target.scope}/${target.version}`,
            label: `${title}: level ${target.level}${target.by ? ` by ${dateInWords(target.by)}` : ""}`,
            hint: [target.owner, target.reason].filter(Boolean).join(". "),
          }))}
        />
      )}
      {sections
        .filter(({ items }) => mayPlan || items.length > 0)
        .map(({ dimension, items, without }) => (
          <section key={dimension.id} aria-labelledby={dimension.id}>
            <h2 className="nhsuk-heading-m" id={dimension.id}>
              {dimension.number} {dimension.name}
            </h2>
            <Table
              caption={`Targets in ${dimension.name}`}
              columns={[
                { header: "What for" },
                { header: "Now and target" },
                { header: "By when, and whose" },
                { header: "Why" },
                { header: "Approved" },
              ]}
              rows={items.map((item) => targetRow(item, targetHref(item.target.capabilityId)))}
              empty="No target of its own."
            />
            {mayPlan && (
              <ul className="nhsuk-list print:hidden">
                {[
                  ...(items.some(({ whole }) => whole) ? [] : [{ id: dimension.id, title: "all of it" }]),
                  ...without,
                ].map(({ id, title }) => (
                  <li key={id}>
                    <a className="nhsuk-link" href={targetHref(id) ?? undefined}>
                      Set a target for {title}
                    </a>
                  </li>
                ))}
              </ul>
            )}
          </section>
        ))}
    </ResultFrame>
  );
}
