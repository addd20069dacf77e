import { Breadcrumb } from "@/components/nhs/breadcrumb";
import { assessmentPath, trustPath } from "@/lib/http/addresses";

type Props = {
  assessment: { id: string; round: string; organisation: { odsCode: string; name: string } };
  mayReadAnswers: boolean;
};

/** The way back from a result: the trust and, for those who may read its answers, the assessment. */
export function ResultTrail({ assessment, mayReadAnswers }: Props) {
  const { id, round, organisation } = assessment;
  return (
    <Breadcrumb
      items={[
        { href: trustPath(organisation.odsCode), text: organisation.name },
        ...(mayReadAnswers ? [{ href: assessmentPath(id), text: `Assessment ${round}` }] : []),
      ]}
    />
  );
}
