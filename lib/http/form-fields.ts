import { storableText } from "@/lib/storable";

/** A form's fields as they were sent, without what is never sent back: a name may come several times. */
export type SentFields = readonly (readonly [name: string, value: string])[];

/** What a page sends along unseen, so that the form knows what it is about. */
const SENT_ALONG =
  /^(id|.*Id|scope|ods|version|key|setting|for|place|person|organisation|invitation|identity|session|import|errand|chosen|check|token|csrfToken|callbackUrl|returnTo|toTrust|username)$/;
/** What proves somebody to be themself is never sent back. */
const NEVER_SHOWN = /^(password|code)/;

/** The names of a form's fields, each once; those of the framework's own are left out. */
export function fieldNames(form: FormData): string[] {
  return [...new Set(form.keys())].filter((name) => !name.startsWith("$ACTION"));
}

/** The same without what is never sent back. */
export function shownNames(form: FormData): string[] {
  return fieldNames(form).filter((name) => !NEVER_SHOWN.test(name));
}

/** The names of what is never sent back, to be asked for again. */
export function secretNames(form: FormData): string[] {
  return fieldNames(form).filter((name) => NEVER_SHOWN.test(name));
}

/**
 * What was sent under a name, as it can be kept: no database takes the character NUL, which nobody types but some
 * programs leave in what is pasted. What is never shown again stays as it is, since it has to be the very same.
 */
export function storableField(name: string, value: FormDataEntryValue): FormDataEntryValue {
  return typeof value !== "string" || NEVER_SHOWN.test(name) ? value : storableText(value);
}

/** A form as it was sent, without what is never shown again. */
export function sentFields(form: FormData): SentFields {
  const shown = new Set(shownNames(form));
  return [...form].flatMap(([name, value]) =>
    shown.has(name) && typeof value === "string" ? [[name, value] as const] : [],
  );
}

/** What somebody typed or chose, to be given back where its page cannot be, under the names of the fields. */
export function typedIn(fields: SentFields): { label: string; text: string }[] {
  return fields
    .filter(([name, value]) => !SENT_ALONG.test(name) && value.trim() !== "")
    .map(([name, text]) => ({ label: nameInWords(name), text }));
}

/** A field's name for people, where its label is not known: "minuteReference" is "Minute reference". */
export function nameInWords(name: string): string {
  const words = name
    .replace(/[^A-Za-z0-9]+/g, " ")
    .replace(/(?<=[a-z0-9])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
