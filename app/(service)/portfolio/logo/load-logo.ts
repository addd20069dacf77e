import { requireUser } from "@/lib/auth/current-user";
import { notFound } from "@/lib/auth/not-found";
import { consultancyOf, reportLogo } from "@/lib/data/report-logo";

/** The signed-in consultant, their consultancy and its logo; everybody else gets a 404. */
export async function loadLogo() {
  const user = await requireUser();
  const consultancy = consultancyOf(user);
  const kept = consultancy && (await reportLogo(user, consultancy.organisationId));
  if (!consultancy || !kept) notFound();
  return { user, consultancy, ...kept };
}
