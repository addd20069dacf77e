import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Permission, permissionTable } from "@/lib/access/policy";
import { removePerson } from "@/lib/data/organisation-people";
import { startSession } from "@/lib/data/sessions";
import {
  boardPackPath,
  planPath,
  providerExtractPath,
  resultsPath,
  trustPath,
  workbookPath,
} from "@/lib/http/addresses";
import { fileDatabase, lookBeneath } from "@/tests/support/database";
import { type Served, serve, SESSION_COOKIE } from "@/tests/support/served";
import { type FullTrust, fullTrust } from "@/tests/support/two-organisations";

const roles = ["digital_lead", "coordinator", "contributor", "reviewer", "approver", "board_viewer"] as const;
type Role = (typeof roles)[number];

let served: Served;
let ours: FullTrust;
beforeAll(async () => {
  ours = await fullTrust("written by us");
  served = await serve(fileDatabase().appUrl);
});
afterAll(() => served?.stop());

/** Each file that can be taken out of a trust, and what somebody must be allowed to do. */
function files(): [path: string, needs: Permission][] {
  const { odsCode } = ours.trust;
  const signed = resultsPath(ours.signed, "acute");
  return [
    ...["docx", "pdf", "xlsx", "csv"].map((format): [string, Permission] => {
      return [`${signed}/report.${format}`, "export the gap report"];
    }),
    [`${boardPackPath(odsCode, "private")}/pdf`, "export board packs"],
    [`${boardPackPath(odsCode, "public")}/pptx`, "export board packs"],
    [`${providerExtractPath(odsCode, "private")}/docx`, "export board packs"],
    [`${workbookPath(ours.open)}/answers.xlsx`, "answer questions"],
    [`${signed}/dma.xlsx`, "read answers"],
    [`${trustPath(odsCode)}/everything/tables.zip`, "take everything out"],
    [planPath(odsCode, "plan.xlsx"), "see the plan"],
    [`${trustPath(odsCode)}/audit/audit.csv`, "read the trust's audit record"],
  ];
}

const mayTake = (role: Role, needs: Permission) => permissionTable[needs].includes(role);

const taken = () =>
  lookBeneath("SELECT FROM audit_event WHERE organisation_id = $1 AND action LIKE '%.exported'", [
    ours.trust.id,
  ]);

async function signedIn(role: Role) {
  const user = await ours.trust.let(role);
  const token = await startSession(user.personId, { assured: true, now: new Date() });
  return { personId: user.personId, headers: { cookie: `${SESSION_COOKIE}=${token}` } };
}

describe("somebody of ours takes files out (EX-4)", () => {
  test.each(roles)(
    "%s: each file that the table of roles allows, no other, and each is noted",
    async (role) => {
      const { headers } = await signedIn(role);
      const before = (await taken()).length;
      const allowed: string[] = [];
      for (const [path, needs] of files()) {
        const may = mayTake(role, needs);
        if (may) allowed.push(path);
        const reply = await served.ask(path, { headers });
        expect([path, reply.status]).toEqual([path, may ? 200 : 404]);
        if (may) expect(reply.headers.get("content-disposition")).toMatch(/^attachment; filename="/);
        await reply.arrayBuffer();
      }
      expect((await taken()).length - before).toBe(allowed.length);
    },
  );

  test("whoever was let out keeps the links, and gets nothing by them", async () => {
    const { personId, headers } = await signedIn("board_viewer");
    const links = files().filter(([, needs]) => mayTake("board_viewer", needs));
    expect(links.length).toBeGreaterThan(5);
    expect((await served.ask(links[0]?.[0] ?? "", { headers })).status).toBe(200);
    expect(await removePerson(ours.lead, ours.trust.id, personId, new Date())).toEqual({ kind: "done" });
    const before = (await taken()).length;
    for (const [path] of links) {
      const reply = await served.ask(path, { headers });
      expect([path, reply.headers.get("content-disposition"), reply.ok]).toEqual([path, null, false]);
    }
    expect(await taken()).toHaveLength(before);
  });
});
