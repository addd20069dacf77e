import { Breadcrumb, type Crumb } from "@/components/nhs/breadcrumb";

/** The way back from a page of one's account. */
export function AccountTrail({ then = [] }: { then?: readonly Crumb[] }) {
  return <Breadcrumb items={[{ href: "/account", text: "Your account" }, ...then]} />;
}
