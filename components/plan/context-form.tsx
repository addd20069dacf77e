"use client";

import { useActionState } from "react";
import { FormErrors } from "@/components/forms/form-errors";
import { HiddenFields } from "@/components/forms/hidden-fields";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextInput } from "@/components/forms/text-input";
import { TheirVersion } from "@/components/forms/their-version";
import { emptyForm, type FormAction, shownIn } from "@/lib/http/form-state";
import type { PlanContext } from "@/lib/plan/context";
import { yearName } from "@/lib/plan/financial-year";

type Props = {
  action: FormAction;
  hidden: Readonly<Record<string, string | number>>;
  context: PlanContext;
};

const order = ["efficiencyYear", "efficiency", "productivityYear", "productivity", "source"];

/** The trust's efficiency programme and its published productivity growth. */
export function ContextForm({ action, hidden, context }: Props) {
  const [state, send] = useActionState(action, emptyForm);
  const { values, fieldErrors } = state;
  const value = shownIn(state);
  const { efficiency, productivity } = context;
  return (
    <form action={send} noValidate>
      <FormErrors state={state} order={order} />
      <TheirVersion
        values={values}
        told={[
          { name: "efficiency", label: "Efficiency programme" },
          { name: "productivity", label: "Productivity growth" },
        ]}
      />
      <HiddenFields fields={hidden} typed={values} />
      <h2 className="nhsuk-heading-m">Efficiency programme</h2>
      <TextInput
        name="efficiencyYear"
        label="Financial year"
        hint="For example, 2027/28. Leave both boxes empty to take it away."
        width={10}
        defaultValue={value("efficiencyYear", efficiency && yearName(efficiency.year))}
        error={fieldErrors.efficiencyYear}
      />
      <TextInput
        name="efficiency"
        label="The trust's whole programme that year, in whole pounds"
        inputMode="numeric"
        width={10}
        defaultValue={value("efficiency", efficiency?.pounds)}
        error={fieldErrors.efficiency}
      />
      <h2 className="nhsuk-heading-m">Productivity growth</h2>
      <TextInput
        name="productivityYear"
        label="Financial year of the published figure"
        width={10}
        defaultValue={value("productivityYear", productivity && yearName(productivity.year))}
        error={fieldErrors.productivityYear}
      />
      <TextInput
        name="productivity"
        label="Growth in that year, per cent"
        hint="As published, with one decimal. It may be negative. For example, 1.4 or -0.3"
        width={5}
        defaultValue={value("productivity", productivity && (productivity.tenths / 10).toFixed(1))}
        error={fieldErrors.productivity}
      />
      <TextInput
        name="source"
        label="Where it is published"
        defaultValue={value("source", productivity?.source)}
        error={fieldErrors.source}
      />
      <SubmitButton>Save figures</SubmitButton>
    </form>
  );
}
