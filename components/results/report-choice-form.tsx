import { Checkboxes } from "@/components/forms/checkboxes";
import { Select } from "@/components/forms/select";
import { buttonClass } from "@/components/nhs/button";
import { Details } from "@/components/nhs/details";
import { markings } from "@/lib/report/marking";
import { type ReportChoice, reportParts } from "@/lib/report/report-choice";

type Props = {
  path: string;
  choice: ReportChoice;
  /** What there is to leave out for this person. */
  may: { notes: boolean; sensitive: boolean; plan: boolean };
  error: string | undefined;
};

/** What goes into the report, on the page and in every file. A plain form, by address. */
export function ReportChoiceForm({ path, choice, may, error }: Props) {
  const { parts, notes, sensitive, marking } = choice;
  return (
    <Details summary="Choose what goes in, and the marking" open={error !== undefined}>
      <form method="get" action={path} noValidate>
        <input type="hidden" name="chosen" value="yes" />
        <Checkboxes
          name="include"
          legend="What goes in"
          legendSize="s"
          small
          error={error}
          choices={[
            ...Object.entries(reportParts)
              .filter(([part]) => part !== "plan" || may.plan)
              .map(([value, label]) => ({ value, label })),
            ...(may.notes ? [{ value: "notes", label: "Notes that people wrote beside their answers" }] : []),
            ...(may.sensitive
              ? [{ value: "sensitive", label: "Sensitive capabilities by name, with their notes and gaps" }]
              : []),
          ]}
          defaultValues={[...parts, ...(notes ? ["notes"] : []), ...(sensitive ? ["sensitive"] : [])]}
        />
        <Select
          name="marking"
          label="Marking at the head of every page"
          hint="A draft says so as well. A copy that names sensitive capabilities is always marked."
          options={Object.entries(markings).map(([value, text]) => ({ value, text }))}
          defaultValue={marking}
        />
        <button type="submit" className={buttonClass("secondary")}>
          Show and download this
        </button>
      </form>
    </Details>
  );
}
