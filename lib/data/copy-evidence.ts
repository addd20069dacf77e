import "server-only";
import { randomUUID } from "node:crypto";
import { type CurrentUser, organisationHeld } from "@/lib/access/user";
import { asCopied, type EvidenceItem } from "@/lib/assessment/evidence";
import { mayAnswerIn } from "@/lib/assessment/scopes";
import { findCapability } from "@/lib/framework/find";
import type { CareSetting } from "@/lib/framework/schema";
import { record } from "./audit";
import { type EvidenceUse, getEvidence } from "./evidence";
import { findFramework } from "./frameworks";
import { withTenant } from "./tenant";
import { type TrustBeside, trustsBeside } from "./trusts-beside";

/** Where a piece can be copied to, and where it was: the piece of it there. */
export type CopyPlace = TrustBeside & { copy: string | null };

/** The other trusts whose register is the person's to keep as well: those of a group they lead. By name. */
export async function evidencePlaces(
  user: CurrentUser,
  organisationId: string,
  evidenceId: string,
): Promise<CopyPlace[]> {
  const places = await trustsBeside(user, organisationId, "attach evidence");
  if (places.length === 0) return [];
  const copies = await withTenant(user, {}, (tx) =>
    tx.evidence.findMany({
      where: {
        organisationId: { in: places.map((place) => place.organisationId) },
        copiedPieceId: evidenceId,
      },
      select: { id: true, organisationId: true },
    }),
  );
  return places.map((place) => ({
    ...place,
    copy: copies.find((copy) => copy.organisationId === place.organisationId)?.id ?? null,
  }));
}

export type CopyEvidenceOutcome =
  | { kind: "copied"; to: TrustBeside; id: string }
  /** It is there already. */
  | { kind: "there"; to: TrustBeside }
  | { kind: "not_found" };

/**
 * Copies a piece of evidence into the register of another trust, where it speaks for nothing until somebody confirms
 * it; then for the same questions, as far as the open round there asks them.
 */
export async function copyEvidence(
  user: CurrentUser,
  organisationId: string,
  evidenceId: string,
  toOrganisation: string,
): Promise<CopyEvidenceOutcome> {
  const from = organisationHeld(user, organisationId);
  const to = (await trustsBeside(user, organisationId, "attach evidence")).find(
    (place) => place.organisationId === toOrganisation,
  );
  if (!from || !to) return { kind: "not_found" };
  const piece = await getEvidence(user, organisationId, evidenceId);
  // What is not confirmed here is not known to be true even here.
  if (!piece || piece.toConfirm) return { kind: "not_found" };
  const uses = await askedThere(user, toOrganisation, piece.links);
  const id = randomUUID();
  return withTenant(user, { write: toOrganisation }, async (tx): Promise<CopyEvidenceOutcome> => {
    const added = await tx.evidence.createMany({
      data: [copyOf(user, piece, { id, organisationId: toOrganisation, copiedFrom: from.name })],
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

type CopyFacts = { id: string; organisationId: string; copiedFrom: string };

function copyOf(user: CurrentUser, piece: EvidenceItem, facts: CopyFacts) {
  const changed = { version: 1, changedAt: new Date(), changedById: user.personId };
  return { ...asCopied(piece), ...facts, copiedPieceId: piece.id, toConfirm: true, ...changed };
}

/** Of what a piece speaks for, the questions that the open round of another trust asks as well. */
async function askedThere(
  user: CurrentUser,
  organisationId: string,
  uses: readonly EvidenceUse[],
): Promise<EvidenceUse[]> {
  const round = await withTenant(user, {}, (tx) =>
    tx.assessment.findFirst({
      where: { organisationId, state: { not: "signed_off" } },
      orderBy: { round: "desc" },
      select: { frameworkId: true, frameworkVersion: true, careSettings: true },
    }),
  );
  const framework = round && (await findFramework(round.frameworkId, round.frameworkVersion));
  if (!framework) return [];
  return uses.filter(({ capabilityId, scope }) => {
    const capability = findCapability(framework, capabilityId);
    return capability && mayAnswerIn(capability, round.careSettings as CareSetting[], scope);
  });
}
