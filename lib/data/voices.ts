import "server-only";
import { readsWhose } from "@/lib/access/answering";
import type { EventKind } from "@/lib/access/event-kind";
import { may } from "@/lib/access/policy";
import type { CurrentUser } from "@/lib/access/user";
import { mayAnswerIn } from "@/lib/assessment/scopes";
import type { Voice } from "@/lib/assessment/voice";
import { findCapability } from "@/lib/framework/find";
import type { AnswerAddress } from "./answers";
import { assessmentFacts } from "./assessment-facts";
import { assigneeIn } from "./assignments";
import { record } from "./audit";
import { type Colleague, holdersIn } from "./colleagues";
import { getFramework } from "./frameworks";
import { holdOpen } from "./open-round";
import { type TenantTransaction, withTenant } from "./tenant";

const shown = {
  capabilityId: true,
  scope: true,
  personId: true,
  state: true,
  due: true,
  note: true,
  askedAt: true,
  askedById: true,
  version: true,
} as const;

/** Who was asked for a view and not let off since, in a round or of one capability of it, earliest first. */
export async function voicesIn(
  tx: TenantTransaction,
  organisationId: string,
  assessmentId: string,
  narrow: { capabilityId?: string; scope?: string; personId?: string; state?: "asked" } = {},
): Promise<Voice[]> {
  const rows = await tx.voice.findMany({
    where: { organisationId, assessmentId, state: { not: "withdrawn" }, ...narrow },
    select: shown,
    orderBy: { askedAt: "asc" },
  });
  return rows as Voice[];
}

/**
 * Who still owes a view of a question. Until they gave it neither the answer nor another's view is shown to them
 * (design: product; decision 0025).
 */
export async function owingIn(
  tx: TenantTransaction,
  organisationId: string,
  { assessmentId, capabilityId, scope }: AnswerAddress,
): Promise<string[]> {
  const owed = await voicesIn(tx, organisationId, assessmentId, { capabilityId, scope, state: "asked" });
  return owed.map(({ personId }) => personId);
}

/** Whether the person can still be blind in a round: whoever reads every answer cannot. */
export function mayGiveView(user: CurrentUser, organisationId: string, assessmentId: string): boolean {
  return (
    may(user, "give a view", organisationId) && readsWhose(user, organisationId, assessmentId) === "their own"
  );
}

/**
 * Colleagues who can be asked for their own view of a question: contributors who do not see its answer. Whose question
 * it is gives the answer itself.
 */
export async function askableIn(
  tx: TenantTransaction,
  organisationId: string,
  address: AnswerAddress,
): Promise<Colleague[]> {
  const able = await holdersIn(tx, organisationId, "give a view");
  const readers = await holdersIn(tx, organisationId, "read answers");
  const see = new Set([
    ...readers.map(({ personId }) => personId),
    await assigneeIn(tx, organisationId, address),
  ]);
  const inEnglish = new Intl.Collator("en-GB");
  return able
    .filter(({ personId }) => !see.has(personId))
    .sort((one, other) => inEnglish.compare(one.name, other.name));
}

export type AskOutcome = { kind: "asked"; people: number } | { kind: "cannot_give" | "closed" | "not_found" };

/**
 * Asks colleagues for their own view of a question, all of them or none. Who was asked before gets the new date and
 * note; who gave a view already keeps it.
 */
export async function askForViews(
  user: CurrentUser,
  address: AnswerAddress,
  { personIds, due, note }: { personIds: readonly string[]; due: Date | null; note: string },
): Promise<AskOutcome> {
  const facts = await assessmentFacts(user, address.assessmentId);
  if (!facts || !may(user, "ask for views", facts.organisationId)) return { kind: "not_found" };
  const framework = await getFramework(facts.frameworkId, facts.frameworkVersion);
  const capability = findCapability(framework, address.capabilityId);
  if (!capability || !mayAnswerIn(capability, facts.careSettings, address.scope)) {
    return { kind: "not_found" };
  }
  const { organisationId } = facts;
  const { assessmentId, capabilityId, scope } = address;
  return withTenant(user, { write: organisationId }, async (tx) => {
    if (!(await holdOpen(tx, organisationId, assessmentId))) return { kind: "closed" };
    const wanted = [...new Set(personIds)];
    const able = new Set((await askableIn(tx, organisationId, address)).map(({ personId }) => personId));
    if (wanted.some((id) => !able.has(id))) return { kind: "cannot_give" };
    for (const personId of wanted) {
      const place = { organisationId, assessmentId, capabilityId, scope, personId };
      const asked = { due, note, askedAt: new Date(), askedById: user.personId };
      const added = await tx.voice.createMany({ data: [{ ...place, ...asked }], skipDuplicates: true });
      if (added.count === 0) {
        // Whoever was let off before is asked anew; what somebody gave stays given.
        await tx.voice.updateMany({
          where: { ...place, version: 0 },
          data: { ...asked, state: "asked" },
        });
      }
      await noteEvent(tx, user, organisationId, address, "voice.asked", personId);
    }
    return { kind: "asked", people: wanted.length };
  });
}

/** Lets somebody off who has not given a view yet; false where there is nothing to take back. */
export async function letOff(user: CurrentUser, address: AnswerAddress, personId: string): Promise<boolean> {
  const facts = await assessmentFacts(user, address.assessmentId);
  if (!facts || !may(user, "ask for views", facts.organisationId)) return false;
  const { organisationId } = facts;
  const { assessmentId, capabilityId, scope } = address;
  return withTenant(user, { write: organisationId }, async (tx) => {
    const place = { organisationId, assessmentId, capabilityId, scope, personId };
    const { count } = await tx.voice.updateMany({
      where: { ...place, state: "asked" },
      data: { state: "withdrawn" },
    });
    if (count === 0) return false;
    await noteEvent(tx, user, organisationId, address, "voice.withdrawn", personId);
    return true;
  });
}

async function noteEvent(
  tx: TenantTransaction,
  user: CurrentUser,
  organisationId: string,
  { assessmentId, capabilityId, scope }: AnswerAddress,
  action: EventKind,
  person: string,
): Promise<void> {
  await record(tx, {
    organisationId,
    actorId: user.personId,
    action,
    subject: `answer:${assessmentId}/${capabilityId}/${scope}`,
    detail: { person },
  });
}
