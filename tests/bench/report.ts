import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, platform, release, totalmem } from "node:os";
import { join } from "node:path";
import { checkout } from "@/scripts/database/place";

/** One line of the report. `met` is null where there is nothing to reach. */
export type Row = {
  what: string;
  product: string;
  reference: string;
  ratio: string;
  reach: string;
  met: boolean | null;
};

const file = join(checkout, "docs", "performance.md");
/** From here on the file is written by hand and kept. */
const keptFrom = "## What was changed for speed";

/** The rows as a table that lines up in a terminal and is a table in Markdown. */
export function tableOf(rows: readonly Row[]): string {
  const cells = [
    ["What", "Product", "Reference", "Ratio", "Reach", "Met"],
    ...rows.map(({ what, product, reference, ratio, reach, met }) => {
      return [what, product, reference, ratio, reach, met === null ? "–" : met ? "yes" : "**no**"];
    }),
  ];
  const widths = (cells[0] ?? []).map((_, column) =>
    Math.max(...cells.map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  const [head = [], ...body] = cells;
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...body.map(line)].join("\n");
}

/** Writes docs/performance.md, keeping what was written by hand at its end. */
export function writeReport(rows: readonly Row[], { rounds, seconds }: { rounds: number; seconds: number }) {
  const before = existsSync(file) ? readFileSync(file, "utf8") : "";
  const kept = before.includes(keptFrom) ? before.slice(before.indexOf(keptFrom)) : `${keptFrom}\n`;
  const missed = rows.filter(({ met }) => met === false).map(({ what }) => what);
  const text = `# How fast it is

Measured by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)}, on ${machine()}.
Each load ran for ${seconds} seconds, product and reference in turn ${rounds} times after a warm-up; the figures are medians.

${tableOf(rows)}

${missed.length === 0 ? "Everything reached what it should." : `Not reached: ${missed.join("; ")}.`}

## How it is measured

\`npm run bench\` needs nothing but the checkout: it builds the service when its sources have changed, fills a database of its own on the built-in server, drops it afterwards and writes this file. \`npm run bench -- --short\` is quicker, less sure and writes nothing; named measures (\`-- saving pages\`) are taken alone and write nothing either. It takes the demonstration of this checkout for the row about its second start.

Every figure stands beside a reference measured in the same run, because machines differ and the same machine is not the same from one hour to the next. The references are a bare \`node:http\` server with one query, and a Next application (\`tests/bench/reference\`) with a route that does one find and one upsert, once through Prisma and once through \`pg\` by hand, and a page without data. Each is one process, and so is the product beside them; the rows "with a process for each processor" are the product as \`npm start\` runs it, beside itself in one (decision 47). The reach for saving is against the route through Prisma. Saving is measured with everything on: session, permission, row-level security, version, revision, idempotency receipt and audit event; 50 people save 50 capabilities of one assessment over and over, each against the version the last reply gave. The row with ten times the history compares the board view before and after every signed-off round was copied into nine blocks of earlier years, each beside the bare page measured with it.

A figure of ∞ means that no reply came within the time of the load.

The service, the references, the database and the program that measures share the processors, so throughput is lower than where the database has a machine of its own.

${kept}`;
  writeFileSync(file, text);
}

function machine(): string {
  const processors = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `a machine with ${processors.length} cores (${processors[0]?.model ?? "unknown"}), ${memory} GB of memory, ${platform()} ${release()} and Node ${process.versions.node}`;
}
