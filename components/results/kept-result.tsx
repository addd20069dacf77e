import { Table } from "@/components/nhs/table";
import type { CareSetting } from "@/lib/framework/schema";
import { careSettingNames } from "@/lib/framework/setting-names";
import { levelInFigures } from "@/lib/report/level-words";
import { overallInFigures, scoreInFigures } from "@/lib/report/stage-words";
import { signedOffInWords, type SignedBy } from "@/lib/report/status-words";
import type { Result } from "@/lib/scoring/result";

type Props = { setting: CareSetting; result: Result; signedOff: SignedBy; showSensitive: boolean };

/**
 * A frozen result by the ids of its dimensions and capabilities, for when the framework that names them is missing.
 * Which capabilities are sensitive is not known then, so whoever may not see those gets dimensions alone.
 */
export function KeptResult({ setting, result, signedOff, showSensitive }: Props) {
  const name = careSettingNames[setting];
  const { stage, distance } = result;
  return (
    <section aria-labelledby={setting}>
      <h3 className="nhsuk-heading-m" id={setting}>
        {name}
      </h3>
      <p>
        Stage {stage.low === stage.high ? stage.low : `${stage.low} to ${stage.high}`} of 5, score{" "}
        {overallInFigures(result)} out of 5. {distance.unmet} of {distance.of} conditions of the next stage
        were not met. {signedOffInWords(signedOff)}.
      </p>
      <Table
        caption={`${name}: dimensions, out of 5`}
        captionSize="s"
        columns={[{ header: "Dimension" }, { header: "Score" }]}
        rows={result.dimensions.map((bounds) => ({
          id: bounds.id,
          cells: [bounds.id, scoreInFigures(bounds)],
        }))}
      />
      {showSensitive && (
        <Table
          caption={`${name}: capabilities`}
          captionSize="s"
          columns={[{ header: "Capability" }, { header: "Level" }, { header: "Missing for the next level" }]}
          rows={result.capabilities.map((entry) => ({
            id: entry.id,
            cells: [entry.id, levelInFigures(entry), entry.missing.join(", ") || "–"],
          }))}
        />
      )}
    </section>
  );
}
