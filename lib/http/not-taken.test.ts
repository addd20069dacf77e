import { describe, expect, test } from "vitest";
import { notTaken } from "./not-taken";

const sent = (accept: string | null, reason: string) =>
  notTaken(
    new Request("https://maturity.example/upload", { method: "POST", headers: accept ? { accept } : {} }),
    {
      page: "/assessments/1/workbook",
      reason,
      words: "Choose the workbook you filled in",
    },
  );

describe("my file is not taken (UP-1)", () => {
  test("my browser shows me the page of the form, which says why", () => {
    const reply = sent("text/html,application/xhtml+xml,*/*;q=0.8", "oversize");
    expect([reply.status, reply.headers.get("location")]).toEqual([
      303,
      "/assessments/1/workbook?problem=oversize",
    ]);
  });

  test.each([
    ["none", 400],
    ["slow", 408],
    ["oversize", 413],
    ["locked", 409],
    ["not_zip", 422],
  ])("a program is told %s as %i, in the same words", async (reason, status) => {
    for (const accept of [null, "*/*", "application/json"]) {
      const reply = sent(accept, reason);
      expect(reply.status).toBe(status);
      expect(await reply.json()).toMatchObject({ reason, detail: "Choose the workbook you filled in" });
    }
  });
});
