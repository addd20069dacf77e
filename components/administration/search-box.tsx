import { buttonClass } from "@/components/nhs/button";

/** Asks for words to look for; the page answers with what was found. The words travel in the address. */
export function SearchBox({ action, label, words }: { action: string; label: string; words: string }) {
  return (
    <form action={action} method="get" role="search">
      <div className="nhsuk-form-group">
        <label className="nhsuk-label nhsuk-label--s" htmlFor="q">
          {label}
        </label>
        <div className="flex flex-wrap items-start gap-3">
          <input
            className="nhsuk-input nhsuk-input--width-20"
            id="q"
            name="q"
            type="search"
            defaultValue={words}
            maxLength={200}
          />
          <button className={`${buttonClass("secondary", true)} nhsuk-u-margin-bottom-0`} type="submit">
            Search
          </button>
        </div>
      </div>
    </form>
  );
}
