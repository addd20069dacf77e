import { Radios } from "@/components/forms/radios";
import { TextArea } from "@/components/forms/text-area";
import { NOTE_LIMIT } from "@/lib/assessment/answer-body";
import type { Confidence } from "@/lib/assessment/stored-answer";

type Props = {
  note: string;
  confidence: Confidence | null;
  /** True where the care setting has its own answer, so that the note must say why. */
  reasonNeeded: boolean;
  noteError?: string | undefined;
};

const sureness: readonly { value: Confidence; label: string; hint: string }[] = [
  { value: "low", label: "Low", hint: "An informed guess" },
  { value: "medium", label: "Medium", hint: "I know this well, but have not checked it" },
  { value: "high", label: "High", hint: "I have seen a document or report that shows it" },
];

/** The note and how sure the person is, kept with either way of answering. */
export function AnswerDetails({ note, confidence, reasonNeeded, noteError }: Props) {
  return (
    <>
      <TextArea
        name="note"
        label={reasonNeeded ? "Why this care setting differs" : "Note (optional)"}
        labelSize="s"
        hint="Do not enter anything about a patient. What you write may be released under the Freedom of Information Act."
        rows={4}
        limit={NOTE_LIMIT}
        defaultValue={note}
        {...(noteError ? { error: noteError } : {})}
      />
      <Radios
        name="confidence"
        legend="How sure are you? (optional)"
        legendSize="s"
        small
        choices={sureness}
        defaultValue={confidence}
      />
    </>
  );
}
