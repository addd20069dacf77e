"use client";

import { useActionState } from "react";
import { FormErrors } from "@/components/forms/form-errors";
import { HiddenFields } from "@/components/forms/hidden-fields";
import { Radios } from "@/components/forms/radios";
import { Select } from "@/components/forms/select";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextInput } from "@/components/forms/text-input";
import { TheirVersion } from "@/components/forms/their-version";
import { emptyForm, type FormAction, shownIn } from "@/lib/http/form-state";
import { type Benefit, benefitKindMeanings, benefitKindNames, benefitKinds } from "@/lib/plan/benefit";
import { yearName } from "@/lib/plan/financial-year";
import { DescriptionBox, GroundBoxes } from "./line-boxes";

type Props = {
  action: FormAction;
  hidden: Readonly<Record<string, string | number>>;
  benefit: Benefit | undefined;
  /** Actions the same benefit may be counted under already. */
  others: readonly { value: string; text: string }[];
};

const order = [
  ...["description", "kind", "unit", "pounds", "hours", "text", "use", "financeOwner", "useKind"],
  ...["usePounds", "fromYear", "years", "countedIn", "assumption", "agreedBy"],
];

/** One benefit: what, of which kind, how much, how long, what the figure rests on. */
export function BenefitForm({ action, hidden, benefit, others }: Props) {
  const [state, send] = useActionState(action, emptyForm);
  const { values, fieldErrors } = state;
  const value = shownIn(state);
  const kind = value("kind", benefit?.kind);
  const measure = benefit?.measure;
  const unit = value("unit", measure?.unit);
  const use = measure?.unit === "hours" ? measure.use : null;
  return (
    <form action={send} noValidate>
      <FormErrors state={state} order={order} />
      <TheirVersion
        values={values}
        told={[
          { name: "title", label: "Action" },
          { name: "lines", label: "Benefits it has now" },
          { name: "line", label: "This benefit" },
        ]}
      />
      <HiddenFields fields={hidden} typed={values} />
      <DescriptionBox value={value} errors={fieldErrors} kept={benefit?.description} />
      <Radios
        key={`kind-${kind}`}
        name="kind"
        legend="What kind of benefit?"
        legendSize="s"
        hint="The four kinds are never added together"
        choices={benefitKinds.map((one) => ({
          value: one,
          label: benefitKindNames[one],
          hint: benefitKindMeanings[one],
        }))}
        defaultValue={kind}
        error={fieldErrors.kind}
      />
      <Radios
        key={`unit-${unit}`}
        name="unit"
        legend="How is it measured?"
        legendSize="s"
        hint="Then fill in the box of that name"
        choices={[
          { value: "pounds", label: "Pounds a year" },
          { value: "hours", label: "Hours released a year" },
          { value: "other", label: "In words" },
        ]}
        defaultValue={unit}
        error={fieldErrors.unit}
      />
      <TextInput
        name="pounds"
        label="Pounds a year"
        hint="Whole pounds, for example 120,000"
        inputMode="numeric"
        width={10}
        defaultValue={value("pounds", measure?.unit === "pounds" ? measure.pounds : null)}
        error={fieldErrors.pounds}
      />
      <TextInput
        name="hours"
        label="Hours released a year"
        inputMode="numeric"
        width={10}
        defaultValue={value("hours", measure?.unit === "hours" ? measure.hours : null)}
        error={fieldErrors.hours}
      />
      <TextInput
        name="text"
        label="In words"
        hint="For example, 30 fewer medication errors a year"
        defaultValue={value("text", measure?.unit === "other" ? measure.text : null)}
        error={fieldErrors.text}
      />
      <fieldset className="nhsuk-fieldset">
        <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">
          What the hours are used for, once finance has said so
        </legend>
        <p>
          Hours stay hours until somebody named in finance states their use. Leave these empty until then.
        </p>
        <TextInput
          name="use"
          label="What they are used for"
          defaultValue={value("use", use?.text)}
          error={fieldErrors.use}
        />
        <TextInput
          name="financeOwner"
          label="Who in finance stated it"
          width={30}
          defaultValue={value("financeOwner", use?.financeOwner)}
          error={fieldErrors.financeOwner}
        />
        <Select
          name="useKind"
          label="What kind of benefit that is"
          placeholder="Not stated"
          options={(["cash_releasing", "non_cash_releasing"] as const).map((one) => ({
            value: one,
            text: benefitKindNames[one],
          }))}
          defaultValue={value("useKind", use?.kind)}
          error={fieldErrors.useKind}
        />
        <TextInput
          name="usePounds"
          label="Pounds a year that it comes to"
          inputMode="numeric"
          width={10}
          defaultValue={value("usePounds", use?.pounds)}
          error={fieldErrors.usePounds}
        />
      </fieldset>
      <TextInput
        name="fromYear"
        label="From which financial year?"
        labelSize="s"
        hint="For example, 2027/28"
        width={10}
        defaultValue={value("fromYear", benefit && yearName(benefit.fromYear))}
        error={fieldErrors.fromYear}
      />
      <TextInput
        name="years"
        label="For how many years?"
        labelSize="s"
        inputMode="numeric"
        width={2}
        defaultValue={value("years", benefit?.years)}
        error={fieldErrors.years}
      />
      {others.length > 0 && (
        <Select
          name="countedIn"
          label="Is the same benefit counted under another action already?"
          labelSize="s"
          hint="It is then shown here, and counted there"
          placeholder="No"
          options={others}
          defaultValue={value("countedIn", benefit?.countedIn)}
          error={fieldErrors.countedIn}
        />
      )}
      <GroundBoxes value={value} errors={fieldErrors} kept={benefit} />
      <SubmitButton>Save benefit</SubmitButton>
    </form>
  );
}
