import { momentInWords } from "@/lib/report/dates";

type Props = { returned: { byName: string; at: Date; reason: string } };

/** Who gave a round in review back, when and why. */
export function GivenBack({ returned: { byName, at, reason } }: Props) {
  return (
    <>
      <p>
        <strong>{byName}</strong> gave the round back, {momentInWords(at)}
      </p>
      <p className="app-typed">{reason}</p>
    </>
  );
}
