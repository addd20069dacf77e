/**
 * The period an assessment covers: an NHS year from 1 April to 31 March, written "2026/27".
 */
const PATTERN = /^(20\d\d)\/(\d\d)$/;

/** True for a label such as "2026/27" whose second half is the year after the first. */
export function isRound(label: string): boolean {
  const match = PATTERN.exec(label);
  return match !== null && (Number(match[1]) + 1) % 100 === Number(match[2]);
}

/** The round after the one given: "2026/27" gives "2027/28". Throws on anything that is not a round. */
export function nextRound(label: string): string {
  if (!isRound(label)) throw new Error(`Not a round: "${label}". A round looks like 2026/27.`);
  return roundStarting(Number(label.slice(0, 4)) + 1);
}

/** The round that a date falls into; the year turns on 1 April in London. */
export function roundOf(date: Date): string {
  const [year, month] = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/London" })
    .format(date)
    .split("-")
    .map(Number) as [number, number, number];
  return roundStarting(month >= 4 ? year : year - 1);
}

function roundStarting(year: number): string {
  return `${year}/${String((year + 1) % 100).padStart(2, "0")}`;
}
