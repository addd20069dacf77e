import { roleInWords } from "@/lib/access/role";
import { findCapability } from "@/lib/framework/find";
import type { Framework } from "@/lib/framework/schema";
import { settingName } from "@/lib/framework/setting-names";
import type { Result } from "@/lib/scoring/result";
import type { Row } from "@/lib/exchange/organisation-part";
import type { CsvCell } from "./csv";
import { cellOf, type EverythingTable, type TableGround } from "./table-ground";

/** What was frozen: each result in its figures, and the level of each capability, never scored anew. */
export function snapshotTables(ground: TableGround): EverythingTable[] {
  const frozen = ground.contents.parts.snapshots.flatMap((row) => {
    const framework = ground.frameworkOf(String(row.frameworkId), String(row.frameworkVersion));
    return resultsIn(row).map(({ setting, result }) => ({ row, framework, setting, result }));
  });
  const place = ["Round", "Sign-off or checkpoint", "Frozen", "Care setting"];
  return [
    {
      name: "results",
      columns: [
        ...[...place, "Stage, low", "Stage, high", "Overall score, low", "Overall score, high"],
        ...[
          "Conditions left",
          "Conditions of next stage",
          "Name",
          "By",
          "Role",
          "Committee",
          "Committee met",
        ],
        ...["Minute reference", "Sent and signed by the same person", "Framework", "Version"],
      ],
      rows: frozen.map(({ row, framework, setting, result }) => [
        ...placeOf(row, framework, setting),
        ...[result.stage.low, result.stage.high, result.overall?.low ?? null, result.overall?.high ?? null],
        ...[result.distance.unmet, result.distance.of],
        ...[row.name, row.byName, roleOf(row), row.committee, row.committeeOn].map(cellOf),
        ...[row.minuteReference, row.samePerson, row.frameworkId, row.frameworkVersion].map(cellOf),
      ]),
    },
    {
      name: "levels",
      columns: [...place, "Number", "Capability", "Level, low", "Level, high"],
      rows: frozen.flatMap(({ row, framework, setting, result }) =>
        result.capabilities.map(({ id, low, high }) => {
          const capability = framework ? findCapability(framework, id) : undefined;
          return [
            ...placeOf(row, framework, setting),
            capability?.number ?? id,
            capability?.name ?? null,
            low,
            high,
          ];
        }),
      ),
    },
  ];
}

function roleOf({ byRole }: Row): unknown {
  return typeof byRole === "string" ? roleInWords(byRole) : byRole;
}

function resultsIn({ results }: Row): { setting: string; result: Result }[] {
  return Object.entries(results as Readonly<Record<string, Result>>).map(([setting, result]) => ({
    setting,
    result,
  }));
}

function placeOf(row: Row, framework: Framework | null, setting: string): CsvCell[] {
  const kind = row.kind === "sign_off" ? "Sign-off" : "Checkpoint";
  return [cellOf(row.round), kind, cellOf(row.at), framework ? settingName(framework, setting) : setting];
}
