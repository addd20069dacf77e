import { expect, expects, openRound, test } from "./fixtures";

// What a page of an older build meets: forms ask for an action that the service no longer knows by that name. Answers
// go to an address that stays the same, so an update is nothing to them (tests/e2e/saving.spec.ts).

test(
  "the service is updated while I write a comment: it says so, and gives me back what I typed",
  { annotation: [expects("409").annotation, expects("UnrecognizedActionError").annotation] },
  async ({ page, signIn }) => {
    await signIn("lead-zza");
    await page.goto(`${await openRound(page, "ZZA")}/answers/c06-3/organisation/discussion`);
    await page.route("**/discussion", (route) => {
      const headers = { ...route.request().headers(), "next-action": "7f".padEnd(42, "0") };
      return route.request().method() === "POST" ? route.continue({ headers }) : route.continue();
    });
    const text = "We restored the archive in nine hours.\nThe minutes say eight.";
    await page.locator("#comments form").last().getByRole("textbox").fill(text);
    await page.locator("#comments form").last().getByRole("button").click();

    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      "The service was updated while this page was open",
    );
    await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
    await expect(page.getByText("We restored the archive in nine hours.")).toBeVisible();
    await expect(page.getByRole("link", { name: "Open the page again in a new tab" })).toBeVisible();
  },
);
