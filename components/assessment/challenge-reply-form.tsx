"use client";

import { useActionState } from "react";
import { FormErrors } from "@/components/forms/form-errors";
import { HiddenFields } from "@/components/forms/hidden-fields";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextArea } from "@/components/forms/text-area";
import { emptyForm, type FormAction } from "@/lib/http/form-state";

type Props = {
  action: FormAction;
  hidden: Readonly<Record<string, string>>;
  limit: number;
};

/** What the trust says to a challenge: a reply that leaves it open, or the reason why its answer stays. */
export function ChallengeReplyForm({ action, hidden, limit }: Props) {
  const [state, send] = useActionState(action, emptyForm);
  return (
    <form action={send} noValidate>
      <FormErrors state={state} order={["reply"]} />
      <HiddenFields fields={hidden} />
      <TextArea
        name="reply"
        label="What do you say to it?"
        labelSize="s"
        hint="No patient data. What you write may be released under the Freedom of Information Act."
        rows={4}
        limit={limit}
        defaultValue={state.values.reply}
        error={state.fieldErrors.reply}
      />
      <div className="nhsuk-button-group">
        <SubmitButton name="use" value="answer">
          Reply and leave it open
        </SubmitButton>
        <SubmitButton variant="secondary" name="use" value="uphold">
          Keep our answer, for this reason
        </SubmitButton>
      </div>
    </form>
  );
}
