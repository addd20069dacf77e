type Props = {
  fields: Readonly<Record<string, string | number>>;
  /** What the form was sent with and came back with, which counts in place of what stands. */
  typed?: Readonly<Record<string, string>>;
};

/** What travels with a form and nobody types: which thing it is about, and the version it was read at. */
export function HiddenFields({ fields, typed = {} }: Props) {
  return Object.entries(fields).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={typed[name] ?? value} readOnly />
  ));
}
