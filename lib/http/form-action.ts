import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import type { CurrentUser } from "@/lib/access/user";
import { currentUser } from "@/lib/auth/current-user";
import { isDatabaseDown } from "@/lib/data/database-trouble";
import { FrameworkMissing } from "@/lib/data/frameworks";
import { fieldNames, secretNames, sentFields, shownNames, storableField } from "./form-fields";
import type { FormAction, FormState } from "./form-state";
import { inLocation } from "./location";
import { isSameOrigin } from "./origin";
import { QUESTIONS_MISSING } from "./questions-missing";
import { readFields } from "./read-fields";
import { keepForm, signInFirst } from "./request-form";

/**
 * Where to go once it is done, what is wrong, or what is shown this once in place of the form. `beside` is shown with
 * what was typed: what a colleague saved meanwhile. For what is not there or not theirs, which of the two is not said,
 * an action ends with `notFound()` as a page does; the page it leads to gives back what was typed.
 */
export type ActionResult =
  | { goTo: string }
  | { errors: string[]; beside?: Record<string, string> }
  | { fields: Record<string, string> }
  | { shown: Record<string, string> };

/**
 * A server action from a form: the signed-in person, the fields read by the schema, then `run`. Wrong fields and
 * errors come back with what was typed; success is a redirect. Works without JavaScript when `useActionState`'s
 * action is handed straight to the form.
 */
export function formAction<Schema extends z.ZodType>(
  schema: Schema,
  run: (user: CurrentUser, input: z.output<Schema>) => Promise<ActionResult>,
): FormAction {
  return handled(async (form) => {
    const user = await currentUser();
    if (!user) return { unsent: SIGNED_OUT };
    return parsed(schema, form, (input) => run(user, input));
  });
}

/** The same for who is not signed in, or not all the way: signing in itself, and what helps with it. */
export function visitorAction<Schema extends z.ZodType>(
  schema: Schema,
  run: (input: z.output<Schema>) => Promise<ActionResult>,
): FormAction {
  return handled((form) => parsed(schema, form, run));
}

type Errors = Pick<FormState, "fieldErrors" | "formErrors">;
/** Nothing was done, for a reason that passes. */
type Unsent = { unsent: string };

const SIGNED_OUT =
  "You have been signed out, so nothing was saved. Sign in again in another tab, then send this form again.";
const DATABASE_AWAY =
  "We cannot reach the place where answers are kept, so nothing was saved. What you entered is still here. " +
  "Wait a minute, then send this form again.";

/**
 * What stays on the page is not lost: so nobody is led away from it to sign in, nor by a database that is away. Without
 * JavaScript the whole page would have to be made anew, which may be just as impossible: then the reply is the form.
 */
function handled(act: (form: FormData) => Promise<ActionResult | Errors | Unsent>): FormAction {
  const action: FormAction = async (_state, form) => {
    const values = textFields(form);
    const fields = sentFields(form);
    await keepForm({ fields });
    const result: ActionResult | Errors | Unsent = isSameOrigin(await headers())
      ? await act(form).catch(whenItCannotBeDone)
      : { errors: ["The form did not come from this service. Try again."] };
    if ("goTo" in result) redirect(inLocation(result.goTo));
    if ("shown" in result) return { values: result.shown, fieldErrors: {}, formErrors: [] };
    if ("unsent" in result) {
      const why = result.unsent;
      const signIn = why === SIGNED_OUT ? await signInFirst() : undefined;
      const unsent = { action, why, signIn, fields, secrets: secretNames(form) };
      await keepForm({ fields, hasErrors: true, unsent });
      return { values, fieldErrors: {}, formErrors: [why] };
    }
    await keepForm({ fields, hasErrors: true });
    if ("errors" in result)
      return { values: { ...values, ...result.beside }, fieldErrors: {}, formErrors: result.errors };
    if ("fields" in result) return { values, fieldErrors: result.fields, formErrors: [] };
    return { values, ...result };
  };
  return action;
}

function whenItCannotBeDone(error: unknown): { errors: string[] } | Unsent {
  if (error instanceof FrameworkMissing) return { errors: [QUESTIONS_MISSING] };
  if (!isDatabaseDown(error)) throw error;
  return { unsent: DATABASE_AWAY };
}

async function parsed<Schema extends z.ZodType>(
  schema: Schema,
  form: FormData,
  run: (input: z.output<Schema>) => Promise<ActionResult>,
): Promise<ActionResult | Errors> {
  const { success, data, error } = readFields(schema, inputOf(form));
  return success ? run(data) : errorsOf(error);
}

/** The fields as they were typed; a name that came several times is joined by commas. Names of the framework's own are left out. */
function textFields(form: FormData): Record<string, string> {
  return Object.fromEntries(
    shownNames(form).map((name) => [
      name,
      form
        .getAll(name)
        .filter((value) => typeof value === "string")
        .join(","),
    ]),
  );
}

/** The same for the schema, which sees a list where a name came several times. */
function inputOf(form: FormData): Record<string, unknown> {
  return Object.fromEntries(
    fieldNames(form).map((name) => {
      const all = form.getAll(name).map((value) => storableField(name, value));
      return [name, all.length > 1 ? all : all[0]];
    }),
  );
}

function errorsOf(error: z.ZodError): Errors {
  const fieldErrors: Record<string, string> = {};
  const formErrors: string[] = [];
  for (const { path, message } of error.issues) {
    const [name] = path;
    if (name === undefined) formErrors.push(message);
    else fieldErrors[String(name)] ??= message;
  }
  return { fieldErrors, formErrors };
}
