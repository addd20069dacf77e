import "server-only";
import { createHash } from "node:crypto";
import { type CurrentUser, organisationHeld } from "@/lib/access/user";
import { copiedAction } from "@/lib/plan/copied-action";
import { planOf } from "./plan";
import { planGround } from "./plan-ground";
import { addActionIn } from "./planned-actions";
import { withTenant } from "./tenant";
import {
  type CopyOutcome,
  type CopyPlace,
  type TrustBeside,
  trustsBeside,
  withCopies,
} from "./trusts-beside";

/** The other trusts whose plan is the person's to make as well: those of a group they lead. By name. */
export async function actionPlaces(
  user: CurrentUser,
  organisationId: string,
  action: { id: string; title: string },
): Promise<CopyPlace[]> {
  const trusts = await trustsBeside(user, organisationId, "plan");
  if (trusts.length === 0) return [];
  return withCopies(trusts, await standingOf(user, action, trusts));
}

/**
 * Copies an action into the plan of another trust, as a draft that somebody there puts forward. It is there already
 * where an action of its title stands in that plan, or the copy that was made of it before.
 */
export async function copyPlannedAction(
  user: CurrentUser,
  organisationId: string,
  actionId: string,
  toOrganisation: string,
): Promise<CopyOutcome> {
  const from = organisationHeld(user, organisationId);
  const trusts = await trustsBeside(user, organisationId, "plan");
  const to = trusts.find((trust) => trust.organisationId === toOrganisation);
  const action = to && (await planOf(user, organisationId))?.actions.find(({ id }) => id === actionId);
  if (!from || !to || !action) return { kind: "not_found" };
  if ((await standingOf(user, action, [to])).length > 0) return { kind: "there", to };
  const { id: _, version: __, ...content } = action;
  const copy = copiedAction(content, await planGround(user, toOrganisation));
  const made = { change: "copied", key: copyId(actionId, toOrganisation), copiedFrom: from.name } as const;
  const outcome = await withTenant(user, { write: toOrganisation }, (tx) =>
    addActionIn(tx, user, toOrganisation, copy, made),
  );
  return outcome.kind === "kept" ? { kind: "copied", to, id: outcome.id } : { kind: "not_found" };
}

/** The action of this title in each of these plans that has one, or the copy that was made of it. */
async function standingOf(
  user: CurrentUser,
  { id, title }: { id: string; title: string },
  trusts: readonly TrustBeside[],
): Promise<{ id: string; organisationId: string }[]> {
  const organisationIds = trusts.map(({ organisationId }) => organisationId);
  return withTenant(user, {}, (tx) =>
    tx.plannedAction.findMany({
      where: {
        organisationId: { in: organisationIds },
        OR: [
          { id: { in: organisationIds.map((organisationId) => copyId(id, organisationId)) } },
          { title: { equals: title, mode: "insensitive" }, status: { not: "ended" } },
        ],
      },
      select: { id: true, organisationId: true },
      orderBy: { id: "asc" },
    }),
  );
}

/** The one id that the copy of an action has in another trust, so that however often it is made there is one. */
function copyId(actionId: string, toOrganisation: string): string {
  const hash = createHash("sha256").update(`${actionId} in ${toOrganisation}`).digest("hex");
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `8${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join("-");
}
