const day = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/London",
  day: "numeric",
  month: "long",
  year: "numeric",
});

const clock = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/London",
  hour: "numeric",
  minute: "2-digit",
  // Twelve comes before one, at midnight as well: `hour12` would make it "0:16am".
  hourCycle: "h12",
});

/** A date as people read it, "6 April 2026", by the clock in London. */
export function dateInWords(date: Date): string {
  return day.format(date);
}

/** A time of day as people read it, "2:30pm", by the clock in London. */
export function clockTime(date: Date): string {
  return clock.format(date).replace(/\s/g, "").toLowerCase();
}

/** A moment as people read it, "6 April 2026 at 2:30pm", by the clock in London. */
export function momentInWords(date: Date): string {
  return `${day.format(date)} at ${clockTime(date)}`;
}

const iso = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/London" });

/** A date for machines, "2026-04-06", by the clock in London. */
export function isoDate(date: Date): string {
  return iso.format(date);
}

/** The day a moment falls on in London, at midnight UTC: the way dates without a time are kept. */
export function dayOf(date: Date): Date {
  return new Date(`${isoDate(date)}T00:00:00Z`);
}

const hourOfDay = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/London",
  hour: "2-digit",
  hourCycle: "h23",
});

/** A moment by the clock in London: its day at midnight UTC, its weekday from 0 for Sunday, its hour from 0 to 23. */
export function localTime(date: Date): { day: Date; weekday: number; hour: number } {
  const day = dayOf(date);
  return { day, weekday: day.getUTCDay(), hour: Number(hourOfDay.format(date)) };
}

/** The moment a day ends in London; `day` is written "2026-04-06". */
export function endOfDay(day: string): Date {
  const next = new Date(`${day}T24:00:00Z`);
  // In summer London is an hour ahead, so that its day ends at 23:00 UTC.
  const hourBefore = new Date(next.getTime() - 60 * 60_000);
  return isoDate(hourBefore) === day ? next : hourBefore;
}
