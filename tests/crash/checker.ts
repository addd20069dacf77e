import { lookBeneath } from "@/tests/support/database";
import type { Operation } from "./client";

type Revision = {
  path: string;
  organisation_id: string;
  version: number;
  note: string;
  by_id: string;
  events: number;
};

type Standing = {
  path: string;
  version: number;
  note: string;
  last: number | null;
  last_note: string | null;
};

const address = (table: string) =>
  `'/api/assessments/' || ${table}.assessment_id || '/answers/' || ${table}.capability_id || '/' || ${table}.scope`;

/**
 * What is wrong with what the database holds, given what clients were told; an empty list when nothing is. Every save
 * that was acknowledged stands in the history as it was sent and once; one that was refused does not; versions have
 * no gaps; each has its event and its receipt; the value that stands is the last version; nobody's text is in
 * another trust's rows.
 */
export async function problemsIn(
  database: { ownerUrl: string; appUrl: string },
  history: readonly Operation[],
  trusts: ReadonlyMap<string, string>,
): Promise<string[]> {
  const revisions = await lookBeneath<Revision>(
    `SELECT ${address("r")} AS path, r.organisation_id, r.version, r.value ->> 'note' AS note, r.by_id,
            coalesce(e.events, 0) AS events
     FROM answer_revision r
     LEFT JOIN (SELECT organisation_id, subject, (detail ->> 'version')::int AS version, count(*)::int AS events
                FROM audit_event WHERE action = 'answer.saved' GROUP BY 1, 2, 3) e
       ON e.organisation_id = r.organisation_id AND e.version = r.version
          AND e.subject = 'answer:' || r.assessment_id || '/' || r.capability_id || '/' || r.scope
     WHERE r.kind = 'saved' ORDER BY path, r.version`,
    [],
    database,
  );
  const standing = await lookBeneath<Standing>(
    `SELECT ${address("a")} AS path, a.version, a.note, l.version AS last, l.value ->> 'note' AS last_note
     FROM answer a LEFT JOIN LATERAL (
       SELECT version, value FROM answer_revision r
       WHERE (r.organisation_id, r.assessment_id, r.capability_id, r.scope)
           = (a.organisation_id, a.assessment_id, a.capability_id, a.scope) AND r.kind <> 'refused'
       ORDER BY version DESC LIMIT 1) l ON true`,
    [],
    database,
  );
  const receipts = await lookBeneath<{ key: string }>("SELECT key FROM save_receipt", [], database);
  return [
    ...historyProblems(history, revisions, new Set(receipts.map(({ key }) => key))),
    ...chainProblems(revisions),
    ...revisions.flatMap(({ note, organisation_id }) => {
      const [trust = ""] = note.split(" ");
      return note && trusts.has(trust) && trusts.get(trust) !== organisation_id ? [`foreign: ${note}`] : [];
    }),
    ...standing.flatMap((row) =>
      row.version === row.last && row.note === row.last_note
        ? []
        : [
            `${row.path} stands at ${row.version} "${row.note}", its history at ${row.last} "${row.last_note}"`,
          ],
    ),
  ];
}

function historyProblems(
  history: readonly Operation[],
  revisions: readonly Revision[],
  receipts: ReadonlySet<string>,
): string[] {
  const byNote = new Map<string, Revision[]>();
  for (const revision of revisions) {
    byNote.set(revision.note, [...(byNote.get(revision.note) ?? []), revision]);
  }
  return history.flatMap(({ note, path, outcome, version, key }) => {
    const found = (byNote.get(note) ?? []).filter((revision) => revision.path === path);
    if (outcome === "ok") {
      if (found.length !== 1) return [`acknowledged and ${found.length} times in the history: ${note}`];
      if (found[0]?.version !== version)
        return [`acknowledged as ${version}, kept as ${found[0]?.version}: ${note}`];
      return receipts.has(key) ? [] : [`kept without its receipt: ${note}`];
    }
    if (outcome === "fail") return found.length === 0 ? [] : [`refused and yet kept: ${note}`];
    return [`never settled: ${note}`];
  });
}

function chainProblems(revisions: readonly Revision[]): string[] {
  const last = new Map<string, number>();
  return revisions.flatMap(({ path, version, events }) => {
    const expected = (last.get(path) ?? 0) + 1;
    last.set(path, version);
    return [
      ...(version === expected ? [] : [`${path}: version ${version} follows ${expected - 1}`]),
      ...(events === 1 ? [] : [`${path} version ${version} has ${events} events`]),
    ];
  });
}
