// Compares trust extracts of the Organisation Data Service with the organisations of the installation, and with
// --apply brings them up to date: npm run ods:import -- etr.csv ect.csv --apply
import { readFile, stat } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { applyImport, previewImport } from "@/lib/data/organisation-imports";
import { disconnect } from "@/lib/db";
import { LARGEST_EXTRACT } from "@/lib/exchange/ods-extract";
import { failPlainly } from "./fail-plainly";
import { importInWords } from "./ods-import-words";

await failPlainly(async () => {
  const args = process.argv.slice(2);
  const files = args.filter((arg) => !arg.startsWith("--"));
  const unknown = args.filter((arg) => arg.startsWith("--") && arg !== "--apply" && arg !== "--with-mergers");
  if (files.length === 0 || unknown.length > 0) {
    throw new Error("Name the files: npm run ods:import -- etr.csv ect.csv [--apply] [--with-mergers]");
  }
  try {
    const found = await previewImport(null, await Promise.all(files.map(readExtract)), new Date());
    if (!found) throw new Error("The import could not be made.");
    console.log(importInWords(found.preview).join("\n"));
    if (!args.includes("--apply")) return console.log("Nothing was changed. Add --apply to apply this.");
    const mergers = args.includes("--with-mergers") ? found.preview.merged.map(({ code }) => code) : [];
    const outcome = await applyImport(null, found.id, mergers, new Date());
    if (outcome.kind !== "applied")
      throw new Error(`Nothing was changed: ${outcome.kind.replaceAll("_", " ")}.`);
    console.log(`Applied: ${outcome.added} added, ${outcome.changed} changed or closed.`);
  } finally {
    await disconnect();
  }
});

async function readExtract(file: string): Promise<{ name: string; bytes: Uint8Array }> {
  const path = resolve(process.env.INIT_CWD ?? process.cwd(), file);
  const { size } = await stat(path);
  // Looked at before it is read: the reader says what to do about it.
  const bytes = size > LARGEST_EXTRACT ? new Uint8Array(LARGEST_EXTRACT + 1) : await readFile(path);
  return { name: basename(file), bytes };
}
