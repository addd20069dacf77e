import "server-only";
import { randomUUID } from "node:crypto";
import { type CurrentUser, organisationHeld } from "@/lib/access/user";
import { asCopied, type EvidenceItem, type KeptEvidence } from "@/lib/assessment/evidence";
import { mayAnswerIn } from "@/lib/assessment/scopes";
import { currentRound } from "@/lib/assessment/states";
import { findCapability } from "@/lib/framework/find";
import type { CareSetting } from "@/lib/framework/schema";
import { record } from "./audit";
import { type EvidenceUse, getEvidence } from "./evidence";
import { findFramework } from "./frameworks";
import { type TenantTransaction, withTenant } from "./tenant";
import {
  type CopyOutcome,
  type CopyPlace,
  type TrustBeside,
  trustsBeside,
  withCopies,
} from "./trusts-beside";

type Original = Pick<KeptEvidence, "id" | "copiedPieceId">;

/** The other trusts that the person leads as well, those of a group. By name. */
export async function evidencePlaces(
  user: CurrentUser,
  organisationId: string,
  piece: Original,
): Promise<CopyPlace[]> {
  const places = await trustsLedBeside(user, organisationId);
  if (places.length === 0) return [];
  const standing = await withTenant(user, {}, (tx) => standingOf(tx, originOf(piece), places));
  return withCopies(places, standing);
}

/** Whoever adds evidence to their own questions alone copies none: what it speaks for comes along. */
function trustsLedBeside(user: CurrentUser, organisationId: string): Promise<TrustBeside[]> {
  return trustsBeside(user, organisationId, "answer questions");
}

/** The piece that this one is a copy of, or itself: all copies of one are copies of the first. */
function originOf({ id, copiedPieceId }: Original): string {
  return copiedPieceId ?? id;
}

/** Where a piece or a copy of it stands in the registers of these trusts. */
function standingOf(tx: TenantTransaction, origin: string, places: readonly TrustBeside[]) {
  return tx.evidence.findMany({
    where: {
      organisationId: { in: places.map(({ organisationId }) => organisationId) },
      removedAt: null,
      OR: [{ copiedPieceId: origin }, { id: origin }],
    },
    select: { id: true, organisationId: true },
  });
}

/**
 * Copies a piece of evidence into the register of another trust, where it speaks for nothing until somebody confirms
 * it; then for the same questions, as far as the open round there asks them.
 */
export async function copyEvidence(
  user: CurrentUser,
  organisationId: string,
  evidenceId: string,
  toOrganisation: string,
): Promise<CopyOutcome> {
  const from = organisationHeld(user, organisationId);
  const to = (await trustsLedBeside(user, organisationId)).find(
    (place) => place.organisationId === toOrganisation,
  );
  if (!from || !to) return { kind: "not_found" };
  const piece = await getEvidence(user, organisationId, evidenceId);
  // What is not confirmed here is not known to be true even here.
  if (!piece || piece.toConfirm) return { kind: "not_found" };
  const uses = await askedThere(user, toOrganisation, piece.links);
  const id = randomUUID();
  return withTenant(user, { write: toOrganisation }, async (tx): Promise<CopyOutcome> => {
    const origin = originOf(piece);
    if ((await standingOf(tx, origin, [to])).length > 0) return { kind: "there", to };
    const added = await tx.evidence.createMany({
      data: [
        copyOf(user, piece, {
          id,
          organisationId: toOrganisation,
          copiedFrom: from.name,
          copiedPieceId: origin,
        }),
      ],
      // A second click of the same button may have been first.
      skipDuplicates: true,
    });
    if (added.count === 0) return { kind: "there", to };
    const linked = { evidenceId: id, linkedAt: new Date(), linkedById: user.personId };
    await tx.evidenceLink.createMany({
      data: uses.map((use) => ({ organisationId: toOrganisation, ...linked, ...use })),
    });
    await record(tx, {
      organisationId: toOrganisation,
      actorId: user.personId,
      action: "evidence.copied",
      subject: `evidence:${id}`,
      detail: { version: 1, from: organisationId, questions: uses.length },
    });
    return { kind: "copied", to, id };
  });
}

type CopyFacts = { id: string; organisationId: string; copiedFrom: string; copiedPieceId: string };

function copyOf(user: CurrentUser, piece: EvidenceItem, facts: CopyFacts) {
  const changed = { version: 1, changedAt: new Date(), changedById: user.personId };
  return { ...asCopied(piece), ...facts, toConfirm: true, ...changed };
}

/** Of what a piece speaks for, the questions that the open round of another trust asks as well. */
async function askedThere(
  user: CurrentUser,
  organisationId: string,
  uses: readonly EvidenceUse[],
): Promise<EvidenceUse[]> {
  const rounds = await withTenant(user, {}, (tx) =>
    tx.assessment.findMany({
      where: { organisationId, state: { not: "signed_off" } },
      select: {
        round: true,
        state: true,
        signedOffAt: true,
        frameworkId: true,
        frameworkVersion: true,
        careSettings: true,
      },
    }),
  );
  const round = currentRound(rounds);
  const framework = round && (await findFramework(round.frameworkId, round.frameworkVersion));
  if (!framework) return [];
  return uses.filter(({ capabilityId, scope }) => {
    const capability = findCapability(framework, capabilityId);
    return capability && mayAnswerIn(capability, round.careSettings as CareSetting[], scope);
  });
}
