/** A row of a trust extract, with what is said about it in its places and the rest filled as the publisher does. */
export function odsRow(trust: {
  code: string;
  name?: string;
  region?: string;
  icb?: string;
  opened?: string;
  closed?: string;
}): string {
  const { code, name = `TRUST ${code} NHS TRUST`, region = "Y60", icb = "QWO", opened = "20010401" } = trust;
  const address = ["1 HIGH STREET", "", "TOWN", "", "COUNTY", "AB1 2CD"];
  const cells = [code, name, region, icb, ...address, opened, trust.closed ?? "", "", "", "", "", ""];
  while (cells.length < 27) cells.push(cells.length === 21 ? "0" : "");
  return cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",");
}

export function odsFile(name: string, ...rows: string[]): { name: string; bytes: Uint8Array } {
  return { name, bytes: new TextEncoder().encode(rows.map((row) => `${row}\r\n`).join("")) };
}
