// Writes THIRD-PARTY-NOTICES.md from the licence files of the installed production packages: `npm run notices`.
// Run it after a change of dependencies. What is written is the same on every kind of machine.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { format, resolveConfig } from "prettier";

const checkout = resolve(import.meta.dirname, "..");
const target = join(checkout, "THIRD-PARTY-NOTICES.md");
const { packages } = JSON.parse(readFileSync(join(checkout, "package-lock.json"), "utf8"));

const production = Object.entries(packages)
  .filter(([place, { dev, devOptional }]) => place !== "" && !dev && !devOptional)
  .map(([place, locked]) => ({ place, ...locked, name: place.replace(/^.*node_modules\//, "") }));
const everywhere = production.filter(({ optional }) => !optional);
const someMachines = production.filter((one) => !everywhere.includes(one));

const missing = everywhere.filter(({ place }) => !existsSync(join(checkout, place, "package.json")));
if (missing.length > 0) {
  console.error(`Run \`npm ci\` first: these packages are not installed: ${namesOf(missing).join(", ")}.`);
  process.exit(1);
}

const told = everywhere.map((one) => ({ ...one, text: licenceOf(one.place) }));
const without = told.filter(({ text }) => text === "");
/** One text with all who share it, since most differ in nothing but the copyright line. */
const texts = new Map();
for (const one of told.filter(({ text }) => text !== ""))
  texts.set(one.text, [...(texts.get(one.text) ?? []), one]);

const page = `# Third-party notices

The packages that the service is made with, and their licences. Written by \`npm run notices\` from the licence files of
the installed packages; do not edit it. Packages used only to develop and test are left out. Some packages carry parts
of others, whose licences lie inside them: \`next\` in \`dist/compiled\`, and the built-in database in its folder.

## All packages

${table(told)}

## Optional packages

Most are made for one kind of machine, and only those for the machine at hand are installed. The licence is the one the package is registered
with; where that is not on record, it is in the package.

${table(someMachines)}

## Packages without a licence file

They name their licence in \`package.json\` alone:

${without.map((one) => `- ${one.name} ${one.version}: ${licenceName(one)}, ${makersOf(one.place)}`).join("\n")}

## Licence texts

${[...texts].map(([text, those]) => `### ${namesOf(those).join(", ")}\n\n${fenced(text)}`).join("\n\n")}
`;
writeFileSync(target, await format(page, { ...(await resolveConfig(target)), parser: "markdown" }));
console.log(`Wrote THIRD-PARTY-NOTICES.md: ${production.length} packages, ${texts.size} licence texts.`);

/** The licence and notice files of an installed package, one after the other. */
function licenceOf(place) {
  const folder = join(checkout, place);
  return readdirSync(folder)
    .filter((file) => /^(licen[cs]e(_font)?|copying|notice)(\.(md|txt))?$/i.test(file))
    .sort()
    .map((file) => readFileSync(join(folder, file), "utf8").replaceAll("\r\n", "\n").trim())
    .join("\n\n");
}

function licenceName({ license }) {
  return license ?? "see the package";
}

function makersOf(place) {
  const { author, repository } = JSON.parse(readFileSync(join(checkout, place, "package.json"), "utf8"));
  const source = (repository?.url ?? repository ?? "").replace(/^git\+/, "");
  return [author?.name ?? author, source].filter(Boolean).join(", ") || "no author named";
}

function namesOf(list) {
  return [...new Set(list.map(({ name, version }) => `${name} ${version}`))];
}

function table(list) {
  const rows = list.map((one) => `| ${one.name} | ${one.version} | ${licenceName(one)} |`);
  return ["| Package | Version | Licence |", "| --- | --- | --- |", ...new Set(rows)].join("\n");
}

/** Fenced, so that a text stays as its authors wrote it. */
function fenced(text) {
  const longest = Math.max(0, ...[...text.matchAll(/`{3,}/g)].map(([ticks]) => ticks.length));
  const fence = "`".repeat(Math.max(3, longest + 1));
  return `${fence}text\n${text}\n${fence}`;
}
