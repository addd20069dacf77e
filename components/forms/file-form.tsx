import { buttonClass } from "@/components/nhs/button";

/** A form that sends one file to a route, which looks at its size before anything is read. Its field is `file`. */
export function FileForm({
  action,
  label,
  hint,
  accept,
  error,
  submit,
}: {
  action: string;
  label: string;
  hint: string;
  accept: string;
  error?: string | undefined;
  submit: string;
}) {
  return (
    <form method="post" action={action} encType="multipart/form-data">
      <div className={`nhsuk-form-group${error ? " nhsuk-form-group--error" : ""}`}>
        <label className="nhsuk-label nhsuk-label--s" htmlFor="file">
          {label}
        </label>
        <div className="nhsuk-hint" id="file-hint">
          {hint}
        </div>
        {error && (
          <span className="nhsuk-error-message" id="file-error">
            <span className="nhsuk-u-visually-hidden">Error: </span>
            {error}
          </span>
        )}
        <input
          className="nhsuk-input"
          type="file"
          id="file"
          name="file"
          accept={accept}
          aria-describedby={error ? "file-hint file-error" : "file-hint"}
        />
      </div>
      <button className={buttonClass("primary")} type="submit">
        {submit}
      </button>
    </form>
  );
}
