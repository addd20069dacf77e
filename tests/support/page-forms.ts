const CONTROL = /<input\b([^>]*)>|<textarea\b([^>]*)>(.*?)<\/textarea>|<select\b([^>]*)>(.*?)<\/select>/gs;

/**
 * A form of a page as a browser without JavaScript would send it untouched: the first whose markup holds `about`, such
 * as `name="title"`.
 */
export function formIn(html: string, about: string): FormData {
  const found = [...html.matchAll(/<form\b[^>]*>(.*?)<\/form>/gs)].map(([, inside = ""]) => inside);
  const markup = found.find((inside) => inside.includes(about));
  if (markup === undefined) throw new Error(`The page has no form with ${about}`);
  const form = new FormData();
  for (const [, input, area, text = "", select, options = ""] of markup.matchAll(CONTROL)) {
    const { name, type, value, checked } = attributesOf(input ?? area ?? select ?? "");
    if (name === undefined) continue;
    if (area !== undefined) form.append(name, unescaped(text).replace(/\r\n?/g, "\n").replace(/^\n/, ""));
    else if (select !== undefined) form.append(name, chosenOf(options));
    else if (!/^(radio|checkbox)$/.test(type ?? "")) form.append(name, value ?? "");
    else if (checked !== undefined) form.append(name, value ?? "on");
  }
  return form;
}

function chosenOf(options: string): string {
  const all = [...options.matchAll(/<option\b([^>]*)>/g)].map(([, attributes = ""]) =>
    attributesOf(attributes),
  );
  return (all.find(({ selected }) => selected !== undefined) ?? all[0])?.value ?? "";
}

function attributesOf(markup: string): Partial<Record<string, string>> {
  const found = markup.matchAll(/([\w$:-]+)(?:="([^"]*)")?/g);
  return Object.fromEntries([...found].map(([, name = "", value = ""]) => [name, unescaped(value)]));
}

function unescaped(text: string): string {
  return text
    .replace(/&#x([0-9a-f]+);/gi, (_, hex: string) => String.fromCodePoint(parseInt(hex, 16)))
    .replace(/&#(\d+);/g, (_, digits: string) => String.fromCodePoint(Number(digits)))
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");
}
