// How elements are written in HTML, for those the product's pages are made of.

/** What the person changes in the browser. */
const controls = new Set(["form", "input", "button"]);
/** What React puts elsewhere or looks after itself, and what is written in another way than the rest. */
const lookedAfter = new Set([
  ...["script", "style", "link", "meta", "title", "base", "img", "iframe", "object", "pre"],
  ...["textarea", "select", "option"],
]);

export function isControl(type: string): boolean {
  return controls.has(type);
}

export function isLookedAfter(type: string): boolean {
  return lookedAfter.has(type);
}

/** Of the others, those that hold nothing and have no end. */
const endless = new Set(["br", "hr", "wbr", "input"]);

export function closingTag(type: string): string {
  return endless.has(type) ? "" : `</${type}>`;
}

/** Names that React spells in its own way; the others below are spelt as in HTML and SVG. */
const respelt: Readonly<Record<string, string>> = {
  className: "class",
  htmlFor: "for",
  tabIndex: "tabindex",
  defaultValue: "value",
};
const asTheyAre = new Set([
  ...[
    "id",
    "role",
    "lang",
    "title",
    "scope",
    "href",
    "rel",
    "target",
    "width",
    "height",
    "viewBox",
    "d",
    "fill",
  ],
  ...[
    "focusable",
    "type",
    "name",
    "value",
    "method",
    "action",
    "rows",
    "cols",
    "placeholder",
    "headers",
    "start",
    "colSpan",
    "rowSpan",
    "dateTime",
    "autoComplete",
    "inputMode",
    "maxLength",
  ],
]);
/** Written without a value where true, left out where false. */
const flags: Readonly<Record<string, string>> = {
  open: "open",
  hidden: "hidden",
  disabled: "disabled",
  checked: "checked",
  defaultChecked: "checked",
  required: "required",
  reversed: "reversed",
};
/** Where React keeps out addresses that are programs. */
const addresses = new Set(["href", "action"]);
const harmlessAddress = /^(?:[/?#]|https?:|mailto:|tel:)/;

/**
 * The tag that opens an element, or null where it has a property this does not know how to write: React draws it then.
 */
export function openingTag(type: string, attributes: Readonly<Record<string, unknown>>): string | null {
  let tag = `<${type}`;
  for (const name in attributes) {
    const value = attributes[name];
    if (value === undefined || value === null) continue;
    const written = attribute(name, value);
    if (written === null) return null;
    tag += written;
  }
  return endless.has(type) ? `${tag}/>` : `${tag}>`;
}

function attribute(name: string, value: unknown): string | null {
  const flag = flags[name];
  if (flag !== undefined) return typeof value === "boolean" ? (value ? ` ${flag}=""` : "") : null;
  if (name.startsWith("aria-") || name.startsWith("data-")) return quoted(name, value, true);
  const spelt = respelt[name] ?? (asTheyAre.has(name) ? name : null);
  if (spelt === null || (addresses.has(name) && !harmlessAddress.test(String(value)))) return null;
  return quoted(spelt, value, false);
}

function quoted(name: string, value: unknown, truthIsWord: boolean): string | null {
  if (typeof value === "string" || typeof value === "number" || (truthIsWord && typeof value === "boolean")) {
    return ` ${name}="${escapedText(String(value))}"`;
  }
  return null;
}

const special = /[&<>"']/;
const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#x27;",
};

/** Words between tags or in an attribute, as React writes them. */
export function escapedText(words: string): string {
  return special.test(words) ? words.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign) : words;
}
