import { Breadcrumb, type Crumb } from "@/components/nhs/breadcrumb";
import { adminPath } from "@/lib/http/addresses";

/** The way back from a page of administration. */
export function AdminTrail({ then = [] }: { then?: readonly Crumb[] }) {
  return <Breadcrumb items={[{ href: adminPath(), text: "Administration" }, ...then]} />;
}
