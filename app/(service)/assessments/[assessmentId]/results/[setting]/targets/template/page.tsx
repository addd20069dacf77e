import type { Metadata } from "next";
import { Card, CardGroup, CardItem } from "@/components/nhs/card";
import { EmptyState } from "@/components/nhs/empty-state";
import { Table } from "@/components/nhs/table";
import { TemplateTargetsForm } from "@/components/results/template-targets-form";
import { may } from "@/lib/access/policy";
import { notFound } from "@/lib/auth/not-found";
import { targetsOf } from "@/lib/data/targets";
import { templatesAbove } from "@/lib/data/target-templates";
import { findCapability } from "@/lib/framework/find";
import { settingName } from "@/lib/framework/setting-names";
import { resultsPath } from "@/lib/http/addresses";
import { dayOf, isoDate } from "@/lib/report/dates";
import { titleIn } from "@/lib/report/findings";
import type { SearchParams } from "@/lib/report/route-question";
import { templatesFor } from "@/lib/report/target-templates";
import { loadResult } from "../../load-result";
import { ResultFrame } from "../../result-frame";
import { REASON_LIMIT } from "../../gaps/target/[capability]/target-fields";
import { takeTemplateAction } from "./actions";

type Props = {
  params: Promise<{ assessmentId: string; setting: string }>;
  searchParams: Promise<SearchParams>;
};

export const metadata: Metadata = { title: "Targets from a template" };

/** Several targets at once: what each template would set here, before anything is set. */
export default async function TemplatePage({ params, searchParams }: Props) {
  const { assessmentId, setting: asked } = await params;
  const loaded = await loadResult(assessmentId, asked);
  const { user, assessment, framework, setting, result } = loaded;
  const mayPlan = may(user, "set targets", assessment.organisationId) && assessment.state === "in_progress";
  const targets = mayPlan && (await targetsOf(user, assessmentId));
  if (!targets) notFound();
  const published = await templatesAbove(user, assessment.organisationId);
  const templates = templatesFor(loaded, published, dayOf(new Date()));
  const { use } = await searchParams;
  const chosen = templates.find(({ id }) => id === use);
  const path = resultsPath(assessmentId, setting, "targets/template");
  const own = new Map(
    targets
      .filter(({ scope }) => scope === "organisation" || scope === setting)
      .map(({ capabilityId, level }) => [capabilityId, level]),
  );
  const toSet = [...(chosen?.levels.keys() ?? [])].filter((id) => !own.has(id));

  return (
    <ResultFrame
      loaded={loaded}
      page="targets"
      heading={`Targets from a template: ${settingName(framework, setting)}`}
    >
      {templates.length === 0 && (
        <EmptyState heading="No template asks for more than you have">
          <p>You can still set targets one by one.</p>
        </EmptyState>
      )}
      <CardGroup>
        {templates.map(({ id, name, from, levels }) => (
          <CardItem key={id} heading={name} headingSize="s" href={`${path}?use=${id}#chosen`}>
            <p>
              {from} {levels.size} {levels.size === 1 ? "capability" : "capabilities"} to raise here.
            </p>
          </CardItem>
        ))}
      </CardGroup>
      {chosen && (
        <Card>
          <h2 className="nhsuk-heading-m" id="chosen">
            {chosen.name}
          </h2>
          <Table
            caption="What it would set"
            columns={[{ header: "Capability" }, { header: "Level now" }, { header: "Target" }]}
            rows={[...chosen.levels].map(([id, level]) => {
              const capability = findCapability(framework, id);
              return {
                id,
                cells: [
                  capability ? titleIn(capability, setting) : id,
                  String(result.capabilities.find((entry) => entry.id === id)?.low ?? ""),
                  own.has(id) ? `Its own target stays: level ${own.get(id)}` : `Level ${level}`,
                ],
              };
            })}
          />
          {toSet.length > 0 ? (
            <TemplateTargetsForm
              action={takeTemplateAction}
              hidden={{ assessmentId, setting, template: chosen.id }}
              reason={`From the template “${chosen.name}”.`}
              by={chosen.by && isoDate(chosen.by)}
              reasonLimit={REASON_LIMIT}
            />
          ) : (
            <p>
              There is nothing to set: each of these has a target of its own. You can change them{" "}
              <a className="nhsuk-link" href={resultsPath(assessmentId, setting, "targets")}>
                among the targets
              </a>
              .
            </p>
          )}
        </Card>
      )}
    </ResultFrame>
  );
}
