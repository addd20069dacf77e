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

/** A field's name for people, where its label is not known: "minuteReference" is "Minute reference". */
export function nameInWords(name: string): string {
  const words = name
    .replace(/[^A-Za-z0-9]+/g, " ")
    .replace(/(?<=[a-z0-9])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
