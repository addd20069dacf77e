import { redirect } from "next/navigation";
import { overviewPath } from "@/components/framework/addresses";
import { notFound } from "@/lib/auth/not-found";
import { orUnavailable } from "@/lib/http/database-away";
import { allFrameworks } from "../load-framework";

/** The newest version of a framework. */
export default async function NewestVersionPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const newest = (await orUnavailable(allFrameworks())).find((entry) => entry.id === id);
  if (!newest) notFound();
  redirect(overviewPath({ ...newest, setting: null }));
}
