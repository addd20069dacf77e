import { type Assignment, dueStanding } from "./assignment";
import { daysBetween } from "./days";

/** What somebody is reminded of: everything that is still theirs to answer, by how urgent it is. */
export type Digest<Open> = { overdue: Open[]; dueSoon: Open[]; others: Open[] };

/** When something was asked of somebody and by when: a question assigned to them, or their own view. */
type Asked = Pick<Assignment, "due" | "assignedAt">;

/** By the clock in London: the day at midnight UTC, as dates are kept, its weekday from 0 for Sunday, and the hour. */
export type LocalTime = { day: Date; weekday: number; hour: number };

/** Nobody is written to outside these hours. */
const FIRST_HOUR = 7;
const LAST_HOUR = 18;
/** How long questions rest after they were assigned, so that one sitting's work comes as one mail. */
const SETTLED = 10 * 60_000;
/** The days before and after a due date on which it is called to mind; after the last, once a week. */
const DAYS_AROUND = [-7, -1, 1];
const WEEK = 7;

/**
 * The digest that is due to somebody now, or null. Sent on working days in working hours, one a day at most, and only
 * where there is something new to say since the last: a question was assigned, or a date came near or went by.
 * `last` is the day of the last digest, at midnight UTC; null before the first.
 */
export function digestDue<Open extends { assignment: Asked }>(
  open: readonly Open[],
  last: { day: Date; at: Date } | null,
  now: Date,
  local: LocalTime,
): Digest<Open> | null {
  const working = local.weekday >= 1 && local.weekday <= 5;
  if (!working || local.hour < FIRST_HOUR || local.hour >= LAST_HOUR) return null;
  if (last && daysBetween(last.day, local.day) <= 0) return null;
  const news = open.some(
    ({ assignment }) =>
      isNew(assignment, last?.at ?? null, now) || isCalledToMind(assignment, last?.day, local.day),
  );
  if (!news) return null;
  const standing = ({ assignment }: Open) => dueStanding(assignment.due, local.day);
  return {
    overdue: open.filter((one) => standing(one) === "overdue"),
    dueSoon: open.filter((one) => standing(one) === "due_soon"),
    others: open.filter((one) => ["later", "no_date"].includes(standing(one))),
  };
}

function isNew({ assignedAt }: Asked, last: Date | null, now: Date): boolean {
  return now.getTime() - assignedAt.getTime() >= SETTLED && (last === null || assignedAt > last);
}

/** Whether one of the days on which a date is called to mind came since the last digest; a missed day is made up for. */
function isCalledToMind({ due }: Asked, last: Date | undefined, today: Date): boolean {
  if (!due) return false;
  const now = daysBetween(due, today);
  const before = last ? daysBetween(due, last) : -Infinity;
  if (DAYS_AROUND.some((day) => before < day && day <= now)) return true;
  const weeks = (days: number) => Math.floor((days - 1) / WEEK);
  return now > 1 && weeks(now) > weeks(Math.max(before, 1));
}
