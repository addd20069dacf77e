"use client";

import { useActionState } from "react";
import { buttonClass } from "@/components/nhs/button";
import { nameInWords, type SentFields } from "@/lib/http/form-fields";
import { type FormAction, type FormState, shownIn } from "@/lib/http/form-state";
import { FormErrors } from "./form-errors";
import { SubmitButton } from "./submit-button";
import { TextArea } from "./text-area";
import { TextInput } from "./text-input";

type Props = {
  action: FormAction;
  why: string;
  signIn?: string;
  fields: SentFields;
  secrets: readonly string[];
};

/**
 * A form that could not be dealt with, to be sent again as it was. Only its names are known here, not its labels: texts
 * are shown under them and can still be changed, choices and short answers travel unseen, passwords and codes are asked
 * for again.
 */
export function UnsentForm({ action, why, signIn, fields, secrets }: Props) {
  const before: FormState = { values: {}, fieldErrors: {}, formErrors: [why] };
  const [state, send] = useActionState(action, before);
  const shown = shownIn(state);
  const texts = fields.filter(([, value]) => isText(value));
  const rest = fields.filter(([, value]) => !isText(value));
  return (
    <>
      <FormErrors state={state} />
      {signIn && (
        <p>
          <a className={buttonClass("secondary")} href={signIn} target="_blank" rel="noopener">
            Sign in (opens in a new tab)
          </a>
        </p>
      )}
      <form action={send} noValidate>
        {rest.map(([name, value], at) => (
          <input key={at} type="hidden" name={name} value={value} readOnly />
        ))}
        {texts.map(([name, value], at) => (
          <TextArea
            key={at}
            name={name}
            id={`${name}-${at}`}
            label={nameInWords(name)}
            labelSize="s"
            defaultValue={shown(name, value)}
            error={state.fieldErrors[name]}
          />
        ))}
        {secrets.map((name) => (
          <TextInput
            key={name}
            name={name}
            type={name.startsWith("password") ? "password" : "text"}
            label={`${nameInWords(name)}: type it again, since it is never sent back`}
            labelSize="s"
            autoComplete="off"
            width={30}
            error={state.fieldErrors[name]}
          />
        ))}
        {texts.length > 0 && rest.length > 0 && (
          <p>What you chose and your short answers are kept as well.</p>
        )}
        <SubmitButton>Send it again</SubmitButton>
      </form>
    </>
  );
}

/** What somebody wrote, as against a choice, a number, a date or an id. */
function isText(value: string): boolean {
  return /\s/.test(value.trim());
}
