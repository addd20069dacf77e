import "server-only";
import nodemailer from "nodemailer";
import type { TakenMail } from "@/lib/data/outbox";
import { appOrigin, mailServer } from "@/lib/env";

const second = 1000;

/** Hands one mail to the server; settles once the server has taken it, and throws what it or the network said. */
export type SendMail = (mail: TakenMail) => Promise<void>;

/** The way to the mail server of the settings, or null where none is set. Each mail has a connection of its own. */
export function sendByMailServer(): SendMail | null {
  const server = mailServer();
  if (!server) return null;
  const transport = nodemailer.createTransport({
    url: server.url,
    // Mails carry links that let people in, so they never travel in clear but on this machine.
    requireTLS: !isLoopback(server.url),
    connectionTimeout: 10 * second,
    greetingTimeout: 10 * second,
    socketTimeout: 30 * second,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return async ({ id, to, subject, text }) => {
    await transport.sendMail({
      from: server.from,
      // As an object it is one address, whatever is in it.
      to: { name: "", address: to },
      subject,
      text,
      // The same for each attempt: where a server took a mail and the connection broke before it said so, mailboxes
      // know the second for the first.
      messageId: `<${id}@${new URL(appOrigin()).hostname}>`,
      headers: { "Auto-Submitted": "auto-generated" },
    });
  };
}

function isLoopback(url: string): boolean {
  return ["localhost", "127.0.0.1", "[::1]"].includes(new URL(url).hostname);
}
