import { Breadcrumb } from "@/components/nhs/breadcrumb";

/** The way back from a page of one's account. */
export function AccountTrail() {
  return <Breadcrumb items={[{ href: "/account", text: "Your account" }]} />;
}
