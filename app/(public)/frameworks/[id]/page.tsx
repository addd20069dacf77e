import { notFound, redirect } from "next/navigation";
import { overviewPath } from "@/components/framework/addresses";
import { allFrameworks } from "../load-framework";

/** The newest version of a framework. */
export default async function NewestVersionPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const newest = (await allFrameworks()).find((entry) => entry.id === id);
  if (!newest) notFound();
  redirect(overviewPath({ ...newest, setting: null }));
}
