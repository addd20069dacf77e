import "server-only";
import { setTimeout as pause } from "node:timers/promises";
import { forgetOldMail, noteNotSent, noteSent, type TakenMail, takeDueMail } from "@/lib/data/outbox";
import { logger } from "@/lib/logger";
import { sendByMailServer, type SendMail } from "./mail-transport";

export type Delivery = { sent: number; later: number; givenUp: number };

/** The most mails of one run, so that a run has an end; the next takes the rest. */
const AT_MOST = 100;

/**
 * Sends the mails that are due, one after the other, and says how that went. Safe in several processes at once. It
 * stops at the first sign that the server cannot be reached; the rest keep their turn. Without a mail server in the
 * settings it does nothing.
 */
export async function deliverDue(now: Date): Promise<Delivery> {
  const delivery = { sent: 0, later: 0, givenUp: 0 };
  const send = sendByMailServer();
  if (!send) return delivery;
  await forgetOldMail(now);
  for (let done = 0; done < AT_MOST; done += 1) {
    const mail = await takeDueMail(now);
    if (!mail) break;
    const { kind, serverIsAway } = await deliver(mail, send, now);
    delivery[kind] += 1;
    if (serverIsAway) break;
  }
  return delivery;
}

type Outcome = { kind: keyof Delivery; serverIsAway?: boolean };

async function deliver(mail: TakenMail, send: SendMail, now: Date): Promise<Outcome> {
  try {
    await send(mail);
  } catch (error) {
    const trouble = troubleIn(error);
    const noted = await noteNotSent(mail, trouble, now);
    logger().warn(
      { mail: mail.id, trouble: trouble.trouble, attempts: mail.attempts },
      "A mail was not sent",
    );
    return { kind: noted === "later" ? "later" : "givenUp", serverIsAway: trouble.serverIsAway };
  }
  await insist(() => noteSent(mail.id, now));
  return { kind: "sent" };
}

/**
 * What went wrong, in a code. An answer of 5xx about this mail (its address, its content) will be the same tomorrow;
 * everything else may pass: the server busy (4xx), out of reach, or refusing us until somebody mends the settings.
 */
function troubleIn(error: unknown): { trouble: string; forGood: boolean; serverIsAway: boolean } {
  const { code, responseCode, command } = error as Record<string, unknown>;
  const about = command === "RCPT TO" || command === "DATA";
  const forGood = about && typeof responseCode === "number" && responseCode >= 500;
  const trouble = [code, responseCode].filter((part) => part !== undefined).join(" ") || "unknown";
  return { trouble, forGood, serverIsAway: !about };
}

/** Tries again while the database is away: a mail the server took must not be sent a second time. */
async function insist(act: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await act();
    } catch (error) {
      if (attempt === 8) throw error;
      await pause(250 * 2 ** attempt);
    }
  }
}
