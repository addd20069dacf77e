import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import type { CurrentUser } from "@/lib/access/user";
import { currentUser } from "@/lib/auth/current-user";
import { isDatabaseDown } from "@/lib/data/database-trouble";
import { noteFormErrors } from "./form-errors";
import type { FormAction, FormState } from "./form-state";
import { isSameOrigin } from "./origin";

/** Where to go once it is done, or what is wrong. */
export type ActionResult = { goTo: string } | { errors: string[] } | { fields: Record<string, string> };

/**
 * A server action from a form: the signed-in person, the fields read by the schema, then `run`. Wrong fields and
 * errors come back with what was typed; success is a redirect. Works without JavaScript when `useActionState`'s
 * action is handed straight to the form.
 */
export function formAction<Schema extends z.ZodType>(
  schema: Schema,
  run: (user: CurrentUser, input: z.output<Schema>) => Promise<ActionResult>,
): FormAction {
  return async (_state, form) => {
    const values = textFields(form);
    if (!isSameOrigin(await headers())) {
      await noteFormErrors();
      return { values, fieldErrors: {}, formErrors: ["The form did not come from this service. Try again."] };
    }
    const outcome = await tryIt(schema, run, form);
    if ("goTo" in outcome) redirect(outcome.goTo);
    await noteFormErrors();
    return { values, ...outcome };
  };
}

type Errors = Pick<FormState, "fieldErrors" | "formErrors">;

const SIGNED_OUT =
  "You have been signed out, so nothing was saved. Sign in again in another tab, then send this form again.";
const DATABASE_AWAY =
  "We cannot reach the place where answers are kept, so nothing was saved. What you entered is still here. " +
  "Wait a minute, then send this form again.";

/** What stays on the page is not lost: so nobody is led away from it to sign in, nor by a database that is away. */
async function tryIt<Schema extends z.ZodType>(
  schema: Schema,
  run: (user: CurrentUser, input: z.output<Schema>) => Promise<ActionResult>,
  form: FormData,
): Promise<Errors | { goTo: string }> {
  try {
    const user = await currentUser();
    if (!user) return { fieldErrors: {}, formErrors: [SIGNED_OUT] };
    const parsed = schema.safeParse(inputOf(form));
    if (!parsed.success) return errorsOf(parsed.error);
    const result = await run(user, parsed.data);
    if ("goTo" in result) return result;
    if ("errors" in result) return { fieldErrors: {}, formErrors: result.errors };
    return { fieldErrors: result.fields, formErrors: [] };
  } catch (error) {
    if (!isDatabaseDown(error)) throw error;
    return { fieldErrors: {}, formErrors: [DATABASE_AWAY] };
  }
}

/** The fields as they were typed; a name that came several times is joined by commas. Names of the framework's own are left out. */
function textFields(form: FormData): Record<string, string> {
  return Object.fromEntries(
    fieldNames(form).map((name) => [
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
      const all = form.getAll(name);
      return [name, all.length > 1 ? all : all[0]];
    }),
  );
}

function fieldNames(form: FormData): string[] {
  return [...new Set(form.keys())].filter((name) => !name.startsWith("$ACTION"));
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
