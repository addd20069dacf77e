import type { ReactNode } from "react";

/** What every field has: a name it is sent under (and its id, unless given), its label, help and an error. */
export type FieldProps = {
  name: string;
  /** Defaults to `name`; the error summary links to it. */
  id?: string;
  label: ReactNode;
  /** Size of the label; `l` or `m` where the question is the page's main one. */
  labelSize?: "s" | "m" | "l";
  hint?: ReactNode;
  error?: string;
};

/** Ids of the hint and the error that are there, for `aria-describedby`. */
export function describedBy(
  id: string,
  parts: { hint?: ReactNode; error?: string; also?: string },
): string | undefined {
  const ids = [parts.hint ? `${id}-hint` : "", parts.error ? `${id}-error` : "", parts.also ?? ""].filter(
    Boolean,
  );
  return ids.length > 0 ? ids.join(" ") : undefined;
}

/** The block around one field; in error it has the red edge. */
export function FormGroup({ error, children }: { error?: string; children: ReactNode }) {
  return <div className={`nhsuk-form-group${error ? " nhsuk-form-group--error" : ""}`}>{children}</div>;
}

/** The hint and the error of a field, in that order, between its label and its control. */
export function HintAndError({ id, hint, error }: { id: string; hint?: ReactNode; error?: string }) {
  return (
    <>
      {hint && (
        <div className="nhsuk-hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {error && (
        <span className="nhsuk-error-message" id={`${id}-error`}>
          <span className="nhsuk-u-visually-hidden">Error: </span>
          {error}
        </span>
      )}
    </>
  );
}

/** The label of a single control. */
export function Label({
  htmlFor,
  size,
  children,
}: {
  htmlFor: string;
  size?: "s" | "m" | "l";
  children: ReactNode;
}) {
  return (
    <label className={`nhsuk-label${size ? ` nhsuk-label--${size}` : ""}`} htmlFor={htmlFor}>
      {children}
    </label>
  );
}
