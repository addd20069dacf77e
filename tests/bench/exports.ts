import { quantile } from "./load";
import type { Row } from "./report";
import type { Subjects } from "./service";
import type { Setting } from "./setting";

/** Each file by where it is. */
const exportedOf = ({ resultsPage, boardPage }: Subjects) => [
  { name: "Gap report as CSV", path: `${resultsPage}/report.csv` },
  { name: "Gap report as Excel", path: `${resultsPage}/report.xlsx` },
  { name: "Gap report as Word", path: `${resultsPage}/report.docx` },
  { name: "Gap report as PDF", path: `${resultsPage}/report.pdf` },
  { name: "Board pack as Word", path: `${boardPage}/pack/private/docx` },
  { name: "Board pack as PDF", path: `${boardPage}/pack/private/pdf` },
  { name: "Board pack as PowerPoint", path: `${boardPage}/pack/private/pptx` },
  { name: "Provider capability areas as PDF", path: `${boardPage}/capability/private/pdf` },
];

/** The files that people take out: the first since the service started, and then the median of ten. */
export async function measureExports({ product }: Setting, subjects: Subjects): Promise<Row[]> {
  const rows: Row[] = [];
  for (const { name, path } of exportedOf(subjects)) {
    const url = `${product}${path}`;
    const cold = await fetched(url, subjects.cookie);
    const warm: number[] = [];
    for (let turn = 0; turn < 10; turn += 1) warm.push(await fetched(url, subjects.cookie));
    const usual = quantile(warm, 0.5);
    rows.push({
      what: name,
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
