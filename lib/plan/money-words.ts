/** Whole pounds as people read them, "£1,250,000". */
export function poundsInWords(pounds: number): string {
  return `£${pounds.toLocaleString("en-GB")}`;
}

/** "5,000 hours", "1 hour". */
export function hoursInWords(hours: number): string {
  return `${hours.toLocaleString("en-GB")} ${hours === 1 ? "hour" : "hours"}`;
}

/** A growth in tenths of a per cent, "2.0%" or "−0.4%". */
export function tenthsInWords(tenths: number): string {
  return `${tenths < 0 ? "−" : ""}${(Math.abs(tenths) / 10).toFixed(1)}%`;
}

/** Tenths of a per cent from what was typed, "1.4", "-0.3%"; null where nothing was, undefined for anything else. */
export function tenthsTyped(text: string): number | null | undefined {
  const bare = text.replace(/[%\s]/g, "").replace("−", "-");
  if (bare === "") return null;
  return /^-?\d{1,2}(\.\d)?$/.test(bare) ? Math.round(Number(bare) * 10) : undefined;
}

/**
 * Whole pounds from what was typed: "1,250,000", "£1250000". "negative" for less than nothing, null where nothing was
 * typed, undefined for anything else, pence included: figures of a plan are whole pounds.
 */
export function poundsTyped(text: string): number | "negative" | null | undefined {
  const bare = text.replace(/[£\s]/g, "");
  if (bare === "") return null;
  if (/^[-−(]/.test(bare)) return "negative";
  // A comma parts thousands: "12,5" may be twelve and a half, and would be ten times as much without it.
  const whole = /^\d{1,3}(,\d{3})+$/.test(bare) ? bare.replaceAll(",", "") : bare;
  return /^\d{1,15}$/.test(whole) ? Number(whole) : undefined;
}
