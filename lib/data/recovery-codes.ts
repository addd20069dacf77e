import "server-only";
import { createHash, randomInt } from "node:crypto";
import type { CurrentUser } from "@/lib/access/user";
import { record } from "./audit";
import { type SharedTransaction, withShared } from "./tenant";

const HOW_MANY = 10;
/** Without the letters and figures that are taken for others: 31 signs, 16 of them hold 79 random bits. */
const SIGNS = "23456789abcdefghjkmnpqrstuvwxyz";
const LENGTH = 16;

/** Makes new recovery codes; the old ones are worth nothing from then on. They can be read here and never again. */
export async function newRecoveryCodes(user: CurrentUser): Promise<string[]> {
  return withShared(user.personId, (tx) => replaceRecoveryCodes(tx, user.personId));
}

/** The same inside a transaction that is the person's own. */
export async function replaceRecoveryCodes(tx: SharedTransaction, personId: string): Promise<string[]> {
  const codes = Array.from({ length: HOW_MANY }, newCode);
  await tx.recoveryCode.deleteMany({ where: { personId } });
  await tx.recoveryCode.createMany({ data: codes.map((code) => ({ personId, codeHash: hashOf(code) })) });
  await record(tx, {
    organisationId: null,
    actorId: personId,
    action: "recovery-codes.made",
    subject: `person:${personId}`,
  });
  return codes;
}

/** Uses a recovery code up in place of the second factor; false where it is none, or was used before. */
export async function takeRecoveryCode(personId: string, typed: string, now: Date): Promise<boolean> {
  return withShared(personId, async (tx) => {
    const taken = await tx.recoveryCode.updateMany({
      where: { personId, codeHash: hashOf(typed), usedAt: null },
      data: { usedAt: now },
    });
    if (taken.count === 0) return false;
    await record(tx, {
      organisationId: null,
      actorId: personId,
      action: "recovery-code.used",
      subject: `person:${personId}`,
    });
    return true;
  });
}

function newCode(): string {
  const signs = Array.from({ length: LENGTH }, () => SIGNS[randomInt(SIGNS.length)]).join("");
  return signs.replace(/(.{4})(?=.)/g, "$1-");
}

/** Of 79 random bits a plain hash tells nothing. Dashes, spaces and capitals are the person's to choose. */
function hashOf(code: string): string {
  const signs = code.toLowerCase().replace(/[^a-z0-9]/g, "");
  return createHash("sha256").update(signs).digest("hex");
}
