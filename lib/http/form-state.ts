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
