import "server-only";
import type { CurrentUser } from "@/lib/access/user";
import { copiedAction } from "@/lib/plan/copied-action";
import { planOf } from "./plan";
import { planGround } from "./plan-ground";
import { addAction } from "./planned-actions";
import { type TrustBeside, trustsBeside } from "./trusts-beside";

/** Where an action can be copied to, and the action of that title there, if there is one. */
export type ActionPlace = TrustBeside & { copy: string | null };

/** The other trusts whose plan is the person's to make as well: those of a group they lead. By name. */
export async function actionPlaces(
  user: CurrentUser,
  organisationId: string,
  title: string,
): Promise<ActionPlace[]> {
  const trusts = await trustsBeside(user, organisationId, "plan");
  return Promise.all(
    trusts.map(async (trust) => ({ ...trust, copy: await sameThere(user, trust.organisationId, title) })),
  );
}

export type CopyActionOutcome =
  | { kind: "copied"; to: TrustBeside; id: string }
  /** An action of this title stands in that plan. */
  | { kind: "there"; to: TrustBeside }
  | { kind: "not_found" };

/** Copies an action into the plan of another trust, as a draft that somebody there puts forward. */
export async function copyPlannedAction(
  user: CurrentUser,
  organisationId: string,
  actionId: string,
  toOrganisation: string,
): Promise<CopyActionOutcome> {
  const trusts = await trustsBeside(user, organisationId, "plan");
  const to = trusts.find((trust) => trust.organisationId === toOrganisation);
  const action = to && (await planOf(user, organisationId))?.actions.find(({ id }) => id === actionId);
  if (!to || !action) return { kind: "not_found" };
  if (await sameThere(user, toOrganisation, action.title)) return { kind: "there", to };
  const { id: _, version: __, ...content } = action;
  const copy = copiedAction(content, await planGround(user, toOrganisation));
  const outcome = await addAction(user, toOrganisation, copy, "copied");
  return outcome.kind === "kept" ? { kind: "copied", to, id: outcome.id } : { kind: "not_found" };
}

async function sameThere(user: CurrentUser, organisationId: string, title: string): Promise<string | null> {
  const plan = await planOf(user, organisationId);
  const same = plan?.actions.find(
    (action) => action.status !== "ended" && action.title.toLowerCase() === title.toLowerCase(),
  );
  return same?.id ?? null;
}
