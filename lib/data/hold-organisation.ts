import "server-only";
import type { TenantTransaction } from "./tenant";

/**
 * Takes the organisation's row until the transaction ends, so that what first looks and then writes is done one after
 * the other: of two at the same moment the second finds what the first did. Reading and saving answers wait for none.
 */
export async function holdOrganisation(tx: TenantTransaction, organisationId: string): Promise<void> {
  await tx.$queryRaw`SELECT FROM organisation WHERE id = ${organisationId}::uuid FOR NO KEY UPDATE`;
}
