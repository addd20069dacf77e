import { buttonClass } from "@/components/nhs/button";
import { versionPath, type FrameworkPlace } from "./addresses";

/** Asks for words; the overview answers with what was found. A plain form: the words travel in the address. */
export function SearchForm({ place, query = "" }: { place: FrameworkPlace; query?: string }) {
  return (
    <form action={versionPath(place)} method="get" role="search" className="nhsuk-u-margin-bottom-5">
      <div className="nhsuk-form-group nhsuk-u-margin-bottom-2">
        <label className="nhsuk-label nhsuk-label--s" htmlFor="q">
          Search the questions
        </label>
        <div className="nhsuk-hint" id="q-hint">
          A word, a number or an abbreviation, for example “backup”, “6.3” or “EPR”
        </div>
        <div className="flex flex-wrap items-start gap-3">
          <input
            className="nhsuk-input nhsuk-input--width-20"
            id="q"
            name="q"
            type="search"
            defaultValue={query}
            aria-describedby="q-hint"
            maxLength={200}
          />
          <button className={`${buttonClass("secondary", true)} nhsuk-u-margin-bottom-0`} type="submit">
            Search
          </button>
        </div>
      </div>
      {place.setting !== null && <input type="hidden" name="setting" value={place.setting} />}
    </form>
  );
}
