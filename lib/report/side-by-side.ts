import type { Beside } from "@/lib/access/grant";
import type { CareSetting, Framework } from "@/lib/framework/schema";
import { settingName } from "@/lib/framework/setting-names";
import type { Bounds, Result } from "@/lib/scoring/result";
import { toldResult } from "./told-result";
import { dayOf } from "./dates";
import { groupingOf } from "./grouping";
import { pillarsOf } from "./pillars";
import type { ReportSheet } from "./report-sheets";
import { type Cell, figureCell } from "./report-table";
import { distanceInWords, scoreInFigures, stageInWords } from "./stage-words";

type GrantOf = { grant: { id: string; beside: Beside; organisationName: string } };

/**
 * The clients that agreed to stand beside others, each with the name it may have there: those who are not to be named
 * last, in an order that says nothing of who they are.
 */
export function besideOthers<Client extends GrantOf>(
  clients: readonly Client[],
): { client: Client; name: string }[] {
  const named = clients.filter(({ grant }) => grant.beside === "named");
  const unnamed = clients
    .filter(({ grant }) => grant.beside === "unnamed")
    .sort((one, other) => (one.grant.id < other.grant.id ? -1 : 1));
  return [
    ...named.map((client) => ({ client, name: client.grant.organisationName })),
    ...unnamed.map((client, index) => ({ client, name: `Client ${index + 1}, not named` })),
  ];
}

/** One signed-off result of a client, as it stands in a workbook of several. */
export type BesideResult = {
  name: string;
  setting: CareSetting;
  round: string;
  framework: Framework;
  result: Result;
};

/**
 * Several clients' signed-off results as sheets: headlines, dimensions and pillars, a column for each result. No level
 * of a capability is in it, so that no sensitive one can be worked out, and safeguards are a count.
 */
export function sideBySideSheets(results: readonly BesideResult[], madeOn: Date): ReportSheet[] {
  return [
    about(results, madeOn),
    headlines(results),
    {
      name: "Dimensions",
      ...figures("Dimension", results, ({ framework, result }) =>
        framework.dimensions.map(({ id, number, name }) => ({
          id,
          name: `${number}. ${name}`,
          bounds: result.dimensions.find((dimension) => dimension.id === id) ?? null,
        })),
      ),
    },
    {
      name: "Pillars",
      ...figures("Pillar", results, ({ framework, result }) =>
        pillarsOf(framework, result).map((pillar) => ({
          ...pillar,
          name: groupingOf(framework).lens === "wgll" ? pillar.name : `Controlled by: ${pillar.name}`,
        })),
      ),
    },
  ];
}

function about(results: readonly BesideResult[], madeOn: Date): ReportSheet {
  const versions = new Set(results.map(({ framework }) => `${framework.title}, ${framework.version}`));
  return {
    name: "About",
    columns: columns(["What", 32], ["Value", 90]),
    rows: [
      ["What", "Signed-off results of clients that each agreed to stand beside others"],
      ["Made on", dayOf(madeOn)],
      ["Frameworks", [...versions].join("; ")],
      ["Marking", "Commercial in confidence"],
      ["Names", "A client that did not agree to be named has a number"],
      [
        "Safeguards",
        "As a count, without sensitive ones where the count would tell of each of them. No level of a capability is in this file",
      ],
      ["Comparing", "Results of other rounds, care settings or framework versions are another measure"],
      ["Who knows", "Each client sees in its past exports who took this file and who else was in it"],
    ],
  };
}

function headlines(results: readonly BesideResult[]): ReportSheet {
  return {
    name: "Headlines",
    columns: [
      ...columns(
        ["Client", 44],
        ["Care setting", 18],
        ["Round", 12],
        ["Framework version", 18],
        ["Stage", 20],
      ),
      { header: "Overall score, low", width: 12, score: true },
      { header: "Overall score, high", width: 12, score: true },
      ...columns(["Distance", 36], ["Safeguards at level 3 or above", 14], ["Safeguards", 12]),
    ],
    rows: results.map(({ name, setting, round, framework, result: whole }): Cell[] => {
      const { result, safeguards } = toldResult(framework, setting, whole, { showSensitive: false });
      return [
        ...[name, settingName(framework, setting), round, framework.version, stageInWords(framework, result)],
        result.overall?.low ?? null,
        result.overall?.high ?? null,
        distanceInWords(framework, result),
        safeguards.filter(({ secured }) => secured).length,
        safeguards.length,
      ];
    }),
  };
}

type Figure = { id: string; name: string; bounds: Bounds | null };

/** A row for each that any of them has, by name; a column for each result. */
function figures(
  what: string,
  results: readonly BesideResult[],
  of: (result: BesideResult) => Figure[],
): Pick<ReportSheet, "columns" | "rows"> {
  const all = results.map(of);
  const names = new Map(all.flat().map(({ id, name }) => [`${id} ${name}`, name]));
  return {
    columns: [
      ...columns([what, 44]),
      ...results.map(({ name, setting, round, framework }) => ({
        header: `${name}, ${settingName(framework, setting)}, ${round}`,
        width: 18,
        score: true as const,
      })),
    ],
    rows: [...names].map(([key, name]): Cell[] => [
      name,
      ...all.map((one) => shown(one.find((figure) => `${figure.id} ${figure.name}` === key)?.bounds ?? null)),
    ]),
  };
}

function shown(bounds: Bounds | null): Cell {
  return bounds && figureCell(bounds, scoreInFigures(bounds));
}

function columns(...named: [header: string, width: number][]): ReportSheet["columns"] {
  return named.map(([header, width]) => ({ header, width }));
}
