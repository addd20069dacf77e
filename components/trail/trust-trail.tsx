import { Breadcrumb, type Crumb } from "@/components/nhs/breadcrumb";
import { trustPath } from "@/lib/http/addresses";

type Props = { trust: { odsCode: string; name: string }; then?: readonly Crumb[] };

/** The way back from a page of an organisation: its home, then what lies between. */
export function TrustTrail({ trust, then = [] }: Props) {
  return <Breadcrumb items={[{ href: trustPath(trust.odsCode), text: trust.name }, ...then]} />;
}
