import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startSession } from "@/lib/data/sessions";
import { workbookPath } from "@/lib/http/addresses";
import { fileDatabase, lookBeneath } from "@/tests/support/database";
import { startedRound } from "@/tests/support/round";
import { ORIGIN, type Served, serve, SESSION_COOKIE } from "@/tests/support/served";
import { makeTrust } from "@/tests/support/trust";
import { zip, type ZipFile } from "@/tests/support/zip";

let served: Served;
let cookie = "";
let colleague = "";
let page = "";
/** Where the service would put a file for a while. */
const temporary = mkdtempSync(join(tmpdir(), "uploads-"));

beforeAll(async () => {
  const trust = await makeTrust();
  const lead = await trust.let("digital_lead");
  const other = await trust.let("digital_lead");
  page = workbookPath(await startedRound(lead, trust.id));
  const sessionOf = async (personId: string) =>
    `${SESSION_COOKIE}=${await startSession(personId, { assured: true, now: new Date() })}`;
  [cookie, colleague] = [await sessionOf(lead.personId), await sessionOf(other.personId)];
  served = await serve(fileDatabase().appUrl, { TMPDIR: temporary });
});
afterAll(async () => {
  await served?.stop();
  rmSync(temporary, { recursive: true });
});

function send(bytes: Uint8Array, accept = "*/*"): Promise<Response> {
  const body = new FormData();
  body.set("file", new File([new Uint8Array(bytes)], "answers.xlsx"));
  const headers = { cookie, accept, origin: ORIGIN, "sec-fetch-site": "same-origin" };
  return served.ask(`${page}/upload`, { method: "POST", headers, body });
}

const mebibyte = 1024 * 1024;
const shell: ZipFile[] = [
  { name: "[Content_Types].xml", content: "<Types/>" },
  { name: "xl/workbook.xml", content: "<workbook/>" },
];
const strings = (facts: Omit<ZipFile, "name">) => zip([...shell, { name: "xl/sharedStrings.xml", ...facts }]);
const bombs: [string, number, () => Buffer][] = [
  ["says it holds 4 GB", 413, () => strings({ content: "x", claims: 0xfffffffe })],
  [
    "says it holds little and holds 60 MB",
    422,
    () => strings({ content: Buffer.alloc(60 * mebibyte, "a"), claims: 10 }),
  ],
  [
    "holds 38 MB of one word after another",
    422,
    () => strings({ content: `<sst>${"<si><t>a</t></si>".repeat(2_200_000)}</sst>` }),
  ],
  [
    "holds 10,000 files",
    400,
    () => zip([...shell, ...Array.from({ length: 10_000 }, (_, at) => ({ name: `x${at}`, content: "" }))]),
  ],
];

describe("somebody sends the service a workbook made to choke it (UP-4)", () => {
  test.each(bombs)(
    "one that %s: refused with %i, and a colleague reads a page meanwhile",
    async (_what, status, made) => {
      const reply = send(made());
      const others = await Promise.all(
        Array.from({ length: 5 }, () => served.ask(page, { headers: { cookie: colleague } })),
      );
      expect(others.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
      expect((await reply).status).toBe(status);
      expect(await lookBeneath("SELECT FROM upload")).toEqual([]);
      expect(readdirSync(temporary)).toEqual([]);
    },
  );
});

describe("somebody sends what is no workbook of ours (UP-1)", () => {
  test.each([
    ["nothing in it", Buffer.alloc(0), 422],
    ["more than is taken", Buffer.alloc(6_000_000), 413],
    ["a picture", Buffer.from("\u0089PNG\r\n\u001a\n".padEnd(60, "x"), "latin1"), 422],
  ])(
    "%s: a program gets the status and why, a browser the page of the form",
    async (_what, bytes, status) => {
      const reply = await send(bytes);
      expect([reply.status, reply.headers.get("content-type")]).toEqual([status, "application/problem+json"]);
      expect(((await reply.json()) as { detail?: string }).detail).toMatch(/ /);
      const shown = await send(bytes, "text/html,*/*;q=0.8");
      expect(shown.status).toBe(303);
      expect(shown.headers.get("location")).toContain(`${page}?problem=`);
      expect(readdirSync(temporary)).toEqual([]);
    },
  );
});
