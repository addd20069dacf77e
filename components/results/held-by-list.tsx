import type { Capability, CareSetting, Framework } from "@/lib/framework/schema";
import { findCapability } from "@/lib/framework/find";
import { titleIn } from "@/lib/report/findings";
import { lowestIn } from "@/lib/report/lowest-in-dimension";
import { heldByInWords, orNotTold, withoutSensitive, type HeldBy } from "@/lib/report/stage-words";
import type { Result } from "@/lib/scoring/result";
import { AnswerLink } from "./answer-link";

type Props = {
  framework: Framework;
  setting: CareSetting;
  result: Result;
  showSensitive: boolean;
  answerHref: (capability: Capability) => string | null;
};

/** How many of a dimension's lowest capabilities are named beside it. */
const NAMED = 3;

/** Why the stage is not higher, a sentence for each unmet condition, each leading to the answers that make it. */
export function HeldByList({ framework, setting, result, showSensitive, answerHref }: Props) {
  const all = heldByInWords(framework, setting, result);
  const reasons = showSensitive ? all : withoutSensitive(all);
  if (reasons.length === 0) {
    const [notTold] = orNotTold(framework, result, []);
    return <p>{notTold ? `${notTold}.` : "Nothing: this is the highest stage there is."}</p>;
  }
  return (
    <ol className="nhsuk-list nhsuk-list--number">
      {reasons.map((reason) => (
        <li key={reason.text}>
          <Reason reason={reason} framework={framework} answerHref={answerHref} />
          {reason.dimensionId !== null && (
            <Lowest
              capabilities={lowestIn(framework, result, reason.dimensionId, { showSensitive, most: NAMED })}
              setting={setting}
              answerHref={answerHref}
            />
          )}
        </li>
      ))}
    </ol>
  );
}

function Reason({
  reason,
  framework,
  answerHref,
}: {
  reason: HeldBy;
  framework: Framework;
  answerHref: Props["answerHref"];
}) {
  const capability =
    reason.capabilityId === null ? undefined : findCapability(framework, reason.capabilityId);
  const href = capability
    ? (answerHref(capability) ?? `#${capability.id}`)
    : reason.kind === "overall"
      ? "#dimensions"
      : reason.dimensionId && `#${reason.dimensionId}`;
  return <AnswerLink href={href}>{reason.text}</AnswerLink>;
}

function Lowest({
  capabilities,
  setting,
  answerHref,
}: {
  capabilities: { capability: Capability; level: number }[];
  setting: CareSetting;
  answerHref: Props["answerHref"];
}) {
  if (capabilities.length === 0) return null;
  return (
    <span className="block text-secondary">
      Lowest there:{" "}
      {capabilities.map(({ capability, level }, index) => (
        <span key={capability.id}>
          {index > 0 && "; "}
          <AnswerLink href={answerHref(capability)}>
            {titleIn(capability, setting)}, level {level}
          </AnswerLink>
        </span>
      ))}
    </span>
  );
}
