import "server-only";
import { Prisma } from "@/lib/generated/prisma/client";
import { shared, statement } from "./tenant";

/** What this installation is. `seedHash` names what a demo was filled from, null until it is whole. */
export type Installation = { kind: "service" | "demo"; seedHash: string | null };

/** The installation's own mark. One that nobody marked is a service. */
export async function installation(): Promise<Installation> {
  const row = await shared().installation.findUnique({
    where: { id: 1 },
    select: { kind: true, seedHash: true },
  });
  return row?.kind === "demo"
    ? { kind: "demo", seedHash: row.seedHash }
    : { kind: "service", seedHash: null };
}

/**
 * Marks an empty database as a demo, once and for good. To be done before the first row, so that one left half
 * filled is known for what it is. Throws where people are in it already.
 */
export async function markAsDemo(): Promise<void> {
  if ((await shared().person.count()) > 0) {
    throw new Error("Only an empty database can become a demo: this one has people in it.");
  }
  await shared().installation.create({ data: { id: 1, kind: "demo" }, select: { id: true } });
}

/** Notes what the demo was filled from, once it is whole. */
export async function finishDemo(seedHash: string): Promise<void> {
  await shared().installation.update({
    where: { id: 1, kind: "demo" },
    data: { seedHash },
    select: { id: true },
  });
}

/** Whether the database answers within two seconds, for whoever decides if this process gets requests. */
export async function databaseAnswers(): Promise<boolean> {
  const asked = statement(Prisma.sql`SELECT 1`).then(
    () => true,
    () => false,
  );
  let timer: NodeJS.Timeout | undefined;
  const tired = new Promise<boolean>((resolve) => (timer = setTimeout(resolve, 2_000, false)));
  return Promise.race([asked, tired]).finally(() => clearTimeout(timer));
}
