import { type BrowserContext, expect, type Locator, type Page, test as base } from "@playwright/test";

type Fixtures = {
  /** Signs a browser in as a person of the demo. */
  signIn: (person: string, context?: BrowserContext) => Promise<void>;
  /** Fails the test when a page logs an error, or one in any of its browsers breaks the content security policy. */
  quietConsole: void;
};

export const test = base.extend<Fixtures>({
  // The demonstration of this worker, by the name it goes by; forms sent from another would be refused.
  baseURL: async ({}, give, { parallelIndex }) => {
    const port = process.env.BROWSER_TEST_PORTS?.split(" ")[parallelIndex];
    await give(`http://localhost:${port}`);
  },
  signIn: async ({ context, baseURL }, give) => {
    await give(async (person, where = context) => {
      const csrf = await where.request.get("/api/auth/csrf");
      const { csrfToken } = (await csrf.json()) as { csrfToken: string };
      const reply = await where.request.post("/api/auth/callback/demo", {
        form: { csrfToken, person },
        headers: { origin: new URL(baseURL ?? "").origin },
      });
      expect(reply.ok()).toBe(true);
    });
  },
  quietConsole: [
    async ({ browser, context }, give, testInfo) => {
      const errors: string[] = [];
      const listen = (to: BrowserContext, concerns: (text: string) => boolean) => {
        to.on("console", (message) => {
          if (message.type() === "error" && concerns(message.text())) errors.push(message.text());
        });
      };
      listen(context, () => true);
      context.on("weberror", (error) => errors.push(String(error.error())));
      // A colleague's browser, which a test opens beside: what it is refused may be what the test is about.
      const beside = (other: BrowserContext) =>
        listen(other, (text) => text.includes("Content Security Policy"));
      browser.on("context", beside);
      await give();
      browser.off("context", beside);
      const expected = testInfo.annotations.flatMap(({ type, description }) =>
        type === "expects" ? [description] : [],
      );
      expect(errors.filter((text) => !expected.some((part) => part && text.includes(part)))).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** Says that a test brings about an error in the console, by a part of its text. */
export function expects(part: string) {
  return { annotation: { type: "expects", description: part } };
}

/** The address of the open round of a trust, as its home page links to it. */
export async function openRound(page: Page, odsCode: string): Promise<string> {
  await page.goto(`/trusts/${odsCode}`);
  const href = await page
    .getByRole("link", {
      name: /Continue the assessment|See the answers|Read the answers|See your questions/,
    })
    .first()
    .getAttribute("href");
  if (!href) throw new Error(`${odsCode} has no open round`);
  return href;
}

/**
 * Opens a page that follows what colleagues save, and waits until it does. Before, its scripts may still undo what is
 * selected, which is how a text is replaced here; and what is saved is told later, without a name.
 */
export async function openLive(page: Page, path: string): Promise<void> {
  const stream = page.waitForResponse("**/changes");
  await page.goto(path);
  await stream;
}

/** Everything that a live region says from now on. */
export async function listen(region: Locator): Promise<() => Promise<string[]>> {
  const heard = await region.evaluateHandle((element) => {
    const said: string[] = [];
    new MutationObserver(() => said.push(element.textContent ?? "")).observe(element, {
      characterData: true,
      childList: true,
      subtree: true,
    });
    return said;
  });
  return () => heard.jsonValue();
}

/** Gives a question to somebody, as a lead does on the page for it. */
export async function assignTo(page: Page, round: string, question: string, label: string): Promise<void> {
  await page.goto(`${round}/assign?question=${question}`);
  await page.getByLabel("Who is to answer?").selectOption({ label });
  await page.getByRole("button", { name: "Assign" }).click();
  await expect(page.getByText("1 question is assigned")).toBeVisible();
}

/** Waits until the page says that everything is saved. */
export async function saved(page: Page): Promise<void> {
  await expect(page.locator("[data-save]")).toHaveAttribute("data-save", "saved");
}

/** Opens a folded part of the page, if it is not open already. */
export async function unfold(part: Locator): Promise<void> {
  const open = await part.evaluate((box) => (box as HTMLDetailsElement).open);
  if (!open) await part.locator("summary").first().click();
}

/** Confirms every answer of a round that is still to be confirmed, through the saving contract. */
export async function confirmTheRest(page: Page, assessment: string): Promise<void> {
  await page.goto(`${assessment}?show=to_confirm`);
  const links = await page
    .locator(`main a[href^="${assessment}/answers/"]`)
    .evaluateAll((all) => all.map((a) => a.getAttribute("href") ?? ""));
  const origin = new URL(page.url()).origin;
  for (const path of links) {
    const current = (await (await page.request.get(`/api${path}`)).json()) as Record<string, unknown>;
    const { version, criteria, note, confidence } = current;
    const reply = await page.request.put(`/api${path}`, {
      data: { version, criteria, note, confidence },
      headers: { origin, "idempotency-key": crypto.randomUUID() },
    });
    expect(reply.status()).toBe(200);
  }
}
