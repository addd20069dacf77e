import { momentInWords } from "@/lib/report/dates";

type Props = {
  /** What was done with the round: "gave the round back". */
  did: string;
  move: { byName: string; at: Date; reason: string };
};

/** Who moved a round back, when and why. */
export function MovedBack({ did, move: { byName, at, reason } }: Props) {
  return (
    <>
      <p>
        <strong>{byName}</strong> {did}, {momentInWords(at)}
      </p>
      <p className="app-typed">{reason}</p>
    </>
  );
}
