import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import { escapeLiteral } from "pg";
import { z } from "zod";
import type { SystemActor } from "@/lib/access/system-actor";
import { type CurrentUser, organisationsOpenTo } from "@/lib/access/user";
import { db, query } from "@/lib/db";
import { beginningWith } from "@/lib/first-words";
import { Prisma, type PrismaClient } from "@/lib/generated/prisma/client";
import { tellingWhenAway } from "./database-trouble";

// The only door to the database. Row-level security stands behind it: without the settings made here no row of an
// organisation is seen or written (prisma/migrations, row_level_security).

declare const brand: unique symbol;

type Unsafe = "$queryRawUnsafe" | "$executeRawUnsafe";

/** An open transaction that sees what the actor may see. Made by `withTenant` alone. */
export type TenantTransaction = Omit<Prisma.TransactionClient, Unsafe> & { readonly [brand]: "tenant" };

/** What belongs to no organisation: the list tests/integration/tenancy goes by. */
type SharedTable =
  | "installation"
  | "person"
  | "session"
  | "organisation"
  | "frameworkVersion"
  | AdministrationTable
  | ProofTable;

/** Who runs the installation, and what they do with it. */
type AdministrationTable = "administrator" | "administratorInvitation" | "organisationImport" | "outboxMail";

/** By which people prove who they are. */
type ProofTable = "credential" | "secondFactor" | "recoveryCode" | "identity" | "singleUseToken" | "apiToken";

/** An open transaction on what belongs to no organisation, and on the record of what happened to it. */
export type SharedTransaction = Pick<Prisma.TransactionClient, SharedTable | "auditEvent"> & {
  readonly [brand]: "shared";
};

/**
 * Runs `act` in one transaction as the actor: it reads the rows of the organisations the actor belongs to or was let
 * in to, and writes those of `write` alone. Everything is undone when `act` throws. Throws where `write` is none of
 * these; asking the policy first is the caller's part. `atOneMoment`: all that is read is as it was at one moment,
 * whatever others save meanwhile (REPEATABLE READ); not for changing what others may change as well.
 */
export async function withTenant<T>(
  actor: CurrentUser | SystemActor,
  { write, atOneMoment = false }: { write?: string; atOneMoment?: boolean },
  act: (tx: TenantTransaction) => Promise<T>,
): Promise<T> {
  const readable = readableBy(actor);
  if (write !== undefined) refuseStrangers(readable, write);
  // Before anything is read: afterwards the database would refuse it.
  const manner = atOneMoment ? "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ; " : "";
  return transaction(manner + settings(personOf(actor), readable, write ?? ""), (tx) =>
    act(tx as unknown as TenantTransaction),
  );
}

/**
 * Runs `act` in one transaction on the tables that belong to no organisation, in the name of a person or of nobody
 * (a failed sign-in). No organisation's rows are seen.
 */
export async function withShared<T>(
  personId: string | null,
  act: (tx: SharedTransaction) => Promise<T>,
): Promise<T> {
  return transaction(settings(personId ?? "", [], ""), (tx) => act(tx as unknown as SharedTransaction));
}

/** An open transaction on the record of events, and on the chain that seals it. */
export type RecordTransaction = Pick<
  Prisma.TransactionClient,
  "auditEvent" | "auditSeal" | "person" | "organisation" | "$queryRaw"
> & { readonly [brand]: "record" };

/**
 * Runs `act` in one transaction that reads the record of events past organisations: all of it for who seals or checks
 * it, or what concerns the installation for its administrators (row-level security says which events those are).
 * Asking the policy first is the caller's part.
 */
export async function withRecord<T>(
  reading: "all" | "installation",
  personId: string | null,
  act: (tx: RecordTransaction) => Promise<T>,
): Promise<T> {
  return transaction(settings(personId ?? "", [], "", reading), (tx) =>
    act(tx as unknown as RecordTransaction),
  );
}

/**
 * The settings of `withTenant` as a query of one row, for a statement that is a transaction of its own: it saves two
 * messages each time. What the statement reads has to come after that row, joined to it by LATERAL or asked for in
 * the list of what a join with it gives: read before, no row is seen. Throws as `withTenant` does.
 */
export function actingIn(actor: CurrentUser, write: string): Prisma.Sql {
  const readable = readableBy(actor);
  refuseStrangers(readable, write);
  return Prisma.sql`
    SELECT set_config('app.user_id', ${actor.personId}, true) IS NOT NULL
       AND set_config('app.organisation_ids', ${readable.join(",")}, true) IS NOT NULL
       AND set_config('app.organisation_id', ${write}, true) IS NOT NULL AS known`;
}

/**
 * A statement by hand that is a transaction of its own: on the tables that belong to no organisation, or one that
 * begins with `actingIn`. An error of it is not told (`tellingWhenAway`): such statements save, or ask who is there, and
 * whoever sends them looks at the error.
 */
export async function statement<Row extends object>({ text, values }: Prisma.Sql): Promise<Row[]> {
  refuseSecondConnection();
  return query<Row>(text, values);
}

type SharedClient = Pick<PrismaClient, SharedTable>;

/** Single readings and writings of the tables that belong to no organisation. */
export function shared(): SharedClient {
  const client = connections();
  const telling = tellingClients.get(client) ?? tellingOf(client);
  tellingClients.set(client, telling);
  return telling;
}

const tellingClients = new WeakMap<PrismaClient, SharedClient>();

/** The same client; an error because the database is away is told first (`tellingWhenAway`). */
function tellingOf(client: PrismaClient): SharedClient {
  return client.$extends({
    query: { $allModels: { $allOperations: ({ args, query }) => tellingWhenAway(query(args)) } },
  }) as unknown as SharedClient;
}

function transaction<T>(firstWords: string, act: (tx: Prisma.TransactionClient) => Promise<T>): Promise<T> {
  return tellingWhenAway(
    beginningWith(firstWords, () =>
      connections().$transaction((tx) => inTransaction.run(true, () => act(tx))),
    ),
  );
}

const inTransaction = new AsyncLocalStorage<true>();

function connections(): PrismaClient {
  refuseSecondConnection();
  return db();
}

/**
 * Whoever holds a connection must not ask for a second: when all are held by people who wait for one more, nobody goes
 * on, and locks are held meanwhile. So it is refused at once, under no load as well.
 */
function refuseSecondConnection(): void {
  if (inTransaction.getStore()) {
    throw new Error("A transaction is open already: use its `tx`, or read what is needed before it begins.");
  }
}

function readableBy(actor: CurrentUser | SystemActor): readonly string[] {
  if (!("memberships" in actor)) return [actor.organisationId];
  return organisationsOpenTo(actor);
}

function refuseStrangers(readable: readonly string[], write: string): void {
  if (readable.includes(write)) return;
  throw new Error("The actor does not belong to the organisation to be written to");
}

function personOf(actor: CurrentUser | SystemActor): string {
  return actor.personId ?? "";
}

/** `true`: for this transaction only, so that nothing is left on the connection when the pool lends it again. */
function settings(person: string, readable: readonly string[], written: string, record = ""): string {
  const set = (name: string, value: string) => `set_config('${name}', ${escapeLiteral(value)}, true)`;
  return `SELECT ${set("app.user_id", person)}, ${set("app.organisation_ids", readable.join(","))}, ${set("app.organisation_id", written)}, ${set("app.audit_reading", record)}`;
}

/** True for the error of a write that met an existing key. */
export function isUniqueViolation(error: unknown): boolean {
  return sqlState(error) === "23505";
}

/** True for the error of a write that would leave another row pointing nowhere. */
export function isReferenceViolation(error: unknown): boolean {
  // PostgreSQL 18 tells ON DELETE RESTRICT (23001) from the others (23503).
  return ["23001", "23503"].includes(sqlState(error) ?? "");
}

/** Of a statement by hand, and of what Prisma was asked. */
const fromDriver = z.object({ severity: z.string(), code: z.string() });
const fromPrisma = z.object({
  meta: z.object({ driverAdapterError: z.object({ cause: z.object({ originalCode: z.string() }) }) }),
});

function sqlState(error: unknown): string | undefined {
  const { data } = fromPrisma.safeParse(error);
  return data?.meta.driverAdapterError.cause.originalCode ?? fromDriver.safeParse(error).data?.code;
}
