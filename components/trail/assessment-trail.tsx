import type { Crumb } from "@/components/nhs/breadcrumb";
import { assessmentPath } from "@/lib/http/addresses";
import { TrustTrail } from "./trust-trail";

type Props = {
  assessment: { id: string; round: string; organisation: { odsCode: string; name: string } };
  then?: readonly Crumb[];
};

/** The way back from a page of an assessment: the organisation, the assessment, then what lies between. */
export function AssessmentTrail({ assessment, then = [] }: Props) {
  const { id, round, organisation } = assessment;
  const here = { href: assessmentPath(id), text: `Assessment ${round}` };
  return <TrustTrail trust={organisation} then={[here, ...then]} />;
}
