/** What a form shows again after it was sent: the text as it was typed, and what is wrong with it. */
export type FormState = {
  values: Record<string, string>;
  fieldErrors: Record<string, string>;
  formErrors: string[];
};

/** A form that has not been sent. */
export const emptyForm: FormState = { values: {}, fieldErrors: {}, formErrors: [] };

/** A server action that a form sends itself to. */
export type FormAction = (state: FormState, form: FormData) => Promise<FormState>;

/** Whether a form comes back after it was sent: then what was typed counts, in place of what stands. */
export function wasSent(values: FormState["values"]): boolean {
  return Object.keys(values).length > 0;
}

/** What a box shows: once the form was sent, what was typed; before that, what stands. */
export function shownIn({ values }: FormState) {
  return (name: string, standing: string | number | null | undefined): string | undefined =>
    wasSent(values) ? values[name] : (standing?.toString() ?? undefined);
}
