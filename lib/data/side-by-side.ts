import "server-only";
import type { CurrentUser } from "@/lib/access/user";
import { may } from "@/lib/access/policy";
import type { CareSetting } from "@/lib/framework/schema";
import { type BesideResult, besideOthers } from "@/lib/report/side-by-side";
import { noteExport } from "./exports";
import { findFramework } from "./frameworks";
import { type Client, clientsOf } from "./portfolio";
import { signOffIn } from "./snapshots";
import { withTenant } from "./tenant";

/** How many clients it takes to stand side by side. */
const FEWEST = 2;

/** Clients that agreed to stand beside others and have something signed off. */
export function clientsBeside(clients: readonly Client[]): { client: Client; name: string }[] {
  const signed = besideOthers(clients).filter(({ client }) => client.results.length > 0);
  return signed.length < FEWEST ? [] : signed;
}

/** What stands in a consultant's workbook of several clients. */
type SideBySide = { clients: Client[]; results: BesideResult[] };

/**
 * The last signed-off results of a consultant's clients, of those that each agreed to stand beside others. Null where
 * fewer than two did, and for everybody who is no consultant.
 */
export async function sideBySideOf(user: CurrentUser): Promise<SideBySide | null> {
  if (!user.memberships.some((held) => may(user, "see the client portfolio", held.organisationId)))
    return null;
  const beside = clientsBeside(await clientsOf(user));
  if (beside.length === 0) return null;
  const signed = await withTenant(user, {}, async (tx) => {
    const found = [];
    for (const { client, name } of beside) {
      const { organisationId } = client.grant;
      const [latest] = client.results;
      const snapshot = latest && (await signOffIn(tx, organisationId, latest.assessmentId));
      if (snapshot) found.push({ client, name, snapshot });
    }
    return found;
  });
  const results = await Promise.all(
    signed.map(async ({ name, snapshot }) => {
      const { round, frameworkId, frameworkVersion } = snapshot;
      const framework = await findFramework(frameworkId, frameworkVersion);
      if (!framework) return [];
      return Object.entries(snapshot.results).map(([setting, result]): BesideResult => ({
        name,
        round,
        framework,
        result,
        setting: setting as CareSetting,
      }));
    }),
  );
  return { clients: signed.map(({ client }) => client), results: results.flat() };
}

/**
 * Notes in the record of every client in it that the workbook was taken out and who else was in it: by code where they
 * agreed to be named, else as a number. False where one of them has taken its access back meanwhile.
 */
export async function noteSideBySide(
  user: CurrentUser,
  { clients }: SideBySide,
  { format, file }: { format: string; file: string },
): Promise<boolean> {
  for (const client of clients) {
    const others = clients.filter((other) => other !== client).map(({ grant }) => grant);
    const named = others.filter(({ beside }) => beside === "named").map(({ odsCode }) => odsCode);
    const noted = await noteExport(user, {
      organisationId: client.grant.organisationId,
      kind: "side_by_side",
      assessmentId: client.results[0]?.assessmentId ?? "",
      setting: null,
      format,
      file,
      snapshotId: null,
      sensitive: false,
      beside: { named, unnamed: others.length - named.length },
    });
    if (!noted) return false;
  }
  return true;
}
