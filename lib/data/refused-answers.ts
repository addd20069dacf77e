import "server-only";
import type { CurrentUser } from "@/lib/access/user";
import type { RefusedAnswer } from "@/lib/assessment/refused-answer";
import { storable } from "@/lib/storable";
import type { AnswerAddress } from "./answers";
import { groundToAnswer } from "./answer-access";
import { assessmentFacts } from "./assessment-facts";
import { withTenant } from "./tenant";

/** Keeps what was typed and gives back the id of the entry; null where the assessment is not the user's to answer. */
export async function keepRefused(
  user: CurrentUser,
  address: AnswerAddress,
  version: number,
  refused: RefusedAnswer,
): Promise<string | null> {
  const facts = await assessmentFacts(user, address.assessmentId);
  if (!facts || !(await groundToAnswer(user, facts, address))) return null;
  const { organisationId } = facts;
  const row = await withTenant(user, { write: organisationId }, (tx) =>
    tx.answerRevision.create({
      data: {
        organisationId,
        ...address,
        kind: "refused",
        version,
        value: storable(refused),
        at: new Date(),
        byId: user.personId,
      },
      select: { id: true },
    }),
  );
  return String(row.id);
}

/** One refused entry of the user's own for this answer, or null. */
export async function refusedAnswer(
  user: CurrentUser,
  address: AnswerAddress,
  id: string,
): Promise<RefusedAnswer | null> {
  const facts = await assessmentFacts(user, address.assessmentId);
  if (!facts || !/^\d{1,18}$/.test(id)) return null;
  const row = await withTenant(user, {}, (tx) =>
    tx.answerRevision.findFirst({
      where: {
        id: BigInt(id),
        organisationId: facts.organisationId,
        ...address,
        kind: "refused",
        byId: user.personId,
      },
      select: { value: true },
    }),
  );
  return row ? (row.value as RefusedAnswer) : null;
}
