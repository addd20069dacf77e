import "server-only";
import { may } from "@/lib/access/policy";
import type { CurrentUser } from "@/lib/access/user";
import type { StoredAnswer } from "@/lib/assessment/stored-answer";
import type { View, Voice } from "@/lib/assessment/voice";
import { noteLook } from "./access-log";
import { type AnswerAddress, answersIn } from "./answers";
import { type Assessment, assessmentIn } from "./assessments";
import { type BroughtFrom, whereFrom } from "./brought-from";
import type { Colleague } from "./colleagues";
import { namesOf } from "./people";
import { type TenantTransaction, withTenant } from "./tenant";
import { askableIn, mayGiveView, voicesIn } from "./voices";

/** Colleagues' own views of one question, as far as the person may see them. */
export type Views = {
  assessment: Assessment;
  /** Who was asked: everybody, or the person alone while they owe their own view. */
  voices: Voice[];
  /** The person's own request; null where they were not asked. */
  mine: Voice | null;
  /** What everybody said last; empty while the person owes their own view. */
  views: View[];
  /** The answers to the capability; empty while the person owes their own view. */
  rows: StoredAnswer[];
  /** Who else can be asked; empty where it is not the person's to ask. */
  askable: Colleague[];
  /** Where the answer comes from, where nobody has confirmed it in this round yet. */
  brought: BroughtFrom | null;
  names: ReadonlyMap<string, string>;
};

/**
 * The views of one question: for those who may see them all, and for whoever was asked. Null for everybody else. While
 * somebody owes their own view they get neither others' nor the answer.
 */
export async function viewsOf(user: CurrentUser, address: AnswerAddress): Promise<Views | null> {
  const { assessmentId, capabilityId, scope } = address;
  const found = await withTenant(user, {}, async (tx) => {
    const assessment = await assessmentIn(tx, user, assessmentId);
    if (!assessment) return null;
    const { organisationId } = assessment;
    const sees = may(user, "see views", organisationId);
    const all = await voicesIn(tx, organisationId, assessmentId, { capabilityId, scope });
    const mine = all.find(({ personId }) => personId === user.personId) ?? null;
    if (!sees && !(mine && mayGiveView(user, organisationId, assessmentId))) return null;
    if (mine?.state === "asked" && !sees) {
      return { assessment, voices: [mine], mine, views: [], rows: [], askable: [] };
    }
    return {
      assessment,
      voices: all,
      mine,
      views: await latestViewsIn(tx, organisationId, address),
      rows: await answersIn(tx, organisationId, assessmentId, capabilityId),
      askable: may(user, "ask for views", organisationId) ? await askableIn(tx, organisationId, address) : [],
    };
  });
  if (!found) return null;
  await noteLook(user, found.assessment.organisationId);
  const people = found.voices.flatMap(({ personId, askedById }) => [personId, askedById]);
  const answer = found.rows.find((row) => row.scope === scope);
  const brought = answer?.carriedForward ? await whereFrom(user, found.assessment, address) : null;
  return {
    ...found,
    brought,
    names: await namesOf([...people, ...found.rows.map(({ savedById }) => savedById)]),
  };
}

/** What each person said last, in the order in which they said it. */
async function latestViewsIn(
  tx: TenantTransaction,
  organisationId: string,
  address: AnswerAddress,
): Promise<View[]> {
  const { assessmentId, capabilityId, scope } = address;
  const rows = await tx.voiceView.findMany({
    where: { organisationId, assessmentId, capabilityId, scope },
    select: {
      personId: true,
      version: true,
      criteria: true,
      notApplicable: true,
      note: true,
      confidence: true,
      low: true,
      high: true,
      at: true,
    },
    distinct: ["personId"],
    orderBy: { version: "desc" },
  });
  return (rows as View[]).sort((one, other) => one.at.getTime() - other.at.getTime());
}
