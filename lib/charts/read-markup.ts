// A strict reader of drawings: documents draw what it reads, and tests fail on markup a document would refuse.

export type Node = { name: string; attributes: Record<string, string>; words: string; children: Node[] };

const tag = /<(\/?)([a-z]+)((?: [a-zA-Z][\w:-]*="[^"<]*")*)(\/?)>/y;
const words = /[^<]+/y;
const entity = /&(?!(?:amp|lt|gt|quot|#39);)/;
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/;

/** The drawing as a tree. Throws where it is not well-formed XML, or holds anything but tags, attributes and words. */
export function readMarkup(markup: string): Node {
  if (entity.test(markup) || control.test(markup) || !markup.isWellFormed())
    throw new Error("forbidden characters");
  const root: Node = { name: "", attributes: {}, words: "", children: [] };
  const open = [root];
  let at = 0;
  while (at < markup.length) {
    const parent = open.at(-1);
    if (!parent) throw new Error(`closed too often at ${at}`);
    tag.lastIndex = words.lastIndex = at;
    const found = tag.exec(markup);
    if (found) {
      at = tag.lastIndex;
      const [, closing, name = "", written = "", alone] = found;
      if (closing) {
        if (open.pop()?.name !== name) throw new Error(`</${name}> closes another element`);
        continue;
      }
      const node: Node = { name, attributes: attributesOf(written), words: "", children: [] };
      parent.children.push(node);
      if (!alone) open.push(node);
      continue;
    }
    const run = words.exec(markup);
    if (!run) throw new Error(`not markup at ${at}: ${markup.slice(at, at + 60)}`);
    at = words.lastIndex;
    parent.words += plain(run[0]);
  }
  const [only, ...others] = root.children;
  if (open.length !== 1 || !only || others.length > 0) throw new Error("not one whole element");
  return only;
}

/** Every element of the tree, the first first. */
export function allOf(node: Node): Node[] {
  return [node, ...node.children.flatMap((child) => allOf(child))];
}

/** The words that are drawn, one entry for each line. */
export function drawnWords(markup: string): string[] {
  return allOf(readMarkup(markup))
    .filter(({ name }) => name === "text")
    .map((node) => node.words);
}

function attributesOf(written: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, name = "", value = ""] of written.matchAll(/ ([a-zA-Z][\w:-]*)="([^"]*)"/g)) {
    if (name in attributes) throw new Error(`${name} is there twice`);
    attributes[name] = plain(value);
  }
  return attributes;
}

function plain(escapedWords: string): string {
  return escapedWords
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");
}
