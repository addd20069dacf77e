import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** A part of a change log, in order: a heading, a paragraph or a list. */
export type ChangelogPart =
  { kind: "heading"; text: string } | { kind: "paragraph"; text: string } | { kind: "list"; items: string[] };

/** The change log kept beside a framework version's questions; empty where there is none. */
export async function readChangelog(folder: string, id: string, version: string): Promise<ChangelogPart[]> {
  try {
    return changelogParts(await readFile(join(folder, id, version, "changelog.md"), "utf8"));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
}

/**
 * The parts of a change log written as frameworks/README.md asks: a title (left out, the page has its own), second
 * level headings, paragraphs and lists. Anything else is a paragraph of plain text.
 */
export function changelogParts(markdown: string): ChangelogPart[] {
  const parts: ChangelogPart[] = [];
  let open = false;
  for (const line of markdown.split(/\r?\n/).map((each) => each.trim())) {
    const last = parts.at(-1);
    const [, heading] = /^##+ (.*)$/.exec(line) ?? [];
    const [, item] = /^[-*] (.*)$/.exec(line) ?? [];
    if (line === "") open = false;
    else if (/^# /.test(line)) continue;
    else if (heading) parts.push({ kind: "heading", text: plainText(heading) });
    else if (item && last?.kind === "list") last.items.push(plainText(item));
    else if (item) parts.push({ kind: "list", items: [plainText(item)] });
    else if (open && last?.kind === "list") last.items.push(`${last.items.pop()} ${plainText(line)}`);
    else if (open && last?.kind === "paragraph") last.text += ` ${plainText(line)}`;
    else parts.push({ kind: "paragraph", text: plainText(line) });
    if (line !== "" && !heading) open = true;
  }
  return parts;
}

/** Without the signs for bold and code, which mean nothing read as text. */
function plainText(text: string): string {
  return text.replace(/\*\*|`/g, "");
}
