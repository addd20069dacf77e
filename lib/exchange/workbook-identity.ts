import { z } from "zod";
import { sheetNames, WORKBOOK_FORMAT, type WorkbookTarget } from "./answer-workbook";
import type { WorkbookSheet } from "./read-workbook";

/** What a workbook says of itself on the sheet that nobody fills in. */
export type WorkbookIdentity = {
  assessmentId: string;
  framework: string;
  madeAt: string | null;
  stood: Map<string, { version: number; target: WorkbookTarget | null }>;
};

const keptTarget = z.object({
  level: z.int().min(1).max(5),
  by: z.iso.date().nullable(),
  reason: z.string(),
});

/** Which assessment a workbook is for and what stood when it was made; null where it does not say. */
export function identityIn(sheets: readonly WorkbookSheet[]): WorkbookIdentity | null {
  const sheet = sheets.find(({ name }) => name === sheetNames.identity);
  if (!sheet) return null;
  const facts = new Map(
    sheet.rows.map(({ cells }) => {
      const said = (column: number) => {
        const cell = cells.get(column);
        return cell?.kind === "text" ? cell.text : cell?.kind === "number" ? String(cell.value) : "";
      };
      return [said(1), { first: said(2), second: said(3) }];
    }),
  );
  const assessmentId = facts.get("assessment")?.first;
  const framework = facts.get("framework");
  if (facts.get("format")?.first !== WORKBOOK_FORMAT || !assessmentId || !framework) return null;
  const made = z.iso.datetime().safeParse(facts.get("made")?.first);
  const stood: WorkbookIdentity["stood"] = new Map();
  for (const [key, { first, second }] of facts) {
    if (!key.includes(" ") || !/^\d{1,9}$/.test(first)) continue;
    stood.set(key, { version: Number(first), target: targetIn(second) });
  }
  return {
    assessmentId,
    framework: `${framework.first} ${framework.second}`,
    stood,
    madeAt: made.success ? made.data : null,
  };
}

function targetIn(text: string): WorkbookTarget | null {
  try {
    return keptTarget.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
