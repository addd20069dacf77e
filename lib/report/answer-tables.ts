import { settingsServed } from "@/lib/assessment/scopes";
import type { Row } from "@/lib/exchange/organisation-part";
import { criteriaIn } from "@/lib/framework/find";
import type { Capability, CareSetting } from "@/lib/framework/schema";
import { levelOf } from "@/lib/scoring/level";
import type { CriterionState } from "@/lib/scoring/answers";
import type { CsvCell } from "./csv";
import {
  capabilityOf,
  cellOf,
  type Column,
  type EverythingTable,
  namesIn,
  placesIn,
  type Round,
  roundsIn,
  type TableGround,
} from "./table-ground";

const stateNames: Readonly<Record<CriterionState, string>> = {
  met: "Met",
  not_met: "Not met",
  not_known: "Not known",
};

/** Every answer as it stands, with the level it comes to. */
export function answerTable(ground: TableGround): EverythingTable {
  const [roundOf, name] = [roundsIn(ground), namesIn(ground.contents)];
  const places = placesIn(ground);
  return {
    name: "answers",
    columns: [
      ...["Round", "Number", "Capability", "Where", "Level, low", "Level, high", "Not applicable because"],
      ...["Note", "Confidence", "Carried forward", "Withdrawn", "Version", "Saved", "Saved by"],
      "Entered for",
    ],
    rows: ground.contents.parts.answers.map((row) => {
      const round = roundOf(row.assessmentId);
      const capability = capabilityOf(round, row);
      const level =
        capability &&
        levelOf(capability, settingsOf(round, capability, row), scored(row), round.framework?.thresholds);
      const counts = level && row.notApplicable === null && row.withdrawn === false;
      return [
        ...placeOf(places, row),
        ...(counts ? [level.low, level.high] : [null, null]),
        ...[row.notApplicable, row.note, row.confidence, row.carriedForward, row.withdrawn].map(cellOf),
        ...[row.version, row.savedAt].map(cellOf),
        ...[name(row.savedById), name(row.enteredForId)],
      ];
    }),
  };
}

/** Every criterion that an answer decides or leaves open, as it was asked. */
export function criterionTable(ground: TableGround): EverythingTable {
  const [roundOf, places] = [roundsIn(ground), placesIn(ground)];
  return {
    name: "criteria",
    columns: ["Round", "Number", "Capability", "Where", "Level", "Criterion", "Statement", "Answer"],
    rows: ground.contents.parts.answers.flatMap((row) => {
      const round = roundOf(row.assessmentId);
      const capability = capabilityOf(round, row);
      const { criteria } = scored(row);
      const asked = capability ? criteriaIn(capability, settingsOf(round, capability, row)) : [];
      const place = placeOf(places, row);
      return asked.flatMap(({ level, criteria: statements }) =>
        statements.map(({ id, text }): CsvCell[] => {
          const state = criteria[id];
          return [...place, level, id, text, state ? stateNames[state] : "Not decided"];
        }),
      );
    }),
  };
}

function settingsOf({ careSettings }: Round, capability: Capability, { scope }: Row): CareSetting[] {
  return settingsServed(capability, careSettings as CareSetting[], scope as CareSetting | "organisation");
}

function scored({ criteria, notApplicable }: Row) {
  const decided = criteria as Readonly<Record<string, CriterionState>>;
  return {
    criteria: decided,
    notApplicable: typeof notApplicable === "string" ? { reason: notApplicable } : null,
  };
}

function placeOf(places: readonly Column[], row: Row): CsvCell[] {
  return places.map(([, cell]) => cellOf(cell(row)));
}
