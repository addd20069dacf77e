import { describe, expect, test } from "vitest";
import { notTheirsPage, tooLongPage } from "./unsaved-pages";

const place = { assessmentId: "a", capabilityId: "c01-1", scope: "organisation" };

describe("I sent what cannot be saved", () => {
  test("a note that is too long comes back to be shortened, line ends counted once", async () => {
    const page = tooLongPage(place, { version: "3", note: "<b>\r\n".repeat(1_001) });
    expect(page.status).toBe(413);
    const html = await page.text();
    expect(html).toContain("and yours has 4,004");
    expect(html).toContain(`${"&lt;b&gt;\r\n".repeat(1_001)}</textarea>`);
    expect(html).toContain('name="version" value="3"');
  });

  test("what is too long and no note of mine is not sent to and fro", async () => {
    for (const page of [
      tooLongPage(place),
      tooLongPage(place, { note: "short", more: "x".repeat(70_000) }),
    ]) {
      expect(page.status).toBe(413);
      const html = await page.text();
      expect(html).toContain("go back with its Back button");
      expect(html).toContain('href="/assessments/a/answers/c01-1/organisation"');
      expect(html).not.toContain("<form");
      expect(html).not.toContain("xxx");
    }
  });

  test("where the question is no longer mine I get my own words back, to copy and not to send again", async () => {
    const page = notTheirsPage({ note: "Typed for an hour", version: "3" });
    expect(page.status).toBe(404);
    const html = await page.text();
    expect(html).toMatch(/<textarea[^>]* readonly>\nTyped for an hour</);
    expect(html).not.toContain("<form");
    expect(await notTheirsPage({}).text()).not.toContain("<textarea");
  });
});
