/** One event of the audit record as it is shown. `by` is null for the service itself and for failed sign-ins. */
export type RecordedEvent = {
  id: string;
  at: Date;
  by: string | null;
  action: string;
  subject: string;
  detail: Readonly<Record<string, unknown>>;
};

/** What happened, in words: "answer.saved" is "Answer saved", "sign-in.refused" "Sign in refused". */
export function actionInWords(action: string): string {
  const words = action.replace(/[.\-_]+/g, " ").trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The ids, versions and states that an event carries: "version 3, from in_progress, to in_review". */
export function detailInWords(detail: RecordedEvent["detail"]): string {
  return Object.entries(detail)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name.replace(/([A-Z])/g, " $1").toLowerCase()} ${String(value)}`)
    .join(", ");
}

export const eventColumns = ["Number", "Time (UTC)", "Who", "What", "About", "Details"] as const;

/** One event as a row of a file, with the exact time. */
export function eventRow({ id, at, by, action, subject, detail }: RecordedEvent): string[] {
  return [
    id,
    at.toISOString(),
    by ?? "The service, or nobody signed in",
    action,
    subject,
    detailInWords(detail),
  ];
}
