import { NextRequest } from "next/server";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { csrfTokenIn } from "@/lib/auth/csrf";
import { proxy } from "@/proxy";

beforeEach(() => {
  vi.stubEnv("APP_ORIGIN", "https://maturity.example.nhs.uk");
});
afterEach(() => {
  vi.unstubAllEnvs();
});

function ask(path: string, headers: Record<string, string> = {}): Promise<Response> {
  const host = { host: "maturity.example.nhs.uk" };
  return proxy(
    new NextRequest(`https://maturity.example.nhs.uk${path}`, { headers: { ...host, ...headers } }),
  );
}

const policyOf = (response: Response) => response.headers.get("content-security-policy") ?? "";
const nonceOf = (response: Response) => /'nonce-([^']+)'/.exec(policyOf(response))?.[1];
/** A header as the page behind the proxy gets it. */
const handedOn = (response: Response, name: string) => response.headers.get(`x-middleware-request-${name}`);

describe("a page", () => {
  test.each(["/", "/sign-in", "/trusts/ZZA", "/framework/nhs-trust/2026.1", "/no/such/page"])(
    "%s gets a policy with a nonce of its own",
    async (path) => {
      const [one, other] = [await ask(path), await ask(path)];
      expect(nonceOf(one)).toMatch(/^[A-Za-z0-9+/]{22}==$/);
      expect(nonceOf(one)).not.toBe(nonceOf(other));
      expect(handedOn(one, "x-nonce")).toBe(nonceOf(one));
      expect(handedOn(one, "content-security-policy")).toBe(policyOf(one));
    },
  );

  test("is told its own address, whatever the browser claims it to be, and takes no nonce from outside", async () => {
    const response = await ask("/trusts/ZZA?tab=2", { "x-path": "/evil", "x-nonce": "guessed" });
    expect(handedOn(response, "x-path")).toBe("/trusts/ZZA?tab=2");
    expect(handedOn(response, "x-nonce")).not.toBe("guessed");
  });

  test("for somebody signed in is kept by no cache", async () => {
    const signedIn = { cookie: "__Host-maturity-session=x" };
    expect((await ask("/trusts", signedIn)).headers.get("cache-control")).toBe("private, no-store");
    expect((await ask("/trusts")).headers.get("cache-control")).toBeNull();
  });
});

test.each(["/api/health", "/assessments/1/results/acute/report.csv"])(
  "%s is no page and may do nothing",
  async (path) => {
    expect(policyOf(await ask(path))).toBe("default-src 'none'; frame-ancestors 'none'");
  },
);

test("the page that keeps typed text may show its one style and send its form again, and nothing else", async () => {
  const policy = policyOf(await ask("/api/assessments/1/answers/c01-1/acute"));
  expect(policy).toMatch(
    /^default-src 'none'; style-src 'sha256-[\w+/=]+'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'$/,
  );
});

describe("an address that cannot be read", () => {
  test.each(["/trusts/%", "/frameworks/%E0%A4%A", "/%"])(
    "%s gets a calm page with every protection",
    async (path) => {
      const response = await ask(path);
      expect(response.status).toBe(400);
      expect(nonceOf(response)).toBeDefined();
      expect(response.headers.get("content-type")).toContain("text/html");
    },
  );

  test("a program is told so as problem details", async () => {
    const response = await ask("/api/assessments/%/answers/c01-1/acute");
    expect(await response.json()).toMatchObject({ status: 400, title: "This web address cannot be read" });
    expect(policyOf(response)).toBe("default-src 'none'; frame-ancestors 'none'");
  });

  test("one slash too many at the end leads to the page", async () => {
    const response = await ask("/frameworks/?setting=acute");
    expect(response.status).toBe(308);
    expect(response.headers.get("location")).toBe("https://maturity.example.nhs.uk/frameworks?setting=acute");
    expect(policyOf(response)).not.toBe("");
  });
});

describe("the sign-in form", () => {
  const nameOf = (cookie: string) => cookie.slice(0, cookie.indexOf("="));
  const valueOf = (cookie: string) =>
    decodeURIComponent(cookie.slice(cookie.indexOf("=") + 1).split(";")[0] ?? "");

  test("finds its token's cookie the first time it is shown", async () => {
    const response = await ask("/sign-in");
    const [cookie = ""] = response.headers.getSetCookie();
    expect(nameOf(cookie)).toBe("__Host-maturity-csrf");
    expect(cookie).toMatch(/; Path=\/; Secure; HttpOnly; SameSite=lax/i);
    expect(cookie).not.toMatch(/Domain/i);
    expect(csrfTokenIn(valueOf(cookie))).toMatch(/^[0-9a-f]{64}$/);
    expect(handedOn(response, "cookie")).toContain(`__Host-maturity-csrf=${valueOf(cookie)}`);
  });

  test("keeps the cookie it has, and replaces one that is not ours", async () => {
    const [cookie = ""] = (await ask("/sign-in")).headers.getSetCookie();
    const own = { cookie: `__Host-maturity-csrf=${encodeURIComponent(valueOf(cookie))}` };
    expect((await ask("/sign-in", own)).headers.getSetCookie()).toEqual([]);
    const forged = { cookie: `__Host-maturity-csrf=${"0".repeat(64)}|${"0".repeat(64)}` };
    expect((await ask("/sign-in", forged)).headers.getSetCookie()).toHaveLength(1);
  });

  test("no other page sets a cookie", async () => {
    expect((await ask("/")).headers.getSetCookie()).toEqual([]);
  });
});

describe("a demonstration on my machine", () => {
  beforeEach(() => {
    vi.stubEnv("DEMO", "1");
    vi.stubEnv("APP_ORIGIN", "http://localhost:3000");
  });

  test.each(["/", "/api/health", "/sign-in"])(
    "answers no name but localhost and 127.0.0.1: %s",
    async (path) => {
      const refused = await ask(path, { host: "evil.example:3000" });
      expect(refused.status).toBe(421);
      expect(await refused.text()).toContain("localhost");
      expect((await ask(path, { host: "localhost:3000" })).status).toBe(200);
      expect((await ask(path, { host: "127.0.0.1:3000" })).status).toBe(200);
    },
  );

  test("has plain cookies, since there is no https", async () => {
    const [cookie = ""] = (await ask("/sign-in", { host: "localhost:3000" })).headers.getSetCookie();
    expect(cookie).toMatch(/^maturity-csrf=/);
    expect(cookie).not.toMatch(/Secure/);
  });
});
