import { randomUUID } from "node:crypto";
import { withConnection } from "@/scripts/database/connection";
import { copyRows } from "./copied-rows";
import { alternate, askingForPage, load } from "./load";
import { pageRow } from "./pages";
import type { Row } from "./report";
import type { Subjects } from "./service";
import type { Setting } from "./setting";

const TRUSTS = 40;

/** What a consultant with forty clients opens in the morning, beside a page without data. */
export async function measurePortfolio(
  setting: Setting,
  { consultant, boardTrust }: Subjects,
): Promise<Row[]> {
  const { product, reference, rounds, seconds } = setting;
  const readers = { readers: 20, seconds };
  await addClients(setting.ownerUrl, consultant.organisationId, boardTrust);
  const { bare, portfolio } = await alternate(rounds, {
    bare: () => load(reference, readers, () => ({ path: "/" })),
    portfolio: () => load(product, readers, () => askingForPage(consultant.page, consultant.cookie)),
  });
  return [pageRow(`Portfolio of ${TRUSTS} trusts, 20 readers: p95`, portfolio, bare, "p95")];
}

/** Adds trusts that gave the consultancy access, each with the last signed-off round of a trust that is there. */
async function addClients(ownerUrl: string, consultancy: string, odsCode: string): Promise<void> {
  await withConnection(ownerUrl, async (owner) => {
    const { rows } = await owner.query<{ organisation: string }>(
      "SELECT id AS organisation FROM organisation WHERE ods_code = $1",
      [odsCode],
    );
    const from = rows[0]?.organisation;
    if (!from) throw new Error(`There is no trust ${odsCode}.`);
    for (let number = 1; number <= TRUSTS; number += 1) {
      const [trust, round] = [randomUUID(), randomUUID()];
      await owner.query("BEGIN");
      await owner.query(
        "SELECT set_config('app.organisation_ids', $1, true), set_config('app.organisation_id', $2, true)",
        [`${from},${trust}`, trust],
      );
      await owner.query(
        `INSERT INTO organisation (id, ods_code, name, kind, care_settings)
         SELECT $1, $2, $3, kind, care_settings FROM organisation WHERE id = $4`,
        [trust, `ZW${String(number).padStart(2, "0")}`, `Client ${number} NHS Trust`, from],
      );
      const latest = await owner.query<{ id: string }>(
        "SELECT assessment_id AS id FROM snapshot WHERE organisation_id = $1 AND kind = 'sign_off' ORDER BY at DESC LIMIT 1",
        [from],
      );
      const copied = { organisation_id: `'${trust}'` };
      const value = latest.rows[0]?.id ?? "";
      await copyRows(owner, {
        table: "assessment",
        changed: { ...copied, id: `'${round}'` },
        from,
        column: "id",
        value,
      });
      await copyRows(owner, {
        table: "snapshot",
        changed: { ...copied, id: "gen_random_uuid()", assessment_id: `'${round}'` },
        from,
        column: "assessment_id",
        value,
      });
      await owner.query(
        `INSERT INTO access_grant (id, organisation_id, kind, scope, beside, receiver_id, starts_on, ends_on)
         VALUES (gen_random_uuid(), $1, 'consultancy', 'results', 'named', $2, current_date - 30, current_date + 365)`,
        [trust, consultancy],
      );
      await owner.query("COMMIT");
    }
  });
}
