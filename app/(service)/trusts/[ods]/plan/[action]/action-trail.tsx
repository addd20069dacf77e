import { TrustTrail } from "@/components/trail/trust-trail";
import { actionPath, planPath } from "@/lib/http/addresses";

type Props = {
  trust: { odsCode: string; name: string };
  action?: { id: string; title: string };
};

/** The way back from an action, or from a page under it. */
export function ActionTrail({ trust, action }: Props) {
  const plan = { href: planPath(trust.odsCode), text: "Plan" };
  return (
    <TrustTrail
      trust={trust}
      then={action ? [plan, { href: actionPath(trust.odsCode, action.id), text: action.title }] : [plan]}
    />
  );
}
