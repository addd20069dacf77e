import { describe, expect, test } from "vitest";
import { fileReply } from "./file-reply";

const asking = (ifNoneMatch?: string) =>
  new Request(
    "https://maturity.example.nhs.uk/",
    ifNoneMatch ? { headers: { "if-none-match": ifNoneMatch } } : {},
  );
const json = { body: "[]", type: "application/json", final: true, tag: "abc" };

describe("a system that fetched the questions asks for them again", () => {
  test.each(['"abc"', 'W/"abc"', '"old", "abc"', "*"])(
    "holding %s it is told that nothing changed",
    async (held) => {
      const reply = fileReply(asking(held), json);
      expect(reply.status).toBe(304);
      expect(reply.headers.get("etag")).toBe('"abc"');
      expect(await reply.text()).toBe("");
    },
  );

  test.each([undefined, '"old"', "abc"])("holding %s it gets them", async (held) => {
    const reply = fileReply(asking(held), json);
    expect(reply.status).toBe(200);
    expect(await reply.text()).toBe("[]");
  });
});

test("what is published may be kept for good; a draft is asked for each time and still has its tag", () => {
  expect(fileReply(asking(), json).headers.get("cache-control")).toContain("immutable");
  const draft = fileReply(asking(), { ...json, final: false });
  expect(draft.headers.get("cache-control")).toBe("no-cache");
  expect(draft.headers.get("etag")).toBe('"abc"');
});

test("without a tag of its own, another content has another tag", () => {
  const tagOf = (body: string) =>
    fileReply(asking(), { body, type: "text/csv", final: false }).headers.get("etag");
  expect(tagOf("a")).not.toBe(tagOf("b"));
  expect(tagOf("a")).toBe(tagOf("a"));
});
