import "server-only";
import { randomUUID } from "node:crypto";
import type { CurrentUser } from "@/lib/access/user";
import { Prisma } from "@/lib/generated/prisma/client";
import { record } from "./audit";
import { liveUser } from "./live-user";
import { shared, withShared } from "./tenant";

/** The names of people by id; an id nobody has is left out. */
export async function namesOf(ids: readonly string[]): Promise<Map<string, string>> {
  const people = await shared().person.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true },
  });
  return new Map(people.map(({ id, name }) => [id, name]));
}

export type NewPerson = { name: string; jobTitle?: string; email?: string; demoId?: string };

/** Adds a person, who belongs nowhere yet, and returns their id. */
export async function addPerson(person: NewPerson): Promise<string> {
  const id = randomUUID();
  await withShared(null, async (tx) => {
    await tx.person.create({ data: { id, ...person }, select: { id: true } });
    await record(tx, {
      organisationId: null,
      actorId: null,
      action: "person.added",
      subject: `person:${id}`,
    });
  });
  return id;
}

/**
 * A person as they may act now, without a session: for the seed and for scripts, which work through the same
 * functions as the pages. Null where there is no such person.
 */
export async function userWithoutSession(personId: string, now = new Date()): Promise<CurrentUser | null> {
  const live = await liveUser(
    Prisma.sql`
    SELECT id AS person_id, NULL::uuid AS session_id, NULL::timestamptz AS last_seen_at,
           NULL::timestamptz AS started_at, NULL::timestamptz AS proved_at
    FROM person WHERE id = ${personId}::uuid`,
    now,
  );
  return live?.user ?? null;
}

/** Somebody of the demo, as the sign-in page offers them. */
export type DemoPerson = { demoId: string; jobTitle: string | null; user: CurrentUser };

/** Everybody of the demo who is in the database; nobody outside a demo. */
export async function demoPeople(): Promise<DemoPerson[]> {
  const people = await shared().person.findMany({
    where: { demoId: { not: null } },
    select: { id: true, demoId: true, jobTitle: true },
    orderBy: { createdAt: "asc" },
  });
  const users = await Promise.all(people.map(({ id }) => userWithoutSession(id)));
  return people.flatMap(({ demoId, jobTitle }, index) => {
    const user = users[index];
    return demoId && user ? [{ demoId, jobTitle, user }] : [];
  });
}

/** The id of the person a demo sign-in names, or null. */
export async function demoPersonId(demoId: string): Promise<string | null> {
  const person = await shared().person.findUnique({ where: { demoId }, select: { id: true } });
  return person?.id ?? null;
}
