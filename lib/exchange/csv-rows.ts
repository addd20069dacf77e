/** A row of a CSV file and the line it begins on, from 1. */
export type CsvRow = { line: number; cells: string[] };

export type CsvProblem = { line: number; column: number; message: string };

/**
 * Reads CSV text (RFC 4180): commas, double quotes doubled inside quotes, any kind of line end, line breaks inside
 * quotes. Stops at the first place where quotes do not fit, since everything after it may be read wrongly. Empty lines
 * are left out. Never throws; one pass.
 */
export function csvRows(text: string): { rows: CsvRow[]; problem: CsvProblem | null } {
  const rows: CsvRow[] = [];
  const delimiter = /[,\r\n]/g;
  let cells: string[] = [];
  let [line, startedOn, at] = [1, 1, 0];
  const problem = (message: string) => ({ rows, problem: { line, column: cells.length + 1, message } });
  while (at < text.length) {
    let cell = "";
    if (text[at] === '"') {
      const end = closingQuote(text, at + 1);
      if (end === -1) return problem("has an opening quote and no closing one");
      cell = text.slice(at + 1, end).replaceAll('""', '"');
      line += cell.split(/\r\n|\r|\n/).length - 1;
      at = end + 1;
      if (at < text.length && !",\r\n".includes(text[at] ?? "")) {
        return problem("has something after its closing quote");
      }
    } else {
      delimiter.lastIndex = at;
      cell = text.slice(at, delimiter.exec(text)?.index ?? text.length);
      if (cell.includes('"')) return problem("has a quote in a value that is not in quotes");
      at += cell.length;
    }
    cells.push(cell);
    if (text[at] === ",") {
      at += 1;
      // A comma at the very end has an empty cell after it.
      if (at === text.length) cells.push("");
      continue;
    }
    if (cells.length > 1 || cells[0] !== "") rows.push({ line: startedOn, cells });
    cells = [];
    if (at < text.length) {
      at += text.startsWith("\r\n", at) ? 2 : 1;
      line += 1;
      startedOn = line;
    }
  }
  if (cells.length > 0) rows.push({ line: startedOn, cells });
  return { rows, problem: null };
}

function closingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at !== -1; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] !== '"') return at;
  }
  return -1;
}
