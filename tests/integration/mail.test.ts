import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { type Mail, queueMail } from "@/lib/data/outbox";
import { withShared, withTenant } from "@/lib/data/tenant";
import { linkTo } from "@/lib/env";
import { deliverDue } from "@/lib/mail/deliver";
import { connectAsApp, lookBeneath } from "@/tests/support/database";
import { type MailServer, startMailServer } from "@/tests/support/mail-server";
import { makeTrust } from "@/tests/support/trust";

const minute = 60_000;
let server: MailServer;
let now: Date;
const later = (ms: number) => new Date(now.getTime() + ms);

beforeAll(async () => {
  server = await startMailServer();
  vi.stubEnv("SMTP_URL", server.url);
  vi.stubEnv("MAIL_FROM", "maturity@example.nhs.uk");
  vi.stubEnv("APP_ORIGIN", "https://maturity.example.nhs.uk");
});
afterAll(() => {
  vi.unstubAllEnvs();
});
beforeEach(async () => {
  await (await connectAsApp()).query("DELETE FROM outbox");
  Object.assign(server, { received: [], attempts: 0, refusal: null, onTaking: async () => {} });
  now = new Date();
});

async function queue(mail: Partial<Mail> = {}): Promise<void> {
  const whole = { to: "amina@example.nhs.uk", subject: "You are invited", text: "Come in", ...mail };
  await withShared(null, (tx) => queueMail(tx, whole));
  now = new Date();
}

type Row = {
  text: string;
  attempts: number;
  due: boolean;
  sent: boolean;
  given_up: boolean;
  trouble: string;
};
const outbox = () =>
  lookBeneath<Row>(`SELECT text, attempts, due_at IS NOT NULL AS due, sent_at IS NOT NULL AS sent,
                           given_up_at IS NOT NULL AS given_up, trouble FROM outbox ORDER BY created_at`);

describe("I am sent a mail", () => {
  test("and it arrives once, in plain text, as it was written", async () => {
    await queue({
      subject: "You’re invited – Ashdown",
      text: `Dear Siân,\n.\n${linkTo("/x")}\n`,
    });
    expect(await deliverDue(now)).toEqual({ sent: 1, later: 0, givenUp: 0 });
    expect(await deliverDue(later(minute))).toEqual({ sent: 0, later: 0, givenUp: 0 });

    expect(server.received.map(({ to }) => to)).toEqual([["amina@example.nhs.uk"]]);
    const [{ raw } = { raw: "" }] = server.received;
    expect(raw).toMatch(/^From: maturity@example\.nhs\.uk\r$/m);
    expect(raw).toMatch(/^Content-Type: text\/plain; charset=utf-8\r$/m);
    expect(raw).toContain("Subject: =?UTF-8?");
    expect(raw).toContain("https://maturity.example.nhs.uk/x");
    expect(raw.split("\r\n\r\n")[1]).toMatch(/^\.$/m);
  });

  test("and nothing is left of its text, which may hold a link that lets somebody in", async () => {
    await queue({ text: "secret link" });
    expect(await outbox()).toMatchObject([{ text: "secret link", due: true }]);
    await deliverDue(now);
    expect(await outbox()).toMatchObject([{ text: "", due: false, sent: true }]);
  });

  test("unless what it tells of did not happen", async () => {
    const trust = await makeTrust();
    const lead = await trust.let("digital_lead");
    const failing = withTenant(lead, { write: trust.id }, async (tx) => {
      await queueMail(tx, { to: "amina@example.nhs.uk", subject: "x", text: "y" });
      throw new Error("it did not happen");
    });
    await expect(failing).rejects.toThrow("it did not happen");
    expect(await outbox()).toEqual([]);
  });

  test.each([
    "Hello\r\nBcc: everybody@evil.example",
    "Hello\nBcc: x",
    "Hello\u2028Bcc: x",
    "\u0000Hello Bcc: x",
  ])("whose subject %j makes no header of its own", async (subject) => {
    await queue({ subject });
    await deliverDue(now);
    expect(server.received[0]?.to).toEqual(["amina@example.nhs.uk"]);
    expect(server.received[0]?.raw).not.toMatch(/^Bcc:/m);
    expect(server.received[0]?.raw).toMatch(/^Subject: Hello Bcc: /m);
  });

  test.each([
    "a@b.example\r\nRCPT TO:<c@d.example>",
    "a@b.example, c@d.example",
    "A <a@b.example>",
    "nobody",
    "",
  ])("but %j is nobody's address", async (to) => {
    await expect(queue({ to })).rejects.toThrow();
    expect(await outbox()).toEqual([]);
  });
});

describe("the mail server is in trouble", () => {
  test("busy: the mail is tried again later, each time after a longer wait, and is the same mail", async () => {
    await queue();
    server.refusal = { at: "content", code: 451 };
    expect(await deliverDue(now)).toMatchObject({ later: 1 });
    expect(await deliverDue(later(59_000))).toMatchObject({ later: 0 });
    expect(await deliverDue(later(minute))).toMatchObject({ later: 1 });
    server.refusal = null;
    expect(await deliverDue(later(5 * minute))).toMatchObject({ sent: 0 });
    expect(await deliverDue(later(6 * minute))).toMatchObject({ sent: 1 });
    expect(await outbox()).toMatchObject([{ attempts: 3, sent: true, trouble: null }]);
    const [{ id } = { id: "" }] = await lookBeneath<{ id: string }>("SELECT id FROM outbox");
    expect(server.received[0]?.raw).toContain(`Message-ID: <${id}@maturity.example.nhs.uk>`);
  });

  test("busy for days: the mail is given up, and its text forgotten", async () => {
    await queue();
    server.refusal = { at: "recipient", code: 450 };
    let at = now;
    for (let attempt = 1; attempt <= 9; attempt += 1) {
      await deliverDue(at);
      at = new Date(at.getTime() + 24 * 60 * minute);
    }
    expect(await outbox()).toMatchObject([
      { attempts: 9, given_up: true, text: "", trouble: expect.any(String) },
    ]);
  });

  test("it knows no such mailbox: the mail is given up at once, and the next one is tried", async () => {
    await queue({ to: "gone@example.nhs.uk" });
    await queue();
    server.refusal = { at: "recipient", code: 550 };
    expect(await deliverDue(now)).toEqual({ sent: 0, later: 0, givenUp: 2 });
    expect(await outbox()).toMatchObject([
      { given_up: true, text: "", trouble: "EENVELOPE 550" },
      { given_up: true, text: "", trouble: "EENVELOPE 550" },
    ]);
  });

  test("it cannot be reached: one mail is tried, the others keep their turn", async () => {
    await queue();
    await queue();
    vi.stubEnv("SMTP_URL", "smtp://127.0.0.1:9");
    expect(await deliverDue(now)).toEqual({ sent: 0, later: 1, givenUp: 0 });
    vi.stubEnv("SMTP_URL", server.url);
    // Both may have been queued within one millisecond: which of them comes first is then nobody's promise.
    expect((await outbox()).map(({ attempts }) => attempts).sort()).toEqual([0, 1]);
    expect(await deliverDue(later(minute))).toMatchObject({ sent: 2 });
  });
});

describe("never twice", () => {
  test("though several processes send at once", async () => {
    const everybody = Array.from({ length: 20 }, (_, index) => `person-${index}@example.nhs.uk`);
    for (const to of everybody) await queue({ to });
    const runs = await Promise.all([deliverDue(now), deliverDue(now), deliverDue(now)]);
    expect(runs.reduce((sum, { sent }) => sum + sent, 0)).toBe(20);
    expect(server.received.flatMap(({ to }) => to).sort()).toEqual(everybody.sort());
  });

  test("though the database was away when the server had taken it", async () => {
    await queue();
    const other = await connectAsApp();
    // The row is held: noting that the mail was taken fails until it is let go.
    server.onTaking = async () => {
      await other.query("BEGIN");
      await other.query("SELECT FROM outbox FOR UPDATE");
    };
    const delivering = deliverDue(now);
    await expect.poll(() => server.received).toHaveLength(1);
    await new Promise((resolve) => setTimeout(resolve, 2_600));
    await other.query("ROLLBACK");
    expect(await delivering).toMatchObject({ sent: 1 });
    await deliverDue(later(60 * minute));
    expect(server.received).toHaveLength(1);
  });

  test("and what a process died over is taken up by another after a while", async () => {
    await queue();
    await (await connectAsApp()).query(`UPDATE outbox SET attempts = 1, due_at = $1`, [later(5 * minute)]);
    expect(await deliverDue(later(4 * minute))).toMatchObject({ sent: 0 });
    expect(await deliverDue(later(5 * minute))).toMatchObject({ sent: 1 });
  });
});

describe("housekeeping", () => {
  test("where no mail server is set up nothing waits to be sent, and nothing is", async () => {
    vi.stubEnv("SMTP_URL", "");
    await queue();
    expect(await outbox()).toEqual([]);
    expect(await deliverDue(now)).toEqual({ sent: 0, later: 0, givenUp: 0 });
    vi.stubEnv("SMTP_URL", server.url);
  });

  test("that somebody was sent a mail is forgotten after 30 days", async () => {
    await queue();
    await deliverDue(now);
    await deliverDue(later(29 * 24 * 60 * minute));
    expect(await outbox()).toHaveLength(1);
    await deliverDue(later(31 * 24 * 60 * minute));
    expect(await outbox()).toEqual([]);
  });
});
