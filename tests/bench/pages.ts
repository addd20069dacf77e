import { alternate, askingForPage, load, type Load } from "./load";
import type { Row } from "./report";
import type { Subjects } from "./service";
import { plain, type Setting, times } from "./setting";

/** The pages people look at most, beside a page without data. */
export async function measurePages(setting: Setting, subjects: Subjects): Promise<Row[]> {
  const { product, reference, rounds, seconds } = setting;
  const page = (path: string, readers: number) => () =>
    load(product, { readers, seconds }, () => askingForPage(path, subjects.cookie));
  const bare = (readers: number) => () => load(reference, { readers, seconds }, () => ({ path: "/" }));
  const one = await alternate(rounds, { page: page(subjects.capabilityPage, 1), bare: bare(1) });
  const twenty = await alternate(rounds, {
    bare: bare(20),
    results: page(subjects.resultsPage, 20),
    board: page(subjects.boardPage, 20),
  });
  return [
    pageRow("Capability page, one reader: median", one.page, one.bare, "median"),
    pageRow("Results, 20 readers: p95", twenty.results, twenty.bare, "p95"),
    pageRow("Board view, 20 readers: p95", twenty.board, twenty.bare, "p95"),
  ];
}

/** A page beside the bare one. */
export function pageRow(what: string, page: Load, bare: Load, figure: "median" | "p95"): Row {
  const ratio = page[figure] / bare[figure];
  return {
    what,
    product: `${plain(page[figure])} ms`,
    reference: `${plain(bare[figure])} ms (bare page)`,
    ratio: times(ratio),
    reach: "at most 3×",
    met: ratio <= 3,
  };
}
