import type { ImportPreview } from "@/lib/data/organisation-imports";

/** What an import would do, line by line, for whoever runs the command. */
export function importInWords(preview: ImportPreview): string[] {
  const { added, changed, closed, merged, problems, unchanged, leftOut, notNamed } = preview;
  const fields = (list: (typeof changed)[number]["fields"]) =>
    list.map(({ field, from, to }) => `${field}: ${from ?? "none"} -> ${to ?? "none"}`).join("; ");
  return [
    ...problems.map(({ file, line, column, message }) =>
      line === 0 ? `${file} ${message}` : `${file}:${line}:${column} ${message}; left out`,
    ),
    ...added.map(({ code, name }) => `add     ${code} ${name}`),
    ...changed.map(({ code, name, fields: list }) => `change  ${code} ${name}: ${fields(list)}`),
    ...closed.map(({ code, name, fields: list }) => `close   ${code} ${name}: ${fields(list)}`),
    ...merged.map(
      ({ code, name, into }) => `close   ${code} ${name}, perhaps merged into ${into.code} ${into.name}`,
    ),
    `${added.length} to add, ${changed.length} to change, ${closed.length + merged.length} to close; ` +
      `${unchanged} unchanged, ${leftOut} closed before and left out, ${notNamed.length} not in the files.`,
  ];
}
