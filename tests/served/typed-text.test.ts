import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { systemActor } from "@/lib/access/system-actor";
import { addMembership } from "@/lib/data/memberships";
import { addOrganisation } from "@/lib/data/organisations";
import { addPerson } from "@/lib/data/people";
import { startSession } from "@/lib/data/sessions";
import { signOff, sendForReview } from "@/lib/data/sign-off";
import { setTarget } from "@/lib/data/targets";
import { answerPagePath, assessmentPath, boardPath, resultsPath, trustPath } from "@/lib/http/addresses";
import { fileDatabase } from "@/tests/support/database";
import { answerAll, save, startedRound } from "@/tests/support/round";
import { type Served, serve, SESSION_COOKIE } from "@/tests/support/served";
import { asTheyAre } from "@/tests/support/trust";
import { unzip } from "@/tests/support/unzip";

/** What people have tried to get into pages, each with a mark that must come out as text. */
const tricks = [
  `<script>canary()</script>`,
  `"><img src=x onerror=canary()>`,
  `'><svg/onload=canary()>`,
  `</textarea><iframe src="javascript:canary()"></iframe>`,
  `</title><body onload=canary()>`,
  `[link](javascript:canary()) javascript:canary() data:text/html,canary vbscript:canary`,
  `{{canary}} \${canary} <%= canary %>`,
  `\u202Ecanary\u202C \u{1F469}\u{1F3FD}\u200D\u2695\uFE0F \u0000`.replace("\u0000", "%00"),
  `'; DROP TABLE answer; -- %_\\`,
  `canary\r\nX-Canary: 1`,
].join("\n");
const nameTrick = `Canary <img src=x onerror=canary()> "Trust" & 'Co'`;

let served: Served;
let cookie = "";
let pages: string[] = [];
let downloads: string[] = [];

beforeAll(async () => {
  const organisationId = await addOrganisation({
    odsCode: "C01",
    name: nameTrick,
    kind: "trust",
    careSettings: ["acute"],
  });
  const join = async (role: "digital_lead" | "approver") => {
    const personId = await addPerson({ name: `${nameTrick} ${role}` });
    await addMembership(systemActor(organisationId), { organisationId, personId, role });
    return asTheyAre(personId);
  };
  const [lead, approver] = [await join("digital_lead"), await join("approver")];
  const signed = await startedRound(lead, organisationId, { round: "2025/26" });
  const place = { assessmentId: signed, capabilityId: "c06-3", scope: "organisation" };
  expect((await save(lead, place, { version: 0, level: 2, note: tricks })).kind).toBe("saved");
  await setTarget(lead, place, { level: 4, by: null, reason: tricks, owner: tricks.slice(0, 200) }, 0);
  await answerAll(lead, signed, 2);
  const kept = { version: 2, level: 2, note: tricks };
  expect((await save(lead, place, kept)).kind).toBe("saved");
  expect(await sendForReview(lead, signed)).toEqual({ kind: "moved" });
  expect(await signOff(approver, signed)).toEqual({ kind: "moved" });
  const token = await startSession(lead.personId, { assured: true, now: new Date() });
  cookie = `${SESSION_COOKIE}=${token}`;
  const results = resultsPath(signed, "acute");
  pages = [
    trustPath("C01"),
    boardPath("C01"),
    assessmentPath(signed),
    answerPagePath(place),
    `${assessmentPath(signed)}/check`,
    results,
    `${results}/gaps`,
    `${results}/route`,
    `${results}/report`,
  ];
  downloads = ["csv", "xlsx", "docx", "pdf"].map((format) => `${results}/report.${format}`);
  served = await serve(fileDatabase().appUrl);
});
afterAll(() => served?.stop());

const ask = (path: string) => served.ask(path, { headers: { cookie } });

describe("what somebody typed stays text, whatever it looks like (IN-2, IN-3)", () => {
  test("on every page that shows it", async () => {
    let seen = 0;
    for (const page of pages) {
      const reply = await ask(page);
      expect([page, reply.status]).toEqual([page, 200]);
      const html = await reply.text();
      // What the page hands its own scripts is quoted JSON; it is no markup.
      const markup = html.replace(/<script\b[^>]*>.*?<\/script>/gs, "");
      seen += markup.includes("canary()") ? 1 : 0;
      expect(markup).not.toMatch(/<(script|img|svg\/|iframe|body)[^>]*canary/);
      expect(html).not.toMatch(/<script>canary|<\/script>canary/);
      expect(markup).not.toMatch(/(href|src|action)="\s*(javascript|data|vbscript):/i);
    }
    expect(seen).toBeGreaterThanOrEqual(4);
  });

  test("in a document: it runs nothing, opens nothing by itself and leads nowhere that was not written here", async () => {
    for (const path of downloads.filter((one) => /pdf|docx$/.test(one))) {
      const bytes = Buffer.from(await (await ask(path)).arrayBuffer());
      const inside =
        bytes.subarray(0, 2).toString() === "PK"
          ? [...unzip(bytes).values()].join()
          : bytes.toString("latin1");
      expect(inside).not.toMatch(/\/(JS|JavaScript|Launch|OpenAction|EmbeddedFile|SubmitForm)\b/);
      const links = [
        ...inside.matchAll(
          /\/URI \(([^)]*)\)|TargetMode="External"[^>]*Target="([^"]*)"|Target="([^"]*)"[^>]*TargetMode="External"/g,
        ),
      ];
      for (const [, ...places] of links) expect(places.find(Boolean)).toMatch(/^(https?|mailto):/);
      expect(inside).not.toMatch(/(URI \(|Target=")\s*(javascript|data|vbscript):/i);
    }
  });

  test("in the name and the headers of a file (IN-5)", async () => {
    for (const path of downloads) {
      const reply = await ask(path);
      expect([path, reply.status]).toEqual([path, 200]);
      expect(reply.headers.get("content-disposition")).toMatch(/^attachment; filename="[A-Za-z0-9._-]+"$/);
      expect(reply.headers.has("x-canary")).toBe(false);
    }
  });
});

describe("what somebody puts into an address is looked for and nothing else (IN-1)", () => {
  const odd = [
    "'--",
    `"`,
    "%_\\",
    "\u0000",
    "\ud83d\ude00",
    "\u202e",
    "__proto__",
    "constructor",
    "../..",
    "x".repeat(5000),
  ];

  test.each([
    (text: string) => `/frameworks/nhs-trust/2026.1?q=${text}`,
    (text: string) => `/frameworks/nhs-trust/2026.1?setting=${text}`,
    (text: string) => `/frameworks/${text}`,
    (text: string) => `/frameworks/nhs-trust/${text}`,
    (text: string) => `/frameworks/nhs-trust/2026.1/capabilities/${text}`,
    (text: string) => `/rapid-check?setting=${text}`,
    (text: string) => `/rapid-check/result?levels=${text}&setting=acute`,
    (text: string) => `/sign-in?returnTo=${text}&problem=${text}`,
    (text: string) => `/unavailable?returnTo=${text}`,
    (text: string) => `/trusts/${text}`,
    (text: string) => `${pages[2]}?show=${text}`,
    (text: string) => `${pages[3]}?saved=${text}&refused=${text}`,
    (text: string) => `${pages[5]}/route?overall=${text}&stage=${text}&pin=${text}&exclude=${text}`,
    (text: string) => `/assessments/${text}`,
    (text: string) => `/api/v1/frameworks/${text}/2026.1`,
  ])("%s", async (address) => {
    for (const text of odd) {
      const path = address(encodeURIComponent(text));
      const reply = await ask(path);
      expect([path.slice(0, 80), reply.status < 500 || path.startsWith("/unavailable")]).toEqual([
        path.slice(0, 80),
        true,
      ]);
    }
  });

  test("and the service has not stumbled over any of it", () => {
    expect(served.printed()).not.toMatch(/unhandledRejection|uncaughtException|⨯/);
  });
});
