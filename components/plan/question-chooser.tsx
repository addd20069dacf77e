import { Select } from "@/components/forms/select";
import { buttonClass } from "@/components/nhs/button";

type Props = {
  path: string;
  /** Those added to the page already, not yet saved. */
  asked: readonly string[];
  questions: readonly { value: string; text: string }[];
};

/** Brings one more question onto the page. It asks for the page again and saves nothing. */
export function QuestionChooser({ path, asked, questions }: Props) {
  return (
    <form action={path} method="get">
      {asked.map((value) => (
        <input key={value} type="hidden" name="question" value={value} />
      ))}
      <Select
        name="question"
        id="add-question"
        label="Show another question"
        labelSize="s"
        hint="Save what you ticked first: showing another question starts the page again"
        placeholder="Choose a question"
        options={questions}
      />
      <button type="submit" className={buttonClass("secondary", true)}>
        Show it
      </button>
    </form>
  );
}
