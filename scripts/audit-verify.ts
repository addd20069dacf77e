// Checks that the record of events is whole: `npm run audit:verify`, with `--anchor FILE` also against the ends of the
// chain kept there on earlier days, and adds today's. Keep FILE where nobody who can change the database reaches it.
import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { z } from "zod";
import { verifyRecord } from "@/lib/data/audit-seal";
import { disconnect } from "@/lib/db";
import { failPlainly } from "./fail-plainly";

const anchorSchema = z.object({
  number: z.string().regex(/^\d+$/),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  at: z.string(),
});

await failPlainly(async () => {
  try {
    const file = fileAsked(process.argv.slice(2));
    const { sealed, head, problems } = await verifyRecord(file ? anchorsIn(file) : [], new Date());
    if (problems.length > 0)
      throw new Error(`The record of events is not whole:\n  ${problems.join("\n  ")}`);
    console.log(`The record of events is whole: ${sealed} sealed.`);
    if (file && head) {
      appendFileSync(file, `${JSON.stringify(head)}\n`);
      console.log(`Its end, link ${head.number}, is added to ${file}.`);
    }
  } finally {
    await disconnect();
  }
});

function fileAsked(words: readonly string[]): string | null {
  if (words.length === 0) return null;
  const [option, name, ...more] = words;
  if (option !== "--anchor" || !name || more.length > 0)
    throw new Error("Use: npm run audit:verify -- [--anchor FILE]");
  return resolve(process.env.INIT_CWD ?? process.cwd(), name);
}

function anchorsIn(file: string) {
  if (!existsSync(file)) return [];
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line, index) => {
      try {
        return anchorSchema.parse(JSON.parse(line));
      } catch {
        throw new Error(`${file}, line ${index + 1}: this is no anchor.`);
      }
    });
}
