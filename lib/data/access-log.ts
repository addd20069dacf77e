import "server-only";
import { type CurrentUser, grantsIn, rolesIn } from "@/lib/access/user";
import { dayOf, isoDate } from "@/lib/report/dates";
import { may } from "@/lib/access/policy";
import { namesOf } from "./people";
import { withTenant } from "./tenant";

/** What this process has noted already, so that a page more the same day costs nothing. The table is what counts. */
const noted = new Set<string>();
const REMEMBERED = 10_000;

/**
 * Notes that the person looked at an organisation's record through a grant: once a person, organisation and day. Nothing
 * is noted of its own people. Whoever reads an organisation's rows for a person calls it.
 */
export async function noteLook(user: CurrentUser, organisationId: string, now = new Date()): Promise<void> {
  if (user.ahead) return;
  const [grant] = grantsIn(user, organisationId);
  if (!grant || rolesIn(user, organisationId).length > 0) return;
  const key = `${user.personId}/${organisationId}/${isoDate(now)}`;
  if (noted.has(key)) return;
  await withTenant(user, { write: organisationId }, (tx) =>
    tx.accessLog.createMany({
      data: [{ organisationId, personId: user.personId, day: dayOf(now), grantId: grant.id }],
      skipDuplicates: true,
    }),
  );
  if (noted.size >= REMEMBERED) noted.clear();
  noted.add(key);
}

/** One day on which somebody looked through a grant, and who it was. */
export type Look = { day: Date; personId: string; name: string; grantId: string };

/** Who looked at an organisation's record through a grant, the latest day first; empty where it is not the user's to see. */
export async function looksAt(user: CurrentUser, organisationId: string, limit = 200): Promise<Look[]> {
  if (!may(user, "manage sharing", organisationId)) return [];
  const rows = await withTenant(user, {}, (tx) =>
    tx.accessLog.findMany({
      where: { organisationId },
      select: { day: true, personId: true, grantId: true },
      orderBy: [{ day: "desc" }, { firstAt: "desc" }],
      take: limit,
    }),
  );
  const names = await namesOf(rows.map(({ personId }) => personId));
  return rows.map((row) => ({ ...row, name: names.get(row.personId) ?? "A former colleague" }));
}
