"use client";

import { useActionState } from "react";
import { Checkbox } from "@/components/forms/checkboxes";
import { FormErrors } from "@/components/forms/form-errors";
import { HiddenFields } from "@/components/forms/hidden-fields";
import { Radios } from "@/components/forms/radios";
import { Select } from "@/components/forms/select";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextInput } from "@/components/forms/text-input";
import { TheirVersion } from "@/components/forms/their-version";
import { emptyForm, type FormAction, shownIn, wasSent } from "@/lib/http/form-state";
import { type Cost, costKindNames, costKinds, fundingTypeNames, fundingTypes } from "@/lib/plan/cost";
import { yearName } from "@/lib/plan/financial-year";
import { DescriptionBox, GroundBoxes } from "./line-boxes";

type Props = {
  action: FormAction;
  hidden: Readonly<Record<string, string | number>>;
  cost: Cost | undefined;
};

const order = ["description", "kind", "pounds", "fromYear", "years", "source", "fundingType", "assumption"];

const hints = {
  one_off_capital: "Buying or building something that lasts, such as equipment",
  one_off_revenue: "Paid once, such as training or moving data",
  recurring_revenue: "Paid every year, such as licences and support",
};

/** One cost: what, of which kind, how much, when, who pays and what the figure rests on. */
export function CostForm({ action, hidden, cost }: Props) {
  const [state, send] = useActionState(action, emptyForm);
  const { values, fieldErrors } = state;
  const sent = wasSent(values);
  const value = shownIn(state);
  const kind = value("kind", cost?.kind);
  return (
    <form action={send} noValidate>
      <FormErrors state={state} order={order} />
      <TheirVersion
        values={values}
        told={[
          { name: "title", label: "Action" },
          { name: "lines", label: "Costs it has now" },
          { name: "line", label: "This cost" },
        ]}
      />
      <HiddenFields fields={hidden} typed={values} />
      <DescriptionBox value={value} errors={fieldErrors} kept={cost?.description} />
      <Radios
        key={kind}
        name="kind"
        legend="What kind of cost?"
        legendSize="s"
        choices={costKinds.map((one) => ({ value: one, label: costKindNames[one], hint: hints[one] }))}
        defaultValue={kind}
        error={fieldErrors.kind}
      />
      <TextInput
        name="pounds"
        label="How much, in whole pounds?"
        labelSize="s"
        hint="In all for a one-off cost, a year for a recurring one. For example, 120,000"
        inputMode="numeric"
        width={10}
        defaultValue={value("pounds", cost?.pounds)}
        error={fieldErrors.pounds}
      />
      <TextInput
        name="fromYear"
        label="In which financial year, or from which?"
        labelSize="s"
        hint="For example, 2027/28"
        width={10}
        defaultValue={value("fromYear", cost && yearName(cost.fromYear))}
        error={fieldErrors.fromYear}
      />
      <TextInput
        name="years"
        label="For how many years, if it recurs?"
        labelSize="s"
        inputMode="numeric"
        width={2}
        defaultValue={value("years", cost?.years)}
        error={fieldErrors.years}
      />
      <TextInput
        name="source"
        label="Who pays? (optional)"
        labelSize="s"
        hint="For example, Trust capital programme. Leave it empty until somebody has said yes."
        width={30}
        defaultValue={value("source", cost?.funding?.source)}
        error={fieldErrors.source}
      />
      <Select
        name="fundingType"
        label="What sort of money is that?"
        placeholder="Not funded yet"
        options={fundingTypes.map((one) => ({ value: one, text: fundingTypeNames[one] }))}
        defaultValue={value("fundingType", cost?.funding?.type)}
        error={fieldErrors.fundingType}
      />
      <div className="nhsuk-form-group">
        <div className="nhsuk-checkboxes">
          <Checkbox
            key={`double-${sent ? values.doubleRunning : cost?.doubleRunning}`}
            id="doubleRunning"
            name="doubleRunning"
            value="yes"
            label="It pays for running the old beside the new"
            checked={sent ? values.doubleRunning !== undefined : cost?.doubleRunning}
          />
        </div>
      </div>
      <GroundBoxes value={value} errors={fieldErrors} kept={cost} />
      <SubmitButton>Save cost</SubmitButton>
    </form>
  );
}
