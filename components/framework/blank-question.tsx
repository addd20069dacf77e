import { appliesIn } from "@/lib/framework/find";
import type { Capability, CareSetting, Framework } from "@/lib/framework/schema";
import { settingName } from "@/lib/framework/setting-names";
import { nameIn, stemIn, textIn } from "@/lib/framework/wording";

const STATES = ["Met", "Not met", "Not known"];

type Props = { framework: Framework; capability: Capability; setting: CareSetting | null };

/** One capability on paper: its criteria with boxes to tick, and room for a note. */
export function BlankQuestion({ framework, capability, setting }: Props) {
  const { mayBeNotApplicable } = capability;
  return (
    <>
      <h3 className="nhsuk-heading-m nhsuk-u-margin-bottom-2">
        {capability.number} {nameIn(capability, setting)}
      </h3>
      <p className="nhsuk-u-margin-bottom-2">{stemIn(capability, setting)}</p>
      {capability.whoKnows.length > 0 && (
        <p className="nhsuk-u-margin-bottom-2">Usually known by: {capability.whoKnows.join(", ")}.</p>
      )}
      {capability.levels.map((rung) => {
        const criteria = rung.criteria.filter((one) => setting === null || appliesIn(one, setting));
        if (criteria.length === 0) return null;
        const name = framework.levels.find(({ level }) => level === rung.level)?.name;
        return (
          <div key={rung.level} className="break-inside-avoid">
            <h4 className="nhsuk-heading-xs nhsuk-u-margin-bottom-1">
              Level {rung.level}: {name}
            </h4>
            <ul className="nhsuk-list *:border-0 *:border-b *:border-solid *:border-border *:pb-2 *:last:border-b-0">
              {criteria.map((criterion) => (
                <li key={criterion.id}>
                  {textIn(criterion, setting)}
                  {setting === null && criterion.appliesTo && (
                    <>
                      {" "}
                      (only in{" "}
                      {criterion.appliesTo.map((id) => settingName(framework, id).toLowerCase()).join(", ")})
                    </>
                  )}
                  <Boxes labels={STATES} />
                </li>
              ))}
            </ul>
          </div>
        );
      })}
      <div className="break-inside-avoid nhsuk-u-margin-bottom-6">
        {mayBeNotApplicable && (
          <>
            <p className="nhsuk-u-margin-bottom-1">Does not apply because:</p>
            <Boxes labels={mayBeNotApplicable.reasons.map(({ text }) => text)} />
          </>
        )}
        <Boxes lead="Level reached" labels={framework.levels.map(({ level }) => String(level))} />
        <p className="nhsuk-u-margin-bottom-1">Note and evidence</p>
        <div className="h-20 border border-solid border-grey-1" />
      </div>
    </>
  );
}

/** Boxes to tick, each before its words. Plain characters: hundreds of them stand on one page. */
function Boxes({ lead, labels }: { lead?: string; labels: readonly string[] }) {
  const boxes = labels.map((label) => `□\u00A0${label.replaceAll(" ", "\u00A0")}`).join("\u2003 ");
  return <p className="mt-1 mb-0">{lead ? `${lead}: ${boxes}` : boxes}</p>;
}

/** A line to write on, or what is known already. */
export function FillIn({ label, value }: { label: string; value?: string | undefined }) {
  return (
    <div className="flex gap-4 py-2">
      <dt className="w-40 shrink-0">{label}</dt>
      <dd className="m-0 grow border-0 border-b border-solid border-grey-1">{value ?? "\u00A0"}</dd>
    </div>
  );
}
