import { TextArea } from "@/components/forms/text-area";
import { TextInput } from "@/components/forms/text-input";
import { TEXT_LIMIT, TITLE_LIMIT } from "@/lib/plan/action";

type BoxProps = {
  value: (name: string, standing: string | number | null | undefined) => string | undefined;
  errors: Readonly<Record<string, string>>;
};

/** What a cost or benefit is called. */
export function DescriptionBox({ value, errors, kept }: BoxProps & { kept: string | undefined }) {
  return (
    <TextInput
      name="description"
      label="What is it?"
      labelSize="s"
      hint={`At most ${TITLE_LIMIT} characters. No patient data. What you write may be released under the Freedom of Information Act.`}
      defaultValue={value("description", kept)}
      error={errors.description}
    />
  );
}

type Rest = { assumption: string; agreedBy: string };

/** What a figure rests on, and who in finance agreed it: beside every figure of a plan. */
export function GroundBoxes({ value, errors, kept }: BoxProps & { kept: Rest | undefined }) {
  return (
    <>
      <TextArea
        name="assumption"
        label="What does the figure rest on?"
        labelSize="s"
        hint="A quote, last year's invoices, a measured time. It stands beside the figure wherever that is shown."
        rows={3}
        limit={TEXT_LIMIT}
        defaultValue={value("assumption", kept?.assumption)}
        error={errors.assumption}
      />
      <TextInput
        name="agreedBy"
        label="Who in finance agreed it? (optional)"
        labelSize="s"
        hint="A job title. Leave it empty until finance has agreed."
        width={30}
        defaultValue={value("agreedBy", kept?.agreedBy)}
        error={errors.agreedBy}
      />
    </>
  );
}
