import { beforeAll, describe, expect, test } from "vitest";
import type { Beside } from "@/lib/access/grant";
import type { CurrentUser } from "@/lib/access/user";
import { pastExports } from "@/lib/data/exports";
import { endGrant, giveAccess, grantsOf } from "@/lib/data/grants";
import { clientsBeside, noteSideBySide, sideBySideOf } from "@/lib/data/side-by-side";
import { clientsOf } from "@/lib/data/portfolio";
import { sendForReview, signOff } from "@/lib/data/sign-off";
import { besideInWords } from "@/lib/report/export-words";
import { answerEverything, startedRound } from "@/tests/support/round";
import { asTheyAre, makeOrganisation, makeTrust, type Trust } from "@/tests/support/trust";

type OfClient = { trust: Trust; lead: CurrentUser };

let consultant: CurrentUser;
let named: OfClient;
let unnamed: OfClient;
let alone: OfClient;

beforeAll(async () => {
  const consultancy = await makeOrganisation("consultancy");
  consultant = await consultancy.let("consultant");
  const client = async (beside: Beside, level: number): Promise<OfClient> => {
    const trust = await makeTrust();
    const [lead, approver] = [await trust.let("digital_lead"), await trust.let("approver")];
    const round = await startedRound(lead, trust.id);
    await answerEverything(lead, round, level);
    await sendForReview(lead, round);
    await signOff(approver, round);
    await giveAccess(lead, trust.id, {
      kind: "consultancy",
      receiverId: consultancy.id,
      email: null,
      scope: "results",
      beside,
      endsOn: new Date("2099-03-31"),
    });
    return { trust, lead };
  };
  named = await client("named", 3);
  unnamed = await client("unnamed", 2);
  alone = await client("no", 4);
});

const now = () => asTheyAre(consultant.personId);
const readBy = async ({ trust, lead }: OfClient) =>
  ((await pastExports(lead, trust.id, 10))?.exports ?? []).map(({ by, beside }) => ({
    by,
    beside: besideInWords(beside),
  }));

describe("a consultant takes several clients out side by side", () => {
  test("only those who agreed are in it, by the name they agreed to", async () => {
    const beside = await sideBySideOf(await now());
    expect(beside?.results.map(({ name, result }) => [name, result.overall?.low])).toEqual([
      [named.trust.name, 3],
      ["Client 1, not named", 2],
    ]);
    expect(await sideBySideOf(named.lead)).toBeNull();
  });

  test("each of them reads who took it and who else was in it; who did not agree was not in it", async () => {
    const beside = await sideBySideOf(await now());
    if (!beside) throw new Error("Two clients agreed.");
    expect(await noteSideBySide(await now(), beside, { format: "xlsx", file: "side.xlsx" })).toBe(true);
    const by = consultant.name;
    expect(await readBy(named)).toMatchObject([{ by, beside: "With 1 that is not named" }]);
    expect(await readBy(unnamed)).toMatchObject([{ by, beside: `With ${named.trust.name}` }]);
    expect(await readBy(alone)).toEqual([]);
  });

  test("nobody stands beside nobody: once one of the two ended it there is no such file", async () => {
    const before = await sideBySideOf(await now());
    const [grant] = await grantsOf(unnamed.lead, unnamed.trust.id);
    expect(await endGrant(unnamed.lead, unnamed.trust.id, grant?.id ?? "")).toBe(true);
    const later = await now();
    expect(clientsBeside(await clientsOf(later))).toEqual([]);
    expect(await sideBySideOf(later)).toBeNull();
    // Begun before it was ended: nothing is taken out of what is no longer open to them.
    if (!before) throw new Error("Two clients agreed.");
    expect(await noteSideBySide(later, before, { format: "xlsx", file: "side.xlsx" })).toBe(false);
  });
});
