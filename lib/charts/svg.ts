/** Attributes of one element; what is undefined is left out. Numbers are written with two decimals at most. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** One element as markup. Children are markup already: what people typed goes through `text` first. */
export function element(name: string, attributes: Attributes, ...children: readonly string[]): string {
  let written = "";
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined) continue;
    written += ` ${key}="${typeof value === "number" ? rounded(value) : escaped(value)}"`;
  }
  return children.length > 0 ? `<${name}${written}>${children.join("")}</${name}>` : `<${name}${written}/>`;
}

/** Words as they may stand between tags or in an attribute, in HTML as in XML. */
export function escaped(words: string): string {
  // Most words hold nothing special, and a page of drawings holds thousands.
  if (words.isWellFormed() && !special.test(words)) return words;
  return allowed(words)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

const special = /[&<>"'\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/;

/** One line of words at a place. `size` in pixels; `anchor` says which end of the line is at `x`. */
export function text(
  words: string,
  at: {
    x: number;
    y: number;
    size?: number;
    anchor?: "start" | "middle" | "end";
    weight?: "bold";
    fill?: string;
  },
): string {
  const { x, y, size = 14, anchor = "start", weight, fill = "#212b32" } = at;
  return element(
    "text",
    { x, y, "font-size": size, "text-anchor": anchor, "font-weight": weight, fill },
    escaped(words),
  );
}

// A drawing is embedded as XML in documents, where control characters and half characters are errors.
function allowed(words: string): string {
  return words
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g, "\ufffd");
}

function rounded(value: number): string {
  return String(Math.round(value * 100) / 100);
}
