import "server-only";
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { mailServer } from "@/lib/env";
import type { Prisma } from "@/lib/generated/prisma/client";
import { shared } from "./tenant";

export type Mail = {
  /** One address, without a name. */
  to: string;
  subject: string;
  /** Plain text. Links in it come from `linkTo` (lib/env). */
  text: string;
};

/** A mail taken to be sent. `id` stays the same however often it is tried. */
export type TakenMail = Mail & { id: string; attempts: number };

const minute = 60_000;
const day = 24 * 60 * minute;

/** How long one process has to send a mail before another may take it over. */
const LEASE = 5 * minute;
/** The waits between attempts; after the last of them a mail is given up, a little more than two days on. */
const WAITS = [1, 5, 15, 60, 240, 720, 1440, 1440].map((minutes) => minutes * minute);
/** How long it is known that a mail was sent, or given up. */
const KEPT = 30 * day;

const address = z.email();

/**
 * Puts a mail into the outbox, in the transaction of its cause: both stand or neither. Nothing happens where no mail
 * server is set up; ask `mailServer()` (lib/env) to say so. Throws for an address that is none.
 */
export async function queueMail(
  tx: { outboxMail: Prisma.TransactionClient["outboxMail"] },
  { to, subject, text }: Mail,
): Promise<void> {
  if (!mailServer()) return;
  const now = new Date();
  const mail = {
    recipient: address.parse(to),
    subject: onOneLine(subject),
    text,
    createdAt: now,
    dueAt: now,
  };
  await tx.outboxMail.createMany({ data: [{ id: randomUUID(), ...mail }] });
}

/** Takes the mail that has been due longest, for this process alone; null where none is due. */
export async function takeDueMail(now: Date): Promise<TakenMail | null> {
  for (;;) {
    const due = await shared().outboxMail.findFirst({
      where: { dueAt: { lte: now } },
      orderBy: { dueAt: "asc" },
      select: { id: true, recipient: true, subject: true, text: true, attempts: true, dueAt: true },
    });
    if (!due) return null;
    const { dueAt, recipient, ...mail } = due;
    const attempts = mail.attempts + 1;
    const taken = await shared().outboxMail.updateMany({
      where: { id: mail.id, dueAt },
      data: { attempts, dueAt: new Date(now.getTime() + LEASE) },
    });
    if (taken.count === 1) return { ...mail, to: recipient, attempts };
  }
}

/** Notes that the mail server took the mail, and forgets its text. */
export async function noteSent(id: string, now: Date): Promise<void> {
  await shared().outboxMail.update({
    where: { id },
    data: { sentAt: now, dueAt: null, text: "", trouble: null },
    select: { id: true },
  });
}

/** Notes why a mail could not be sent: to be tried later, or given up where that would not help. */
export async function noteNotSent(
  { id, attempts }: TakenMail,
  { trouble, forGood }: { trouble: string; forGood: boolean },
  now: Date,
): Promise<"later" | "given_up"> {
  const wait = forGood ? undefined : WAITS[attempts - 1];
  const givenUp = { dueAt: null, givenUpAt: now, text: "" };
  await shared().outboxMail.update({
    where: { id },
    data: { trouble, ...(wait === undefined ? givenUp : { dueAt: new Date(now.getTime() + wait) }) },
    select: { id: true },
  });
  return wait === undefined ? "given_up" : "later";
}

/** Forgets mails that were sent or given up long ago, with the addresses they went to. */
export async function forgetOldMail(now: Date): Promise<void> {
  const before = new Date(now.getTime() - KEPT);
  await shared().outboxMail.deleteMany({
    where: { OR: [{ sentAt: { lt: before } }, { givenUpAt: { lt: before } }] },
  });
}

/** A line break in a subject could begin a header of its own. */
function onOneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029\s]+/gu, " ").trim();
}
