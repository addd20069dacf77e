/**
 * The plain form of a capability page, read into the body of a save. Field names are shared with the page:
 * `criteria.<id>` for each criterion, and `use` for the button that was pressed.
 */
export const formUses = ["level", "criteria", "not_applicable", "confirm", "withdraw"] as const;
export type FormUse = (typeof formUses)[number];

export const CRITERION_FIELD = "criteria.";

/** The fields of a posted form; where a name comes twice the last one counts. */
export type FormFields = Readonly<Record<string, string>>;

/** The button that was pressed; a form sent with the Enter key means its first one. */
export function formUseOf(fields: FormFields): FormUse {
  return formUses.find((use) => use === fields.use) ?? "level";
}

/** The version the form was filled in against; 0 where it is missing or no number. */
export function versionOf(fields: FormFields): number {
  return /^\d{1,9}$/.test(fields.version ?? "") ? Number(fields.version) : 0;
}

/** The body of the save that the form asks for. What is wrong with it is for `readAnswerBody` to say. */
export function bodyFromForm(fields: FormFields): Record<string, unknown> {
  const shared = {
    version: versionOf(fields),
    note: withLineFeeds(fields.note ?? ""),
    confidence: fields.confidence ? fields.confidence : null,
  };
  switch (formUseOf(fields)) {
    case "not_applicable":
      return { ...shared, notApplicable: { reason: fields.reason ?? "" } };
    case "criteria":
      return { ...shared, criteria: criteriaFrom(fields) };
    default:
      return fields.level ? { ...shared, level: Number(fields.level) } : shared;
  }
}

function criteriaFrom(fields: FormFields): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([name, value]) => name.startsWith(CRITERION_FIELD) && value !== "")
      .map(([name, value]) => [name.slice(CRITERION_FIELD.length), value]),
  );
}

/** Browsers send line ends as CR LF; kept text uses LF alone, so that a form and a script save the same. */
export function withLineFeeds(text: string): string {
  return text.replaceAll("\r\n", "\n");
}
