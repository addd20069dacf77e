import "server-only";
import { randomUUID } from "node:crypto";
import type { CurrentUser } from "@/lib/access/user";
import { bodyFromForm, type FormFields, formUseOf, versionOf } from "@/lib/assessment/answer-form";
import { decisionsLostBy } from "@/lib/assessment/picked-level";
import { mayAnswerIn, settingsServed } from "@/lib/assessment/scopes";
import { findCapability } from "@/lib/framework/find";
import { levelSchema } from "@/lib/framework/schema";
import { type AnswerAddress, getAnswer } from "./answers";
import { assessmentFacts } from "./assessment-facts";
import { getFramework } from "./frameworks";
import { saveAnswer, type SaveOutcome } from "./save-answer";
import { withdrawAnswer } from "./withdraw-answer";

export type FormOutcome = SaveOutcome | { kind: "would_change" };

/**
 * Saves what a plain form asks for. A form's key with another body counts as a new save, judged by its version.
 * A picked level that would turn round criteria somebody decided one by one is not saved until it is confirmed.
 */
export async function saveFormAnswer(
  user: CurrentUser,
  address: AnswerAddress,
  fields: FormFields,
): Promise<FormOutcome> {
  const use = formUseOf(fields);
  if (use === "withdraw") return withdrawAnswer(user, address, versionOf(fields));
  if (use === "level" && fields.confirmed !== "yes" && (await losesDecisions(user, address, fields))) {
    return { kind: "would_change" };
  }
  const body = use === "confirm" ? await asItStands(user, address, fields) : bodyFromForm(fields);
  const key = isKey(fields.key) ? fields.key : randomUUID();
  const outcome = await saveAnswer(user, address, key, body);
  return outcome.kind === "key_reused" ? saveAnswer(user, address, randomUUID(), body) : outcome;
}

async function asItStands(user: CurrentUser, address: AnswerAddress, fields: FormFields): Promise<unknown> {
  const found = await getAnswer(user, address);
  if (found === "not_found") return {};
  const { criteria, notApplicable, note, confidence } = found;
  const content = notApplicable === null ? { criteria } : { notApplicable: { reason: notApplicable } };
  return { version: versionOf(fields), ...content, note, confidence };
}

async function losesDecisions(
  user: CurrentUser,
  address: AnswerAddress,
  fields: FormFields,
): Promise<boolean> {
  const level = levelSchema.safeParse(Number(fields.level));
  if (!level.success) return false;
  const facts = await assessmentFacts(user, address.assessmentId);
  const found = await getAnswer(user, address);
  if (!facts || found === "not_found") return false;
  const framework = await getFramework(facts.frameworkId, facts.frameworkVersion);
  const capability = findCapability(framework, address.capabilityId);
  if (!capability || !mayAnswerIn(capability, facts.careSettings, address.scope)) return false;
  const settings = settingsServed(capability, facts.careSettings, address.scope);
  return decisionsLostBy(capability, settings, found.criteria, level.data).length > 0;
}

function isKey(text: string | undefined): text is string {
  return text !== undefined && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}
