import { withConnection } from "@/scripts/database/connection";
import { copyRows, type Owner } from "./copied-rows";
import { alternate, askingForPage, load } from "./load";
import type { Row } from "./report";
import type { Subjects } from "./service";
import { plain, type Setting, times } from "./setting";

const TIMES = 10;

/**
 * The board view of a trust before and after its history grew tenfold, each beside a page without data, so that a
 * machine that meanwhile became slower does not count. To be taken last: the history stays.
 */
export async function measureHistory(setting: Setting, subjects: Subjects): Promise<Row[]> {
  const { product, reference, rounds, seconds } = setting;
  const readers = { readers: 20, seconds };
  const measure = () =>
    alternate(rounds, {
      bare: () => load(reference, readers, () => ({ path: "/" })),
      board: () => load(product, readers, () => askingForPage(subjects.boardPage, subjects.cookie)),
    });
  const before = await measure();
  await growHistory(setting.ownerUrl, subjects.boardTrust);
  const after = await measure();
  const ratio = after.board.p95 / after.bare.p95 / (before.board.p95 / before.bare.p95);
  return [
    {
      what: "Board view, ten times the history: p95",
      product: `${plain(after.board.p95)} ms`,
      reference: `${plain(before.board.p95)} ms (as it was)`,
      ratio: times(ratio),
      reach: "at most 1.2×",
      met: ratio <= 1.2,
    },
  ];
}

/** Copies every signed-off round with its answers and snapshot into nine blocks of earlier years. */
async function growHistory(ownerUrl: string, odsCode: string): Promise<void> {
  await withConnection(ownerUrl, async (owner) => {
    await owner.query("BEGIN");
    const { rows } = await owner.query<{ id: string }>("SELECT id FROM organisation WHERE ods_code = $1", [
      odsCode,
    ]);
    const organisation = rows[0]?.id;
    if (!organisation) throw new Error(`There is no trust ${odsCode}.`);
    await owner.query(
      "SELECT set_config('app.organisation_ids', $1, true), set_config('app.organisation_id', $1, true)",
      [organisation],
    );
    const signed = await owner.query<{ id: string; round: string }>(
      "SELECT id, round FROM assessment WHERE organisation_id = $1 AND state = 'signed_off' ORDER BY round",
      [organisation],
    );
    for (let block = 1; block < TIMES; block += 1) {
      for (const { id, round } of signed.rows) {
        await copyRound(owner, organisation, id, Number(round.slice(0, 4)), block * signed.rows.length);
      }
    }
    await owner.query("COMMIT");
  });
}

async function copyRound(
  owner: Owner,
  organisation: string,
  id: string,
  year: number,
  back: number,
): Promise<void> {
  const round = `${year - back}/${String(year - back + 1).slice(-2)}`;
  const earlier = `- make_interval(years => ${back})`;
  const copy = (table: string, changed: Record<string, string>, column: string) =>
    copyRows(owner, { table, changed, from: organisation, column, value: id });
  const [{ copied = "" } = {}] = (await owner.query<{ copied: string }>("SELECT gen_random_uuid() AS copied"))
    .rows;
  await copy(
    "assessment",
    {
      id: `'${copied}'`,
      round: `'${round}'`,
      started_at: `started_at ${earlier}`,
      signed_off_at: `signed_off_at ${earlier}`,
    },
    "id",
  );
  await copy("answer", { assessment_id: `'${copied}'` }, "assessment_id");
  await copy(
    "snapshot",
    { id: "gen_random_uuid()", assessment_id: `'${copied}'`, round: `'${round}'`, at: `at ${earlier}` },
    "assessment_id",
  );
}
