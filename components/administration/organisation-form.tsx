"use client";

import { useActionState } from "react";
import { Checkboxes } from "@/components/forms/checkboxes";
import { DateInput, type DateParts } from "@/components/forms/date-input";
import { FormErrors } from "@/components/forms/form-errors";
import { Radios, type Choice } from "@/components/forms/radios";
import { Select } from "@/components/forms/select";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextInput } from "@/components/forms/text-input";
import { typedParts } from "@/components/people/date-parts";
import { emptyForm, type FormAction, wasSent } from "@/lib/http/form-state";

type Kept = {
  odsCode: string;
  name: string;
  kind: string;
  careSettings: readonly string[];
  subtype: string;
  regionCode: string;
  icbCode: string;
  openedOn: DateParts;
  closedOn: DateParts;
  successorCode: string;
};

type Props = {
  action: FormAction;
  /** What is kept of it now; left out for a new one, which is asked for its code as well. */
  kept?: Kept;
  kinds: readonly Choice[];
  careSettings: readonly Choice[];
  regions: readonly { value: string; text: string }[];
};

const order = [
  ...["odsCode", "name", "kind", "careSettings", "subtype", "regionCode", "icbCode"],
  ...["openedOn", "closedOn", "successorCode"],
];

/** The public facts of an organisation, to be added or corrected. */
export function OrganisationForm({ action, kept, kinds, careSettings, regions }: Props) {
  const [state, send] = useActionState(action, emptyForm);
  const { values, fieldErrors: error } = state;
  const sent = wasSent(values);
  const text = (name: keyof Kept & string) => (sent ? values[name] : kept && String(kept[name]));
  const day = (name: "openedOn" | "closedOn") => (sent ? typedParts(values, name) : (kept?.[name] ?? {}));
  const settings = sent ? (values.careSettings?.split(",") ?? []) : (kept?.careSettings ?? []);
  return (
    <form action={send} noValidate>
      <FormErrors state={state} order={order} />
      {kept ? (
        <input type="hidden" name="odsCode" value={kept.odsCode} />
      ) : (
        <TextInput
          name="odsCode"
          label="Code"
          labelSize="s"
          hint="Its code at the Organisation Data Service, such as RZ1. Where it has none, choose a short one; it stays for good."
          width={10}
          autoComplete="off"
          spellCheck={false}
          defaultValue={text("odsCode")}
          error={error.odsCode}
        />
      )}
      <TextInput name="name" label="Name" labelSize="s" defaultValue={text("name")} error={error.name} />
      <Radios
        key={`kind ${text("kind")}`}
        name="kind"
        legend="Kind"
        legendSize="s"
        choices={kinds}
        defaultValue={text("kind")}
        error={error.kind}
      />
      <Checkboxes
        key={`settings ${settings.join()}`}
        name="careSettings"
        legend="Care settings"
        legendSize="s"
        hint="For trusts and practices. Each setting of a trust has a result of its own."
        choices={careSettings}
        defaultValues={settings}
        error={error.careSettings}
      />
      <TextInput
        name="subtype"
        label="Sort of trust (optional)"
        labelSize="s"
        hint="For example, NHS foundation trust"
        width={20}
        defaultValue={text("subtype")}
        error={error.subtype}
      />
      <Select
        name="regionCode"
        label="Region (optional)"
        labelSize="s"
        options={regions}
        placeholder="None"
        defaultValue={text("regionCode")}
        error={error.regionCode}
      />
      <TextInput
        name="icbCode"
        label="Code of its integrated care board (optional)"
        labelSize="s"
        width={5}
        autoComplete="off"
        spellCheck={false}
        defaultValue={text("icbCode")}
        error={error.icbCode}
      />
      <DateInput
        name="openedOn"
        legend="Opened on (optional)"
        legendSize="s"
        hint="For example, 1 4 2001"
        defaultValue={day("openedOn")}
        error={error.openedOn}
      />
      <DateInput
        name="closedOn"
        legend="Closed on (optional)"
        legendSize="s"
        hint="For example, 31 3 2026"
        defaultValue={day("closedOn")}
        error={error.closedOn}
      />
      <TextInput
        name="successorCode"
        label="Code of the organisation that took its place (optional)"
        labelSize="s"
        hint="After a merger"
        width={10}
        autoComplete="off"
        spellCheck={false}
        defaultValue={text("successorCode")}
        error={error.successorCode}
      />
      <SubmitButton>{kept ? "Save" : "Add"}</SubmitButton>
    </form>
  );
}
