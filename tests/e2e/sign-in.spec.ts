import type { APIRequestContext } from "@playwright/test";
import { expect, test } from "./fixtures";

// Signing in to the demonstration, by hand and from scripts (contract: demo).

async function csrfToken(request: APIRequestContext): Promise<string> {
  const reply = await request.get("/api/auth/csrf");
  const { csrfToken } = (await reply.json()) as { csrfToken: string };
  return csrfToken;
}

async function post(request: APIRequestContext, form: Record<string, string>, headers = {}) {
  return request.post("/api/auth/callback/demo", { form, headers, maxRedirects: 0 });
}

async function isSignedIn(request: APIRequestContext): Promise<boolean> {
  const reply = await request.get("/trusts");
  return !new URL(reply.url()).pathname.startsWith("/sign-in");
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("I open a page, sign in with one press, am on that page, and sign out again", async ({ page }) => {
      await page.goto("/trusts/ZZA");
      await expect(page).toHaveURL(/\/sign-in\?returnTo=%2Ftrusts%2FZZA$/);
      await page.getByRole("button", { name: /Priya Raman/ }).click();
      await expect(page).toHaveURL(/\/trusts\/ZZA$/);
      await expect(page.getByRole("heading", { level: 1 })).toContainText("Ashdown Valley");

      await page.getByRole("button", { name: "Sign out" }).click();
      await expect(page.getByText("You have signed out")).toBeVisible();
      await page.goBack();
      await expect(page).toHaveURL(/\/sign-in/);
    });
  });
}

test("the form opened long ago and its cookie gone, I am told and can go on", async ({ page, context }) => {
  await page.goto("/sign-in");
  await context.clearCookies();
  await page.getByRole("button", { name: /Priya Raman/ }).click();
  await expect(page).toHaveTitle(/^Error: /);
  await expect(page.getByRole("main").getByRole("alert")).toContainText("open for too long");
  await page.getByRole("button", { name: /Priya Raman/ }).click();
  await expect(page).toHaveURL(/\/trusts/);
});

test("a script signs in, and gets a cookie that scripts in a page cannot read", async ({ request }) => {
  const reply = await post(request, { csrfToken: await csrfToken(request), person: "lead-zza" });
  expect(reply.status()).toBe(303);
  expect(reply.headers().location).toBe("/trusts");
  const cookie = reply.headers()["set-cookie"] ?? "";
  expect(cookie).toMatch(/^maturity-session=[A-Za-z0-9_-]{43};/);
  expect(cookie).toMatch(/; Path=\/;.*HttpOnly; SameSite=Lax/);
  expect(await isSignedIn(request)).toBe(true);
});

test("signing in as somebody else ends the session I had, and signing out ends it for whoever copied the cookie", async ({
  request,
  playwright,
  baseURL,
}) => {
  const copyOf = async () =>
    playwright.request.newContext({ baseURL, storageState: await request.storageState() });
  const token = await csrfToken(request);

  await post(request, { csrfToken: token, person: "lead-zza" });
  const first = await copyOf();
  expect(await isSignedIn(first)).toBe(true);

  await post(request, { csrfToken: token, person: "lead-zzb" });
  expect(await isSignedIn(first)).toBe(false);

  const second = await copyOf();
  const origin = new URL(baseURL ?? "").origin;
  const out = await request.post("/api/auth/sign-out", { headers: { origin }, maxRedirects: 0 });
  expect(out.status()).toBe(303);
  expect(out.headers()["clear-site-data"]).toContain('"cache"');
  expect(await isSignedIn(second)).toBe(false);
});

test("what is no sign-in of ours is refused", async ({ request }) => {
  const token = await csrfToken(request);
  const refusals: [Record<string, string>, Record<string, string>, number, RegExp?][] = [
    [{ csrfToken: token, person: "nobody" }, {}, 303, /^\/sign-in\?problem=refused/],
    [{ csrfToken: token, person: "" }, {}, 303, /^\/sign-in\?problem=refused/],
    [{ csrfToken: "guessed", person: "lead-zza" }, {}, 303, /^\/sign-in\?problem=expired/],
    [{ person: "lead-zza" }, {}, 303, /^\/sign-in\?problem=expired/],
    [{ csrfToken: token, person: "nobody", json: "true" }, {}, 401],
    [{ csrfToken: token, person: "lead-zza" }, { origin: "https://evil.example" }, 403],
    [{ csrfToken: token, person: "lead-zza" }, { origin: "null" }, 403],
    [{ csrfToken: token, person: "lead-zza" }, { "sec-fetch-site": "cross-site" }, 403],
    [{ csrfToken: token, person: "a".repeat(20_000) }, {}, 413],
  ];
  for (const [form, headers, status, location] of refusals) {
    const reply = await post(request, form, headers);
    expect([reply.status(), JSON.stringify([form, headers]).slice(0, 200)]).toEqual([
      status,
      expect.any(String),
    ]);
    if (location) expect(reply.headers().location).toMatch(location);
    expect(reply.headers()["set-cookie"] ?? "").not.toContain("maturity-session=");
  }
  for (const data of ["{", "[]", "null", '"x"']) {
    const headers = { "content-type": "application/json" };
    const reply = await request.post("/api/auth/callback/demo", { data: Buffer.from(data), headers });
    expect(reply.status()).toBe(400);
  }
  const signOutElsewhere = await request.post("/api/auth/sign-out", {
    headers: { origin: "https://evil.example" },
  });
  expect(signOutElsewhere.status()).toBe(403);
  expect((await request.post("/api/auth/sign-out", { headers: {} })).status()).toBe(403);
});

test("wherever a link says to go on to, I stay here", async ({ request }) => {
  const token = await csrfToken(request);
  for (const callbackUrl of [
    "https://evil.example",
    "//evil.example",
    "/\\evil.example",
    "javascript:alert(1)",
  ]) {
    const reply = await post(request, { csrfToken: token, person: "lead-zza", callbackUrl });
    expect(reply.headers().location).toBe("/trusts");
  }
});

test("nothing else of the sign-in library is open", async ({ request }) => {
  for (const path of [
    "session",
    "providers",
    "signin",
    "signin/demo",
    "signout",
    "error",
    "_log",
    "callback/other",
  ]) {
    expect((await request.get(`/api/auth/${path}`)).status(), path).toBe(404);
    expect((await request.post(`/api/auth/${path}`, { form: {} })).status(), path).toBe(404);
  }
});

test("broken headers and cookies are nobody's, and never an error", async ({ request }) => {
  const broken: Record<string, string>[] = [
    { cookie: "maturity-session=%E0%A4%A" },
    { cookie: `maturity-session=${"a".repeat(43)}` },
    { cookie: "maturity-session=; maturity-session.0=x" },
    { authorization: "Bearer %E0%A4%A" },
  ];
  for (const headers of broken) {
    const reply = await request.get("/trusts", { headers, maxRedirects: 0 });
    expect(reply.status()).toBe(307);
    expect(reply.headers().location).toContain("/sign-in");
  }
});

test("whoever watches the service can tell that it lives and that it can serve", async ({ request }) => {
  for (const path of ["/api/health", "/api/health/ready"]) {
    const reply = await request.get(path);
    expect([reply.status(), await reply.json()]).toEqual([200, { status: "ok" }]);
    expect(reply.headers()["content-security-policy"]).toContain("default-src 'none'");
  }
});
