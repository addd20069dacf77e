import { alternate, askingForPage, load, type Load } from "./load";
import type { Row } from "./report";
import { loadOfSaves } from "./saving";
import type { Subjects } from "./service";
import { plain, type Setting, times } from "./setting";

/** The product with a process for each processor, as it is started for use, beside itself in one process. */
export async function measureProcesses(setting: Setting, { savers, ...subjects }: Subjects): Promise<Row[]> {
  const { product, rounds, seconds } = setting;
  const usual = await setting.startAsUsual();
  const reading = (origin: string, page: string) => () =>
    load(origin, { readers: 20, seconds }, () => askingForPage(page, subjects.cookie));
  try {
    const measured = await alternate(rounds, {
      saveInOne: () => loadOfSaves(product, savers, seconds),
      save: () => loadOfSaves(usual.origin, savers, seconds),
      resultsInOne: reading(product, subjects.resultsPage),
      results: reading(usual.origin, subjects.resultsPage),
      boardInOne: reading(product, subjects.boardPage),
      board: reading(usual.origin, subjects.boardPage),
    });
    return [
      rowOf("Saving, 50 people", measured.save, measured.saveInOne),
      rowOf("Results, 20 readers", measured.results, measured.resultsInOne),
      rowOf("Board view, 20 readers", measured.board, measured.boardInOne),
    ];
  } finally {
    await usual.stop();
  }
}

function rowOf(what: string, usual: Load, one: Load): Row {
  const inAll = ({ perSecond, p95 }: Load) => `${plain(perSecond)} /s, p95 ${plain(p95)} ms`;
  return {
    what: `${what}, with a process for each processor`,
    product: inAll(usual),
    reference: `${inAll(one)} (one process)`,
    ratio: times(usual.perSecond / one.perSecond),
    reach: "–",
    met: null,
  };
}
