import { buttonClass } from "@/components/nhs/button";
import { HiddenFields } from "./hidden-fields";

type Props = {
  action: string;
  label: string;
  hint?: string;
  /** The words that were asked for before. */
  words?: string;
  /** What travels with the words. */
  hidden?: Readonly<Record<string, string>>;
};

/** Asks for words; the page it goes to answers with what was found. A plain form: the words travel in the address. */
export function SearchForm({ action, label, hint, words = "", hidden = {} }: Props) {
  return (
    <form action={action} method="get" role="search">
      <div className="nhsuk-form-group">
        <label className="nhsuk-label nhsuk-label--s" htmlFor="q">
          {label}
        </label>
        {hint && (
          <div className="nhsuk-hint" id="q-hint">
            {hint}
          </div>
        )}
        <div className="flex flex-wrap items-start gap-3">
          <input
            className="nhsuk-input nhsuk-input--width-20"
            id="q"
            name="q"
            type="search"
            defaultValue={words}
            aria-describedby={hint && "q-hint"}
            maxLength={200}
          />
          <button className={`${buttonClass("secondary", true)} nhsuk-u-margin-bottom-0`} type="submit">
            Search
          </button>
        </div>
      </div>
      <HiddenFields fields={hidden} />
    </form>
  );
}
