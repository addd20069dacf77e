"use client";

import { useActionState } from "react";
import { FormErrors } from "@/components/forms/form-errors";
import { NewPassword } from "@/components/forms/new-password";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextInput } from "@/components/forms/text-input";
import { emptyForm, type FormAction } from "@/lib/http/form-state";

/** Who somebody is, for an account of their own, and the password they sign in with. */
export function JoinForm({ action, token, email }: { action: FormAction; token: string; email: string }) {
  const [state, send] = useActionState(action, emptyForm);
  const { values, fieldErrors } = state;
  return (
    <form action={send} noValidate>
      <FormErrors state={state} order={["name", "jobTitle", "password"]} />
      <h2 className="nhsuk-heading-m">Make your account</h2>
      <input type="hidden" name="token" value={token} />
      {/* For password managers, which keep an address beside the password. */}
      <input type="hidden" name="username" value={email} autoComplete="username" />
      <TextInput
        name="name"
        label="Your full name"
        labelSize="s"
        hint="As your colleagues know you. It stands beside what you answer."
        autoComplete="name"
        defaultValue={values.name}
        error={fieldErrors.name}
      />
      <TextInput
        name="jobTitle"
        label="Your job title"
        labelSize="s"
        autoComplete="organization-title"
        defaultValue={values.jobTitle}
        error={fieldErrors.jobTitle}
      />
      <NewPassword error={fieldErrors.password} />
      <p>Next you set up a second factor: an app on your phone that shows a code.</p>
      <SubmitButton>Accept and make my account</SubmitButton>
    </form>
  );
}
