import { InsetText } from "./inset-text";

type Props = {
  /** What the address asks for, and whether there is such a thing here. */
  asked: readonly { text: string | string[] | undefined; known: boolean }[];
  /** What stands on the page in its place, in a sentence. */
  instead: string;
};

/** Says that an address asks for something which is not here, in one way everywhere; nothing where all is known. */
export function UnknownChoice({ asked, instead }: Props) {
  const unknown = asked.flatMap(({ text, known }) => (known || !text ? [] : [[text].flat().join(", ")]));
  if (unknown.length === 0) return null;
  return (
    <InsetText>
      <p className="wrap-anywhere">
        The address asks for {unknown.map((text) => `“${text.slice(0, 60)}”`).join(" and ")}, which is not to
        be found here. {instead}
      </p>
    </InsetText>
  );
}
