import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { type AddressInfo, connect, createServer, Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { boardPackDeck } from "@/lib/report/board-pack-deck";
import { boardPackPaper } from "@/lib/report/board-pack-paper";
import { powerPointOf } from "@/lib/report/deck-powerpoint";
import { gapPaper } from "@/lib/report/gap-paper";
import { pdfOf } from "@/lib/report/paper-pdf";
import { wordOf } from "@/lib/report/paper-word";
import { reportCsv } from "@/lib/report/report-csv";
import { reportWorkbook } from "@/lib/report/report-workbook";
import { emptyContext } from "@/lib/plan/context";
import { aBoardPack } from "@/tests/support/board-pack";
import { anAction } from "@/tests/support/plan";
import { aWrittenReport } from "@/tests/support/written-report";
import { program, runToEnd } from "./program";

// What people type may ask whoever makes or opens a file to fetch something (test catalogue EX-3). Here it asks for an
// address at which somebody listens.

const folder = mkdtempSync(join(tmpdir(), "nothing-fetched-"));
let called = 0;
const listener = createServer((socket) => {
  called += 1;
  socket.destroy();
});
beforeAll(() => new Promise<void>((listening) => listener.listen(0, "127.0.0.1", listening)));
afterAll(() => {
  listener.close();
  rmSync(folder, { recursive: true });
});

/** Each way to ask for it. */
function typed(): string {
  const { port } = listener.address() as AddressInfo;
  const at = `http://127.0.0.1:${port}`;
  return [
    `<img src="${at}/picture"><link rel="stylesheet" href="${at}/style"><script src="${at}/script"></script>`,
    `<style>@import url(${at}/import); body { background: url("${at}/ground") }</style>`,
    `<image href="${at}/svg"/><?xml-stylesheet href="${at}/sheet"?><iframe src="file:///etc/passwd"></iframe>`,
    `![picture](${at}/markdown) {INCLUDEPICTURE "${at}/field"} =WEBSERVICE("${at}/formula") =IMAGE("${at}/cell")`,
  ].join("\n");
}

/** Every kind of file, with that in each of its texts. */
async function files(): Promise<[name: string, content: Buffer | string][]> {
  const text = typed();
  const action = anAction({ title: text, description: text, ownerTitle: text });
  const organisation = { odsCode: "ZZA", name: text };
  const plan = { actions: [action], hidden: 0, context: emptyContext };
  const report = aWrittenReport({ organisation, plan });
  const sheet = { title: text, author: text, recommendation: text, implications: text, meeting: text };
  const pack = aBoardPack({ sheet });
  return [
    ["report.docx", await wordOf(gapPaper(report))],
    ["report.pdf", await pdfOf(gapPaper(report))],
    ["sheets.xlsx", await reportWorkbook(report)],
    ["table.csv", reportCsv(report)],
    ["pack.docx", await wordOf(boardPackPaper(pack))],
    ["pack.pdf", await pdfOf(boardPackPaper(pack))],
    ["slides.pptx", await powerPointOf(boardPackDeck(pack))],
  ];
}

test("files with addresses in every text are made and opened, and nobody calls there", async () => {
  const connecting = vi.spyOn(Socket.prototype, "connect");
  const made = await files();
  expect(connecting).not.toHaveBeenCalled();
  connecting.mockRestore();

  const office = program(["soffice", "libreoffice"], "libreoffice");
  const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
  const pdfs: string[] = [];
  for (const [name, content] of made) {
    writeFileSync(join(folder, name), content);
    const pdf = join(folder, name.endsWith(".pdf") ? name : `of-${name}/${name.replace(/\.\w+$/, ".pdf")}`);
    const out = join(folder, `of-${name}`);
    const args = [profile, "--headless", "--convert-to", "pdf", "--outdir", out, join(folder, name)];
    if (!name.endsWith(".pdf")) runToEnd(office, args);
    pdfs.push(pdf);
  }
  const said = pdfs.map((pdf) => runToEnd(program(["pdftotext"], "poppler-utils"), [pdf, "-"]));
  // As it was typed, and nothing of what it asks for.
  for (const text of said) {
    expect(text).toContain("@import");
    expect(text).not.toContain("root:x:");
  }
  await setImmediate();
  expect(called).toBe(0);

  // Somebody does listen there.
  const { port } = listener.address() as AddressInfo;
  await once(connect(port, "127.0.0.1"), "close");
  expect(called).toBe(1);
});
