import { csvOf } from "@/lib/report/csv";
import { isoDate } from "@/lib/report/dates";
import { eventColumns, eventRow } from "@/lib/report/event-words";

type Event = Parameters<typeof eventRow>[0];

/** The record of events as a file to keep, never held by a cache. `whose` goes into its name. */
export function recordFile(events: readonly Event[], whose: string, now: Date): Response {
  return new Response(csvOf(eventColumns, events.map(eventRow)), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="audit-record-${whose}-${isoDate(now)}.csv"`,
      "cache-control": "private, no-store",
    },
  });
}
