import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import type { CurrentUser } from "@/lib/access/user";
import { requireUser } from "@/lib/auth/current-user";
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
      return { values, fieldErrors: {}, formErrors: ["The form did not come from this service. Try again."] };
    }
    const user = await requireUser();
    const parsed = schema.safeParse(inputOf(form));
    if (!parsed.success) return { values, ...errorsOf(parsed.error) };
    const result = await run(user, parsed.data);
    if ("goTo" in result) redirect(result.goTo);
    if ("errors" in result) return { values, fieldErrors: {}, formErrors: result.errors };
    return { values, fieldErrors: result.fields, formErrors: [] };
  };
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

function errorsOf(error: z.ZodError): Pick<FormState, "fieldErrors" | "formErrors"> {
  const fieldErrors: Record<string, string> = {};
  const formErrors: string[] = [];
  for (const { path, message } of error.issues) {
    const [name] = path;
    if (name === undefined) formErrors.push(message);
    else fieldErrors[String(name)] ??= message;
  }
  return { fieldErrors, formErrors };
}
