import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { SMTPServer } from "smtp-server";
import { afterAll } from "vitest";

export type ReceivedMail = { to: string[]; raw: string };

/** What a mail server says in place of taking a mail. */
export type Refusal = { at: "recipient" | "content"; code: number };

export type MailServer = {
  url: string;
  /** The mails it took, oldest first. */
  received: ReceivedMail[];
  /** How often somebody began to hand it a mail. */
  attempts: number;
  refusal: Refusal | null;
  /** Called with each mail before the server says that it took it. */
  onTaking: (mail: ReceivedMail) => Promise<void>;
};

/** A real SMTP server on this machine, closed when the test file ends. */
export async function startMailServer(): Promise<MailServer> {
  const refuse = (code: number) => Object.assign(new Error("not now"), { responseCode: code });
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo(_address, _session, done) {
      mail.attempts += 1;
      done(mail.refusal?.at === "recipient" ? refuse(mail.refusal.code) : null);
    },
    onData(stream, session, done) {
      void text(stream).then(async (raw) => {
        if (mail.refusal?.at === "content") return done(refuse(mail.refusal.code));
        const received = { to: session.envelope.rcptTo.map(({ address }) => address), raw };
        mail.received.push(received);
        await mail.onTaking(received);
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  afterAll(() => new Promise<void>((resolve) => server.close(resolve)));
  const { port } = server.server.address() as AddressInfo;
  const mail: MailServer = {
    url: `smtp://127.0.0.1:${port}`,
    received: [],
    attempts: 0,
    refusal: null,
    onTaking: async () => {},
  };
  return mail;
}
