import type { Revision } from "@/lib/assessment/revision";
import { changeBetween } from "@/lib/assessment/revision-change";
import { settingsServed, type AnswerScope } from "@/lib/assessment/scopes";
import type { AnswerContent } from "@/lib/assessment/stored-answer";
import type { Capability, CareSetting } from "@/lib/framework/schema";
import { textIn } from "@/lib/framework/wording";
import { levelOf } from "@/lib/scoring/level";

/** The versions of one answer, newest first, each with what it changed. */
export function historyView(
  capability: Capability,
  careSettings: readonly CareSetting[],
  scope: AnswerScope,
  revisions: readonly Revision[],
) {
  const settings = settingsServed(capability, careSettings, scope);
  const standing = (content: AnswerContent) => standingOf(capability, settings, content);
  const voice = settings.length === 1 ? (settings[0] ?? null) : null;
  return {
    texts: new Map(
      capability.levels.flatMap(({ criteria }) => criteria.map((each) => [each.id, textIn(each, voice)])),
    ),
    entries: revisions.map((revision, index) => {
      const before = revisions[index + 1];
      return {
        revision,
        before,
        change: changeBetween(before?.content ?? null, revision.content),
        standing: { from: before ? standing(before.content) : null, to: standing(revision.content) },
      };
    }),
  };
}

function standingOf(
  capability: Capability,
  settings: readonly CareSetting[],
  { criteria, notApplicable }: AnswerContent,
): string {
  if (notApplicable !== null) return "Does not apply";
  const { low, high } = levelOf(capability, settings, { criteria });
  return low === high ? `Level ${low}` : `Level ${low} to ${high}`;
}
