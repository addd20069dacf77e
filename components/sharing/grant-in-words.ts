import { dateInWords } from "@/lib/report/dates";

type Taker = { receiver: { name: string } | null; email: string | null };
type Standing = { startsOn: Date; endsOn: Date | null; endedAt: Date | null };

/** Whom a grant was given to: "Harrow Lane Advisory", "jo@example.org at Harrow Lane Advisory". */
export function grantTaker({ receiver, email }: Taker): string {
  if (!receiver) return email ?? "Somebody who has left";
  return email ? `${email} at ${receiver.name}` : receiver.name;
}

/** From when to when a grant that is over stood. */
export function grantStanding({ startsOn, endsOn, endedAt }: Standing): string {
  const end = endedAt ?? endsOn;
  return `from ${dateInWords(startsOn)}${end ? ` to ${dateInWords(end)}` : ""}`;
}
