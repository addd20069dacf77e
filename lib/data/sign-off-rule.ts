import "server-only";
import { may } from "@/lib/access/policy";
import type { CurrentUser } from "@/lib/access/user";
import { record } from "./audit";
import { type TenantTransaction, withTenant } from "./tenant";

/** Whether who sends a round for review may also sign it; false where nothing was set or it is not the user's to know. */
export async function senderMaySign(user: CurrentUser, organisationId: string): Promise<boolean> {
  if (!may(user, "see progress", organisationId)) return false;
  return withTenant(user, {}, (tx) => senderMaySignIn(tx, organisationId));
}

/** The same inside a transaction that is already open. */
export async function senderMaySignIn(tx: TenantTransaction, organisationId: string): Promise<boolean> {
  const rule = await tx.signOffRule.findUnique({
    where: { organisationId },
    select: { senderMaySign: true },
  });
  return rule?.senderMaySign ?? false;
}

/** Sets whether who sends a round may also sign it; false where that is not the user's to decide. */
export async function setSenderMaySign(
  user: CurrentUser,
  organisationId: string,
  allowed: boolean,
): Promise<boolean> {
  if (!may(user, "set the rule of sign-off", organisationId)) return false;
  await withTenant(user, { write: organisationId }, async (tx) => {
    const values = { senderMaySign: allowed, setAt: new Date(), setById: user.personId };
    await tx.signOffRule.upsert({
      where: { organisationId },
      create: { organisationId, ...values },
      update: values,
      select: { organisationId: true },
    });
    await record(tx, {
      organisationId,
      actorId: user.personId,
      action: "sign_off_rule.set",
      subject: `organisation:${organisationId}`,
      detail: { senderMaySign: allowed },
    });
  });
  return true;
}
