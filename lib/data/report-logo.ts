import "server-only";
import { may } from "@/lib/access/policy";
import { type CurrentUser, grantsIn, rolesIn } from "@/lib/access/user";
import type { Picture } from "@/lib/report/drawing-picture";
import type { Preparer } from "@/lib/report/gap-report";
import { keepOnlyRow } from "./only-row";
import { type TenantTransaction, withTenant } from "./tenant";

const shown = { version: true, picture: true, width: true, height: true } as const;

/** A consultancy with the logo it puts on its gap reports; version 0 before there first was one. */
type ReportLogo = { version: number; logo: Picture | null };

/** Where somebody may set the logo: the consultancy they are a consultant in, the first by name of several. */
export function consultancyOf(user: CurrentUser): { organisationId: string; name: string } | null {
  const byName = new Intl.Collator("en-GB");
  const [first] = user.memberships
    .filter(({ organisationId }) => may(user, "set the logo of reports", organisationId))
    .sort((one, other) => byName.compare(one.organisationName, other.organisationName));
  return first ? { organisationId: first.organisationId, name: first.organisationName } : null;
}

/** The logo of a consultancy; null where it is not the user's to see. */
export async function reportLogo(user: CurrentUser, organisationId: string): Promise<ReportLogo | null> {
  if (!may(user, "set the logo of reports", organisationId)) return null;
  const row = await withTenant(user, {}, (tx) =>
    tx.reportLogo.findUnique({ where: { organisationId }, select: shown }),
  );
  if (!row) return { version: 0, logo: null };
  const { version, picture, width, height } = row;
  return { version, logo: picture && { png: Buffer.from(picture), width, height } };
}

/** Keeps a logo, or none, unless somebody changed it since `version` was read. */
export async function keepReportLogo(
  user: CurrentUser,
  organisationId: string,
  version: number,
  logo: Picture | null,
): Promise<"kept" | "stale" | "not_found"> {
  if (!may(user, "set the logo of reports", organisationId)) return "not_found";
  const values = {
    picture: logo && new Uint8Array(logo.png),
    width: logo?.width ?? 0,
    height: logo?.height ?? 0,
  };
  const table = (tx: TenantTransaction) => tx.reportLogo;
  const event = logo ? "report_logo.changed" : "report_logo.removed";
  return keepOnlyRow(user, { table, organisationId, version, values, event });
}

/**
 * Whose name and logo stand on a report that somebody makes of a trust: their consultancy's, where they are let in as its
 * consultant. Null for the trust's own people and everybody else.
 */
export async function preparerOf(user: CurrentUser, organisationId: string): Promise<Preparer | null> {
  if (rolesIn(user, organisationId).length > 0) return null;
  const receivers = grantsIn(user, organisationId).flatMap(({ kind, receiverId }) =>
    kind === "consultancy" && receiverId !== null ? [receiverId] : [],
  );
  const held = user.memberships.find((one) => receivers.includes(one.organisationId));
  if (!held) return null;
  const kept = await reportLogo(user, held.organisationId);
  return { name: held.organisationName, logo: kept?.logo ?? null };
}
