import { inflateSync } from "node:zlib";

/**
 * Everything a PDF of ours says: what stands in it plainly (titles, alternative texts), and its pages. A page names
 * letters by numbers that each font gives out anew, so the pages are read once with each font's own list; where one
 * font wrote what another reads, nonsense comes out beside the text.
 */
export function textOfPdf(file: Buffer): string {
  const plain = file.toString("latin1");
  const streams = [...plain.matchAll(/(?<!end)stream\r?\n/g)].flatMap(({ index, 0: begin }) => {
    const start = index + begin.length;
    const end = plain.indexOf("endstream", start);
    const read = inflated(file.subarray(start, end));
    return read === null ? [] : [read];
  });
  const fonts = streams.filter((stream) => stream.includes("begincmap")).map(lettersOf);
  const pages = streams.filter((stream) => /\bT[jJ]\b/.test(stream));
  const read = fonts.flatMap((letters) => pages.map((page) => readWith(letters, page)));
  // Titles are UTF-16: every other byte of plain letters is nothing.
  return [plain.replaceAll("\0", ""), ...read].join("\n");
}

function inflated(stream: Buffer): string | null {
  try {
    return inflateSync(stream).toString("latin1");
  } catch {
    return null;
  }
}

/** The letter for each number of a font: "<0003> <0010> [<0020> <0041> …]" gives those from 3 to 16 in turn. */
function lettersOf(cmap: string): Map<string, string> {
  const letters = new Map<string, string>();
  for (const [, first = "", , list = ""] of cmap.matchAll(
    /<([0-9a-f]{4})>\s*<([0-9a-f]{4})>\s*\[([^\]]*)\]/gi,
  )) {
    [...list.matchAll(/<([0-9a-f\s]*)>/gi)].forEach(([, units = ""], at) => {
      const number = (parseInt(first, 16) + at).toString(16).padStart(4, "0");
      const codes = units.match(/[0-9a-f]{4}/gi) ?? [];
      letters.set(number, String.fromCharCode(...codes.map((code) => parseInt(code, 16))));
    });
  }
  return letters;
}

/** The texts of a page, each as one word however its letters are set apart. */
function readWith(letters: Map<string, string>, page: string): string {
  return [...page.matchAll(/\[([^\]]*)\]\s*TJ|(<[0-9a-f]*>)\s*Tj/gi)]
    .map(([, several, one]) =>
      [...(several ?? one ?? "").matchAll(/<([0-9a-f]*)>/gi)]
        .flatMap(([, numbers = ""]) => numbers.toLowerCase().match(/[0-9a-f]{4}/g) ?? [])
        .map((number) => letters.get(number) ?? "")
        .join(""),
    )
    .join("\n");
}
