// Brings an organisation in that took everything out of another installation: npm run organisation:import -- FILE tries
// it and says what would come, with --apply it is kept.
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { hashOfToken, invitationToken } from "@/lib/data/invitation-token";
import { readOrganisationArchive } from "@/lib/exchange/read-organisation-archive";
import type { Problem } from "@/lib/framework/problem";
import { bringInOrganisation } from "./database/bring-in-organisation";
import { withConnection } from "./database/connection";
import { failPlainly } from "./fail-plainly";

const MOST_SHOWN = 50;

await failPlainly(async () => {
  const [file, ...options] = process.argv.slice(2);
  if (!file || file.startsWith("--") || options.some((option) => option !== "--apply")) {
    throw new Error("Name the file: npm run organisation:import -- everything-ZZA.zip [--apply]");
  }
  const ownerUrl = process.env.DATABASE_OWNER_URL;
  if (!ownerUrl) throw new Error("DATABASE_OWNER_URL is missing: set it as for npm run db:setup.");
  const archive = await readFile(resolve(process.env.INIT_CWD ?? process.cwd(), file));
  const read = await readOrganisationArchive(archive);
  if (!read.ok) throw new Error(inLines(read.problems));
  const keep = options.includes("--apply");
  const outcome = await withConnection(ownerUrl, (owner) =>
    bringInOrganisation(owner, read.contents, {
      fileHash: createHash("sha256").update(archive).digest("hex"),
      tokenHashOf: (invitation) => hashOfToken(invitationToken(invitation)),
      keep,
    }),
  );
  if (outcome.kind === "refused") throw new Error(inLines(outcome.problems));
  const { name, odsCode } = read.contents.organisation;
  const { added, known } = outcome.people;
  console.log(`${name} (${odsCode}), as it was at ${read.manifest.madeAt}: ${outcome.rows} rows,`);
  console.log(
    `${read.contents.events.length} events, ${added} new people and ${known} who are here already.`,
  );
  if (!keep) return console.log("Nothing was changed. Add --apply to bring it in.");
  console.log("It is in. Nobody new can sign in yet: invite its digital lead, who invites the others anew.");
});

function inLines(problems: readonly Problem[]): string {
  const lines = problems.slice(0, MOST_SHOWN).map(({ path, message }) => `${path || "/"}: ${message}`);
  const more = problems.length - lines.length;
  return [
    "Nothing was changed.",
    ...lines,
    ...(more > 0 ? [`And ${more} more.`] : []),
    "A place such as /answers/3 is the fourth row of answers.json. Do not change the file: take everything out of the",
    "other installation again. If the new file is refused as well, send these lines to whoever runs that installation.",
  ].join("\n");
}
