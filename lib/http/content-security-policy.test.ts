import { expect, test } from "vitest";
import { filePolicy, pagePolicy } from "./content-security-policy";

const directives = (policy: string) =>
  Object.fromEntries(
    policy.split("; ").map((part) => [part.slice(0, part.indexOf(" ")), part.slice(part.indexOf(" ") + 1)]),
  );

test("a script somebody got into a page does not run: only those with the nonce of this response do", () => {
  const page = directives(pagePolicy("abc", { development: false }));
  expect(page["script-src"]).toBe("'nonce-abc' 'strict-dynamic'");
  expect(Object.values(page).join(" ")).not.toMatch(/unsafe-|https?:|\*/);
});

test("nothing of a page loads from, posts to or is framed by another place", () => {
  const page = directives(pagePolicy("abc", { development: false }));
  expect(page).toMatchObject({
    "default-src": "'self'",
    "connect-src": "'self'",
    "form-action": "'self'",
    "object-src": "'none'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
  });
});

test("a file that a browser takes for a page can do nothing at all", () => {
  expect(directives(filePolicy)).toEqual({ "default-src": "'none'", "frame-ancestors": "'none'" });
});
