import { criteriaIn } from "@/lib/framework/find";
import type { CareSetting, Level } from "@/lib/framework/schema";
import { textIn } from "@/lib/framework/wording";
import type { Finding } from "@/lib/report/findings";
import { stateInWords } from "@/lib/report/level-words";
import { levelReason } from "@/lib/report/working";
import type { Answers } from "@/lib/scoring/answers";
import { AnswerLink } from "./answer-link";
import { itemsMarkup } from "./markup";

type Props = {
  finding: Finding;
  setting: CareSetting;
  answers: Answers;
  /** The reviewer's level where it differs. */
  reviewer: Level | undefined;
  /** The page of its answer; null for who may not read answers. */
  href: string | null;
};

/** One capability: its level, why it is that, and what was answered to each criterion up to the next level. */
export function CapabilityWorking({ finding, setting, answers, reviewer, href }: Props) {
  const { capability, title, low, next } = finding;
  const states = answers.get(capability.id)?.criteria ?? {};
  const upTo = next ?? low;
  const levels = criteriaIn(capability, [setting]).filter(
    ({ level, criteria }) => level <= upTo && criteria.length > 0,
  );
  return (
    <section id={capability.id} aria-labelledby={`${capability.id}-heading`}>
      <h3 className="nhsuk-heading-s" id={`${capability.id}-heading`}>
        <AnswerLink href={href}>{title}</AnswerLink>
      </h3>
      <p>
        {levelReason(finding)}
        {reviewer !== undefined && ` The reviewer's level is ${reviewer}.`}
      </p>
      {levels.map(({ level, criteria }) => (
        <div key={level}>
          <p className="mb-0">
            <strong>Level {level}</strong>
          </p>
          <ul
            className="nhsuk-list nhsuk-list--bullet"
            dangerouslySetInnerHTML={{
              __html: itemsMarkup(
                criteria.map((criterion) => ({
                  text: textIn(criterion, setting),
                  quiet: stateInWords(states[criterion.id] ?? "undecided"),
                })),
              ),
            }}
          />
        </div>
      ))}
    </section>
  );
}
