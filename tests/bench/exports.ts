import { quantile } from "./load";
import type { Row } from "./report";
import type { Subjects } from "./service";
import type { Setting } from "./setting";

const exported = [
  { name: "CSV", file: "report.csv" },
  { name: "Excel", file: "report.xlsx" },
  { name: "Word", file: "report.docx" },
  { name: "PDF", file: "report.pdf" },
];

/** The gap report as files: the first since the service started, and then the median of ten. */
export async function measureExports({ product }: Setting, subjects: Subjects): Promise<Row[]> {
  const rows: Row[] = [];
  for (const { name, file } of exported) {
    const url = `${product}${subjects.resultsPage}/${file}`;
    const cold = await fetched(url, subjects.cookie);
    const warm: number[] = [];
    for (let turn = 0; turn < 10; turn += 1) warm.push(await fetched(url, subjects.cookie));
    const usual = quantile(warm, 0.5);
    rows.push({
      what: `Gap report as ${name}`,
      product: `${cold.toFixed(0)} ms cold, ${usual.toFixed(0)} ms warm`,
      reference: "–",
      ratio: "–",
      reach: "under 1 s cold, 200 ms warm",
      met: cold < 1000 && usual < 200,
    });
  }
  return rows;
}

async function fetched(url: string, cookie: string): Promise<number> {
  const began = performance.now();
  const response = await fetch(url, { headers: { cookie } });
  const bytes = (await response.arrayBuffer()).byteLength;
  if (!response.ok || bytes === 0) throw new Error(`${url}: status ${response.status}, ${bytes} bytes`);
  return performance.now() - began;
}
