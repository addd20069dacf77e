import { DateInput, type DateParts } from "@/components/forms/date-input";
import { buttonClass } from "@/components/nhs/button";

type Props = { path: string; typed: DateParts; error: string | undefined };

/** Asks for a day to look at. It only asks for the page again. */
export function DayForm({ path, typed, error }: Props) {
  return (
    <form className="print:hidden" action={path} method="get" noValidate>
      <DateInput
        name="on"
        legend="Look at another day"
        legendSize="s"
        hint="For example, 31 3 2028"
        defaultValue={typed}
        error={error}
      />
      <button type="submit" className={buttonClass("secondary")}>
        Show that day
      </button>
    </form>
  );
}
