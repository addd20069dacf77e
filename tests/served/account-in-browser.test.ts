import type { Page } from "@playwright/test";
import { mkdirSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createCredential } from "@/lib/data/credentials";
import { addPerson } from "@/lib/data/people";
import { appWith, GOOD_PASSWORD } from "@/tests/support/account";
import { faultsOf } from "@/tests/support/axe";
import { type BrowsedService, browse } from "@/tests/support/browser";
import { fileDatabase, lookBeneath } from "@/tests/support/database";

const pictures = process.env.PICTURES;

let service: BrowsedService;
beforeAll(async () => {
  // Nobody answers there: mails wait in the outbox, where the test reads them.
  const mail = { SMTP_URL: "smtp://127.0.0.1:9", MAIL_FROM: "maturity@example.nhs.uk" };
  service = await browse(fileDatabase().appUrl, mail);
});
afterAll(() => service?.stop());

let made = 0;
async function newcomer(): Promise<{ personId: string; email: string }> {
  made += 1;
  const email = `newcomer-${made}@example.nhs.uk`;
  const personId = await addPerson({ name: `New Comer ${made}`, email, jobTitle: "Analyst" });
  await createCredential(personId, GOOD_PASSWORD);
  return { personId, email };
}

/** Nothing axe finds, nothing that scrolls sideways, one heading; a picture where one is asked for. */
async function sound(page: Page, name: string): Promise<void> {
  expect(await page.locator("h1").count()).toBe(1);
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 900 });
    if (pictures) {
      mkdirSync(pictures, { recursive: true });
      await page.screenshot({ path: `${pictures}/${name}-${width}.png`, fullPage: true });
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
  expect(await faultsOf(page)).toEqual([]);
  await page.setViewportSize({ width: 1280, height: 900 });
}

const press = (page: Page, name: string | RegExp) =>
  page.getByRole("main").getByRole("button", { name }).first().click();

async function givePassword(page: Page, email: string, password = GOOD_PASSWORD): Promise<void> {
  await page.getByLabel("Email address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await press(page, "Continue");
}

/** Signs in for the first time and sets a second factor up; returns the app and the recovery codes. */
async function firstTime(page: Page, email: string) {
  await page.goto("/account");
  await givePassword(page, email);
  await page.waitForURL(/\/sign-in\/second-factor/);
  await page.getByText("I cannot scan the picture").click();
  const app = appWith((await page.locator("code").first().innerText()).trim());
  await page.getByLabel("Code from the app").fill(app(new Date()));
  await press(page, "Continue");
  await page.getByText("Keep these recovery codes").waitFor();
  const codes = await page.locator("ol code").allInnerTexts();
  return { app, codes };
}

for (const javaScriptEnabled of [true, false]) {
  describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    const looked = async (page: Page, name: string) => {
      if (javaScriptEnabled) await sound(page, name);
      else if (pictures) await page.screenshot({ path: `${pictures}/plain-${name}.png`, fullPage: true });
    };

    test("I sign in for the first time, set up a second factor, keep my codes and am where I wanted to be", async () => {
      const { email } = await newcomer();
      const page = await service.window({ javaScriptEnabled });
      await page.goto("/account");
      await looked(page, "sign-in");
      await givePassword(page, email, "not this one");
      await expect.poll(() => page.title()).toMatch(/^Error: /);
      expect(await page.getByLabel("Email address").inputValue()).toBe(email);
      await looked(page, "sign-in-refused");
      await givePassword(page, email);
      await page.waitForURL(/\/sign-in\/second-factor/);
      await page.getByText("I cannot scan the picture").click();
      await looked(page, "second-factor");
      await page.getByLabel("Code from the app").fill("000000");
      await press(page, "Continue");
      await page.getByText("That code is not right").first().waitFor();
      if (!javaScriptEnabled) await page.getByText("I cannot scan the picture").click();
      const app = appWith((await page.locator("code").first().innerText()).trim());
      await page.getByLabel("Code from the app").fill(app(new Date()));
      await press(page, "Continue");
      await page.getByText("Keep these recovery codes").waitFor();
      expect(await page.locator("ol code").count()).toBe(10);
      await looked(page, "recovery-codes");
      await page.getByRole("link", { name: /I have kept them/ }).click();
      await page.waitForURL(/\/account$/);
      await looked(page, "account");

      await page.getByRole("button", { name: "Sign out" }).click();
      await page.goto("/account");
      await givePassword(page, email);
      await page.waitForURL(/\/sign-in\/code/);
      await looked(page, "code");
      // The code after the present one is later than the one used above, and good for a minute more.
      const code = app(new Date(Date.now() + 30_000));
      await page.getByLabel("Code").fill(code);
      await press(page, "Continue");
      await page.waitForURL(/\/account$/);

      await page.getByRole("button", { name: "Sign out" }).click();
      await page.goto("/account");
      await givePassword(page, email);
      await page.waitForURL(/\/sign-in\/code/);
      await page.getByLabel("Code").fill(code);
      await press(page, "Continue");
      await page.getByText("was used before").first().waitFor();
      await page.context().close();
    });

    test("I have lost my phone: a recovery code lets me in, and I set up a new second factor", async () => {
      const { email } = await newcomer();
      const first = await service.window();
      const { codes } = await firstTime(first, email);
      await first.context().close();

      const page = await service.window({ javaScriptEnabled });
      await page.goto("/sign-in");
      await givePassword(page, email);
      await page.getByLabel("Code").fill(codes[0] ?? "");
      await press(page, "Continue");
      await page.waitForURL(/\/account\/second-factor\?recovered=yes/);
      await looked(page, "turn-over");
      await page.getByText("I cannot scan the picture").click();
      const app = appWith((await page.locator("code").first().innerText()).trim());
      await page.getByLabel("Code from the app").fill(app(new Date()));
      await press(page, "Continue");
      await page.getByText("Keep these recovery codes").waitFor();
      expect(await page.locator("ol code").allInnerTexts()).not.toEqual(codes);
      await page.context().close();
    });

    test("I have forgotten my password: a link by e-mail sets another, and I still need my second factor", async () => {
      const { email } = await newcomer();
      const first = await service.window();
      const { app } = await firstTime(first, email);

      const page = await service.window({ javaScriptEnabled });
      await page.goto("/sign-in");
      await page.getByRole("link", { name: "I have forgotten my password" }).click();
      await looked(page, "forgotten");
      await press(page, "Send the link");
      await page.getByText("Enter an email address").first().waitFor();
      await page.getByLabel("Email address").fill(email);
      await press(page, "Send the link");
      await page.getByRole("heading", { name: "Check your email" }).waitFor();
      const [mail] = await lookBeneath<{ text: string }>(
        "SELECT text FROM outbox WHERE recipient = $1 ORDER BY created_at DESC LIMIT 1",
        [email],
      );
      await page.goto(/http\S+new-password\/\S+/.exec(mail?.text ?? "")?.[0] ?? "");
      await looked(page, "new-password");
      await page.getByLabel("Choose a password").fill("password1");
      await press(page, "Set the password");
      await page.getByText("most common").first().waitFor();
      await page.getByLabel("Choose a password").fill("another fine password");
      await press(page, "Set the password");
      await page.getByText("Your new password is set").waitFor();
      await givePassword(page, email, "another fine password");
      await page.waitForURL(/\/sign-in\/code/);
      await page.getByLabel("Code").fill(app(new Date(Date.now() + 30_000)));
      await press(page, "Continue");
      await page.waitForURL(/\/trusts/);
      await first.goto("/account");
      expect(first.url()).toContain("/sign-in");
      await first.context().close();
      await page.context().close();
    });
  });
}

test("on my account I see where I am signed in, end one, change my password and take my data", async () => {
  const { email } = await newcomer();
  const page = await service.window();
  const { app } = await firstTime(page, email);
  const elsewhere = await service.window();
  await elsewhere.goto("/account");
  await givePassword(elsewhere, email);
  await elsewhere.getByLabel("Code").fill(app(new Date(Date.now() + 30_000)));
  await press(elsewhere, "Continue");
  await elsewhere.waitForURL(/\/account$/);

  await page.goto("/account/sessions");
  await sound(page, "sessions");
  await press(page, /^End/);
  await page.getByText("That session has ended").waitFor();
  await elsewhere.goto("/account");
  expect(elsewhere.url()).toContain("/sign-in");

  await page.goto("/account/password");
  await sound(page, "password");
  await page.getByLabel("Your password now").fill(GOOD_PASSWORD);
  await page.getByLabel("New password").fill("another fine password");
  await press(page, "Change my password");
  await page.getByText("Your password is changed").waitFor();

  await page.goto("/account/data");
  await sound(page, "data");
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download as JSON" }).click();
  expect((await download).suggestedFilename()).toBe("account.json");

  await page.goto("/account/confirm?returnTo=/account/data");
  await sound(page, "confirm");
  await page.getByLabel("Password", { exact: true }).fill("another fine password");
  await press(page, "Continue");
  await page.waitForURL(/\/account\/data$/);
  await page.context().close();
  await elsewhere.context().close();
});

test("my address changes once both the old and the new one have agreed", async () => {
  const { email } = await newcomer();
  const page = await service.window();
  await firstTime(page, email);
  await page.goto("/account/email");
  await sound(page, "email");
  await page.getByLabel("New email address").fill("another.name@example.nhs.uk");
  await press(page, "Send both links");
  await page.getByText("Check both email addresses").waitFor();
  const linkTo = async (recipient: string) => {
    const [mail] = await lookBeneath<{ text: string }>(
      "SELECT text FROM outbox WHERE recipient = $1 ORDER BY created_at DESC LIMIT 1",
      [recipient],
    );
    return /http\S+account\/email\/\S+/.exec(mail?.text ?? "")?.[0] ?? "";
  };
  const reader = await service.window({ javaScriptEnabled: false });
  await reader.goto(await linkTo("another.name@example.nhs.uk"));
  await press(reader, "Confirm");
  await reader.getByRole("heading", { name: "Confirmed, and one to go" }).waitFor();
  await page.goto("/account");
  expect(await page.getByRole("main").innerText()).toContain("once both have confirmed");
  await reader.goto(await linkTo(email));
  await press(reader, "Confirm");
  await reader.getByRole("heading", { name: "Your email address is changed" }).waitFor();
  await page.goto("/account");
  expect(await page.getByRole("main").innerText()).not.toContain(email);
  await page.context().close();
  await reader.context().close();
});

describe("my session nears its end (SE-6)", () => {
  test("I am warned two minutes before, go on by the keyboard alone, and am told when it is over", async () => {
    const { email } = await newcomer();
    const page = await service.window();
    await firstTime(page, email);
    let left = 100;
    await page.route("**/api/session", async (route) => {
      if (route.request().method() === "POST") left = 30 * 60;
      if (left === 0) return route.fulfill({ status: 401, json: {} });
      await route.fulfill({ json: { secondsLeft: left } });
    });
    await page.clock.install();
    await page.addInitScript(() => {
      const waits: number[] = [];
      const { setTimeout } = window;
      const noted = (act: TimerHandler, wait = 0) => {
        waits.push(wait);
        return setTimeout(act, wait);
      };
      Object.assign(window, { waits, setTimeout: noted });
    });
    await page.goto("/account");
    // Only a page whose scripts run counts the minutes that are passed here.
    const waits = () => page.evaluate(() => (window as unknown as { waits: number[] }).waits);
    await expect.poll(async () => Math.max(...(await waits()))).toBeGreaterThan(26 * 60_000);
    const dialog = page.getByRole("dialog", { name: "You will be signed out in 2 minutes" });
    await page.clock.runFor(26 * 60_000);
    expect(await dialog.isVisible()).toBe(false);
    await page.clock.runFor(2.5 * 60_000);
    await dialog.waitFor();
    await sound(page, "session-warning");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Stay signed in");
    await page.keyboard.press("Enter");
    await dialog.waitFor({ state: "hidden" });

    left = 0;
    await page.clock.runFor(29 * 60_000);
    const over = page.getByRole("dialog", { name: "You have been signed out" });
    await over.waitFor();
    await page.keyboard.press("Escape");
    await over.waitFor({ state: "hidden" });
    await page.context().close();
  });

  test("without JavaScript the page itself has the warning, out of sight until then", async () => {
    const { email } = await newcomer();
    const page = await service.window({ javaScriptEnabled: false });
    await firstTime(page, email);
    await page.goto("/account");
    const warning = page.locator(".app-session-plain");
    expect(await warning.isVisible()).toBe(false);
    const delays = await page.evaluate(() =>
      document.getAnimations().map((animation) => {
        const { delay } = animation.effect?.getTiming() ?? {};
        animation.finish();
        return delay;
      }),
    );
    expect(delays).toEqual([27 * 60_000]);
    expect(await warning.isVisible()).toBe(true);
    const next = page.context().waitForEvent("page");
    await warning.getByRole("button", { name: "Stay signed in" }).click();
    await (await next).getByRole("heading", { name: "You are still signed in" }).waitFor();
    await page.context().close();
  });
});
