import type { Page } from "@playwright/test";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sessionCookie } from "@/lib/auth/cookies";
import { startSession } from "@/lib/data/sessions";
import { answerPagePath, discussionPath } from "@/lib/http/addresses";
import { type BrowsedService, browse } from "@/tests/support/browser";
import { fileDatabase } from "@/tests/support/database";
import { laterBuild, removeBuild } from "@/tests/support/other-build";
import { startedRound, tasksIn } from "@/tests/support/round";
import { makeTrust } from "@/tests/support/trust";

const builds = { same: "", new: "" };
let service: BrowsedService;
let answerPage = "";
let comments = "";
let token = "";

beforeAll(async () => {
  builds.same = laterBuild({ actions: "same" });
  builds.new = laterBuild({ actions: "new" });
  const trust = await makeTrust();
  const lead = await trust.let("digital_lead");
  const assessmentId = await startedRound(lead, trust.id);
  const [task] = await tasksIn(lead, assessmentId);
  if (!task) throw new Error("The round asks nothing");
  const place = { assessmentId, capabilityId: task.capability.id, scope: task.scope };
  answerPage = answerPagePath(place);
  comments = discussionPath(place);
  token = await startSession(lead.personId, { assured: true, now: new Date() });
  service = await browse(fileDatabase().appUrl);
});
afterAll(async () => {
  await service?.stop();
  Object.values(builds).forEach(removeBuild);
});

/** A window on a page, of the lead who is signed in. */
async function open(path: string, options: { javaScriptEnabled?: boolean } = {}): Promise<Page> {
  const page = await service.window(options);
  await page.context().addCookies([{ name: sessionCookie().name, value: token, url: service.origin }]);
  await page.goto(path);
  return page;
}

const comment = (page: Page) => page.locator("#comments form").last();
const write = (page: Page, text: string) => comment(page).getByRole("textbox").fill(text);
const send = (page: Page) => comment(page).getByRole("button").click();
const note = (page: Page) => page.getByLabel("Note (optional)");
const saved = (page: Page) => page.locator('[data-save="saved"]').waitFor();

// Builds of one after the other, with pages of the first still open (CR-4).

test("the service is updated while I type an answer and a comment: both are saved, and nobody notices", async () => {
  const [answer, withScripts, plain] = [
    await open(answerPage),
    await open(comments),
    await open(comments, { javaScriptEnabled: false }),
  ];
  await note(answer).fill("Typed before the update");
  await saved(answer);
  await write(withScripts, "Half a comment, sent after the update");
  await write(plain, "Written without JavaScript, sent after the update");

  await service.updateTo(builds.same);
  // A page that was loaded anew would take the cursor away from whoever types.
  const loaded = await answer.evaluateHandle(() => document);
  for (const text of ["Typed before the update,", "Typed before the update, and after it"]) {
    await note(answer).fill(text);
    await saved(answer);
  }
  expect(await loaded.evaluate((page) => page === document)).toBe(true);
  await answer.getByText("The service was updated while this page was open.").waitFor();
  await answer.reload();
  expect(await note(answer).inputValue()).toBe("Typed before the update, and after it");

  await send(withScripts);
  await withScripts.locator("#comments").getByText("Half a comment, sent after the update").waitFor();
  await send(plain);
  await plain.locator("#comments").getByText("Written without JavaScript, sent after the update").waitFor();
});

test("the update renamed what my form is sent to: it says so and gives my text back, without JavaScript too", async () => {
  const [answer, withScripts, plain] = [
    await open(answerPage),
    await open(comments),
    await open(comments, { javaScriptEnabled: false }),
  ];
  const text = "We restored the archive in <nine> hours.\nThe minutes say eight.";
  for (const page of [withScripts, plain]) await write(page, text);

  await service.updateTo(builds.new);
  await note(answer).fill("Typed over the second update");
  await saved(answer);

  for (const page of [withScripts, plain]) {
    await send(page);
    await page.getByRole("heading", { name: "The service was updated while this page was open" }).waitFor();
    expect(await page.getByText("What you sent was not saved.").count()).toBe(1);
    expect(await page.locator("dd").textContent()).toBe(text);
  }
  await plain.getByRole("link", { name: "Open the page again" }).click();
  await write(plain, text);
  await send(plain);
  await plain.locator("#comments").getByText("We restored the archive in <nine> hours.").waitFor();
});

test("a form of another site is given nothing back", async () => {
  const form = new FormData();
  form.set("$ACTION_REF_1", "");
  form.set("$ACTION_1:0", `{"id":"7f${"0".repeat(40)}","bound":"$@1"}`);
  form.set("text", "put here by somebody else");
  const reply = await fetch(service.origin + comments, {
    method: "POST",
    headers: { origin: "https://evil.example", cookie: `${sessionCookie().name}=${token}` },
    body: form,
    redirect: "manual",
  });
  expect(await reply.text()).not.toContain("put here by somebody else");
});
