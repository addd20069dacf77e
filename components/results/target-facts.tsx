import { DateInput, type DateParts } from "@/components/forms/date-input";
import { TextArea } from "@/components/forms/text-area";
import { TextInput } from "@/components/forms/text-input";
import { type FormState, wasSent } from "@/lib/http/form-state";

/** By when, whose and why: what is said of one target, or of several set at once. */
export function TargetFacts({
  state: { values, fieldErrors },
  first,
  reasonLimit,
}: {
  state: FormState;
  /** What stands before anything was sent; `by` as an ISO date. */
  first: { by: string | null; owner: string; reason: string };
  reasonLimit: number;
}) {
  const sent = wasSent(values);
  const by: DateParts = sent
    ? { day: values["by-day"], month: values["by-month"], year: values["by-year"] }
    : partsOf(first.by);
  return (
    <>
      <DateInput
        name="by"
        legend="By when? (optional)"
        legendSize="m"
        defaultValue={by}
        error={fieldErrors.by}
      />
      <TextInput
        name="owner"
        label="Who answers for it? (optional)"
        labelSize="m"
        hint="A job title, not a name. For example, Chief information officer"
        defaultValue={sent ? values.owner : first.owner}
        error={fieldErrors.owner}
      />
      <TextArea
        name="reason"
        label="Why this level, and who agreed it"
        labelSize="m"
        hint="No patient data. What you write may be released under the Freedom of Information Act."
        rows={4}
        limit={reasonLimit}
        defaultValue={sent ? values.reason : first.reason}
        error={fieldErrors.reason}
      />
    </>
  );
}

function partsOf(by: string | null): DateParts {
  const [year, month, day] =
    by
      ?.slice(0, 10)
      .split("-")
      .map((part) => part.replace(/^0+/, "")) ?? [];
  return { day, month, year };
}
