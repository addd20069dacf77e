import { createHmac } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { linkIdentity, personOfIdentity } from "@/lib/data/identities";
import { invite, pendingInvitations } from "@/lib/data/invitations";
import { addPerson } from "@/lib/data/people";
import { halfSignedIn, startSession, userOfSession } from "@/lib/data/sessions";
import { lookBeneath } from "@/tests/support/database";
import { makeAccount } from "@/tests/support/account";
import {
  CLIENT,
  CLIENT_PRIVATE_KEY,
  CLIENT_SECRET,
  publicKeyText,
  someSubject,
  startIssuer,
  type TestIssuer,
} from "@/tests/support/issuer";
import { IssuerBrowser } from "@/tests/support/issuer-browser";
import { makeTrust } from "@/tests/support/trust";

const TENANT = "11111111-2222-4333-8444-555555555555";
const origin = "http://localhost:3000";

let plain: TestIssuer;
let second: TestIssuer;
let cis2: TestIssuer;
let directory: TestIssuer;

beforeAll(async () => {
  plain = await startIssuer(`${origin}/api/auth/callback/plain`);
  second = await startIssuer(`${origin}/api/auth/callback/second`);
  cis2 = await startIssuer(`${origin}/api/auth/callback/cis2`, { byKey: true });
  directory = await startIssuer(`${origin}/api/auth/callback/entra`, { path: `/${TENANT}/v2.0` });
  const known = { clientId: CLIENT, clientSecret: CLIENT_SECRET };
  process.env.OIDC_PROVIDERS = JSON.stringify([
    {
      id: "plain",
      name: "Plain",
      issuer: plain.url,
      ...known,
      strong: { acr: ["strong"] },
      maxAgeSeconds: 3600,
    },
    { id: "second", name: "Second", issuer: second.url, ...known },
    { id: "cis2", preset: "cis2", issuer: cis2.url, clientId: CLIENT, privateKey: CLIENT_PRIVATE_KEY },
    {
      id: "entra",
      preset: "entra",
      tenants: [TENANT],
      ...known,
      authority: new URL(directory.url).origin,
    },
  ]);
});

beforeEach(() => {
  for (const issuer of [plain, second, cis2, directory]) {
    Object.assign(issuer, { next: { subject: someSubject() }, spoil: null, spoilUserinfo: null });
  }
});

/** Somebody whom an issuer's next visitor is known to be. */
async function known(issuer: TestIssuer): Promise<string> {
  const personId = await addPerson({ name: "Somebody Known" });
  await linkIdentity(personId, { issuer: issuer.url, subject: issuer.next.subject }, new Date());
  return personId;
}

async function lastRefusal(): Promise<{ subject: string; why: string } | undefined> {
  const events = await lookBeneath<{ subject: string; why: string }>(
    "SELECT subject, detail->>'why' AS why FROM audit_event WHERE action = 'sign-in.refused' ORDER BY id DESC LIMIT 1",
  );
  return events[0];
}

describe("I sign in with my organisation's account", () => {
  test("which gave a second factor: I am in, and the session says how I came", async () => {
    plain.next.acr = "strong";
    const personId = await known(plain);
    const browser = new IssuerBrowser();
    const step = await browser.signIn("plain");
    expect(step).toMatchObject({ status: 303, location: "/trusts" });
    expect((await userOfSession(browser.session ?? "", new Date(), true))?.personId).toBe(personId);
    const [row] = await lookBeneath("SELECT way, assured FROM session WHERE person_id = $1", [personId]);
    expect(row).toEqual({ way: "oidc:plain", assured: true });
    expect(browser.cookies.has("maturity-errand") || browser.cookies.has("maturity-state")).toBe(false);
  });

  test("which did not: I still owe a second factor here", async () => {
    plain.next.acr = "weak";
    const personId = await known(plain);
    const browser = new IssuerBrowser();
    expect((await browser.signIn("plain", { callbackUrl: "/trusts/ZZA" })).location).toBe(
      "/sign-in/code?returnTo=%2Ftrusts%2FZZA",
    );
    expect(await userOfSession(browser.session ?? "", new Date(), true)).toBeNull();
    expect((await halfSignedIn(browser.session ?? "", new Date()))?.personId).toBe(personId);
  });

  test("and the issuer is asked for nothing but who I am, with state, nonce and PKCE", async () => {
    await known(plain);
    await new IssuerBrowser().signIn("plain");
    const asked = Object.fromEntries(plain.asked);
    expect(asked).toMatchObject({ scope: "openid", response_type: "code", code_challenge_method: "S256" });
    for (const check of ["state", "nonce", "code_challenge"])
      expect(asked[check]?.length).toBeGreaterThan(30);
    expect(asked.redirect_uri).toBe(`${origin}/api/auth/callback/plain`);
  });

  test("of NHS CIS2: at the level that was asked for, proven by a key, and userinfo is about me", async () => {
    cis2.next.acr = "AAL3_ANY";
    const personId = await known(cis2);
    const browser = new IssuerBrowser();
    expect((await browser.signIn("cis2")).location).toBe("/trusts");
    expect((await userOfSession(browser.session ?? "", new Date(), true))?.personId).toBe(personId);
    expect(cis2.asked.get("acr_values")).toBe("AAL2_OR_AAL3_ANY");
  });

  test("of a Microsoft directory that is on the list", async () => {
    Object.assign(directory.next, { claims: { tid: TENANT }, amr: ["pwd", "mfa"] });
    const personId = await known(directory);
    const browser = new IssuerBrowser();
    expect((await browser.signIn("entra")).location).toBe("/trusts");
    expect((await userOfSession(browser.session ?? "", new Date(), true))?.personId).toBe(personId);
  });
});

describe("somebody comes with an identity nobody here has", () => {
  test("and my e-mail address in its token: it is not me (AN-10)", async () => {
    const { email, personId } = await makeAccount(new Date());
    plain.next.claims = { email, email_verified: true };
    const browser = new IssuerBrowser();
    expect((await browser.signIn("plain")).location).toBe("/sign-in?problem=issuer-unknown");
    expect(browser.session).toBeNull();
    expect(await personOfIdentity({ issuer: plain.url, subject: plain.next.subject })).toBeNull();
    expect(await lookBeneath("SELECT FROM identity WHERE person_id = $1", [personId])).toEqual([]);
    expect(await lastRefusal()).toEqual({ subject: "way:oidc:plain", why: "sign-in unknown" });
  });

  test("Microsoft: a guest in a directory on the list, with my address and from my own directory: not me (AN-10)", async () => {
    const { email, personId } = await makeAccount(new Date());
    const guest = {
      tid: TENANT,
      email,
      preferred_username: email,
      acct: 1,
      idp: "https://sts.windows.net/x/",
    };
    Object.assign(directory.next, { claims: guest, amr: ["pwd", "mfa"] });
    const browser = new IssuerBrowser();
    expect((await browser.signIn("entra")).location).toBe("/sign-in?problem=issuer-unknown");
    expect(browser.session).toBeNull();
    expect(await lookBeneath("SELECT FROM identity WHERE person_id = $1", [personId])).toEqual([]);
  });

  test("the same subject at another issuer: it is not me", async () => {
    await known(plain);
    second.next.subject = plain.next.subject;
    expect((await new IssuerBrowser().signIn("second")).location).toBe("/sign-in?problem=issuer-unknown");
  });

  test("my e-mail address changed at my issuer: it is still me", async () => {
    plain.next = { ...plain.next, acr: "strong", claims: { email: "new.name@example.nhs.uk" } };
    await known(plain);
    expect((await new IssuerBrowser().signIn("plain")).location).toBe("/trusts");
  });
});

describe("I am invited", () => {
  test("and join with my organisation's account: no password, and it is I who come back", async () => {
    plain.next.acr = "strong";
    const trust = await makeTrust();
    const lead = await trust.let("digital_lead");
    const email = "newcomer@example.nhs.uk";
    const invited = { email, roles: ["contributor" as const], startsOn: null, endsOn: null };
    await invite(lead, trust.id, invited, new Date());
    const [waiting] = (await pendingInvitations(lead, trust.id, new Date())) ?? [];
    const invitation = waiting?.link?.split("/").at(-1) ?? "";

    const browser = new IssuerBrowser();
    const form = { errand: "join", invitation, name: "New\0Comer", jobTitle: "Analyst" };
    expect((await browser.signIn("plain", form)).location).toBe("/trusts");
    const user = await userOfSession(browser.session ?? "", new Date(), true);
    expect(user).toMatchObject({
      name: "New\uFFFDComer",
      memberships: [{ odsCode: trust.odsCode, role: "contributor" }],
    });
    expect((await new IssuerBrowser().signIn("plain")).location).toBe("/trusts");

    plain.next.subject = someSubject();
    expect((await new IssuerBrowser().signIn("plain", form)).location).toBe(
      "/sign-in?problem=issuer-invitation",
    );
    expect(await personOfIdentity({ issuer: plain.url, subject: plain.next.subject })).toBeNull();
  });
});

describe("I add a way to sign in to my account", () => {
  const signedIn = async (personId: string) => {
    const browser = new IssuerBrowser();
    browser.cookies.set("maturity-session", await startSession(personId, { assured: true, now: new Date() }));
    return browser;
  };

  test("from the account I am signed in to, and from no other", async () => {
    const { personId } = await makeAccount(new Date());
    const browser = await signedIn(personId);
    expect((await browser.signIn("plain", { errand: "link" })).location).toBe("/account?done=linked");
    expect(await personOfIdentity({ issuer: plain.url, subject: plain.next.subject })).toBe(personId);

    const stranger = await signedIn((await makeAccount(new Date())).personId);
    expect((await stranger.signIn("plain", { errand: "link" })).location).toBe(
      "/account?problem=issuer-taken",
    );
    expect(await personOfIdentity({ issuer: plain.url, subject: plain.next.subject })).toBe(personId);
  });

  test("not when somebody else is signed in by the time I come back", async () => {
    const [me, other] = [await makeAccount(new Date()), await makeAccount(new Date())];
    const browser = await signedIn(me.personId);
    const { location } = await browser.leave("plain", { errand: "link" });
    const back = await browser.signInThere(location);
    const now = new Date();
    browser.cookies.set("maturity-session", await startSession(other.personId, { assured: true, now }));
    expect((await browser.comeBack(back, "plain")).location).toBe("/account?problem=issuer-other");
    expect(await personOfIdentity({ issuer: plain.url, subject: plain.next.subject })).toBeNull();
  });

  test("and prove myself anew by it: the session goes on under a new token", async () => {
    const { personId } = await makeAccount(new Date());
    const browser = await signedIn(personId);
    await browser.signIn("plain", { errand: "link" });
    const before = browser.session ?? "";
    expect(
      (await browser.signIn("plain", { errand: "confirm", callbackUrl: "/account/data" })).location,
    ).toBe("/account/data");
    expect(browser.session).not.toBe(before);
    expect(await userOfSession(before, new Date(), false)).toBeNull();
    expect((await userOfSession(browser.session ?? "", new Date(), false))?.personId).toBe(personId);
    expect(plain.asked.get("prompt")).toBe("login");
  });
});

describe("an issuer's answer that is not right lets nobody in, and is on record (AN-8)", () => {
  type Spoil = NonNullable<TestIssuer["spoil"]>;
  const claim =
    (change: Record<string, unknown>): Spoil =>
    ({ header, claims }) => ({
      header,
      claims: { ...claims, ...change },
    });
  const seconds = () => Math.floor(Date.now() / 1000);
  const unsigned = (token: { header: object; claims: object }, alg: string) =>
    [{ ...token.header, alg }, token.claims]
      .map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"))
      .join(".");

  const faults: [string, string, Spoil][] = [
    ["another issuer's name", "iss", claim({ iss: "https://evil.example" })],
    ["meant for another service", "aud", claim({ aud: "another-client" })],
    ["another nonce", "nonce", claim({ nonce: "x".repeat(43) })],
    ["no nonce", "nonce", claim({ nonce: undefined })],
    ["expired", "exp", claim({ exp: seconds() - 120 })],
    ["from the future", "iat", claim({ iat: seconds() + 3600 })],
    ["signed in too long ago", "auth_time", claim({ auth_time: seconds() - 2 * 3600 })],
    ["that says no time of signing in", "auth_time", claim({ auth_time: undefined })],
    ["no subject", "sub", claim({ sub: undefined })],
    ["alg none", "alg", (token) => `${unsigned(token, "none")}.`],
    [
      "signed with the public key as a secret",
      "alg",
      (token) => {
        const text = unsigned(token, "HS256");
        return `${text}.${createHmac("sha256", publicKeyText()).update(text).digest("base64url")}`;
      },
    ],
    [
      "signed with the client's secret",
      "alg",
      (token) => {
        const text = unsigned(token, "HS256");
        return `${text}.${createHmac("sha256", CLIENT_SECRET).update(text).digest("base64url")}`;
      },
    ],
    ["another's signature", "signature", ({ header, claims }) => ({ header, claims, sign: "other" })],
    ["no signature", "signature", ({ header, claims }) => ({ header, claims, sign: "none" })],
    [
      "a key that names a place of its own",
      "key",
      ({ header, claims }) => ({
        header: { ...header, kid: "../../evil", jku: "https://evil.example/jwks" },
        claims,
        sign: "other",
      }),
    ],
    ["no token at all", "answer", () => "nonsense"],
  ];

  test.each(faults)("%s", async (_what, why, spoil) => {
    plain.next.acr = "strong";
    const personId = await known(plain);
    plain.spoil = spoil;
    const browser = new IssuerBrowser();
    const step = await browser.signIn("plain");
    expect(step).toMatchObject({ status: 303, location: "/sign-in?problem=issuer" });
    expect(browser.session).toBeNull();
    expect(await lookBeneath("SELECT FROM session WHERE person_id = $1", [personId])).toEqual([]);
    expect(await lastRefusal()).toEqual({ subject: "way:oidc:plain", why });
  });

  test("CIS2: userinfo about somebody else", async () => {
    cis2.next.acr = "AAL3_ANY";
    await known(cis2);
    cis2.spoilUserinfo = (claims) => ({ ...claims, sub: "somebody-else" });
    expect((await new IssuerBrowser().signIn("cis2")).location).toBe("/sign-in?problem=issuer");
  });

  test.each([["AAL1_ANY"], ["strong"], [undefined]])(
    "CIS2: a level below the one asked for: %s",
    async (acr) => {
      cis2.next.acr = acr;
      await known(cis2);
      expect((await new IssuerBrowser().signIn("cis2")).location).toBe("/sign-in?problem=issuer");
      expect((await lastRefusal())?.why).toBe("assurance");
    },
  );

  test("CIS2: two words for the level that differ: the lower counts", async () => {
    cis2.next = { ...cis2.next, acr: "AAL3_ANY", claims: { authentication_assurance_level: "1" } };
    await known(cis2);
    cis2.spoil = claim({ authentication_assurance_level: "1" });
    expect((await new IssuerBrowser().signIn("cis2")).location).toBe("/sign-in?problem=issuer");
  });

  test("Microsoft: a directory that is not on the list", async () => {
    await known(directory);
    directory.spoil = claim({ tid: "99999999-2222-4333-8444-555555555555" });
    expect((await new IssuerBrowser().signIn("entra")).location).toBe("/sign-in?problem=issuer");
    expect((await lastRefusal())?.why).toBe("tenant");
  });

  test("one answer used twice: once in another browser, once in the same", async () => {
    plain.next.acr = "strong";
    await known(plain);
    const browser = new IssuerBrowser();
    const { location } = await browser.leave("plain");
    const back = await browser.signInThere(location);
    expect((await new IssuerBrowser().comeBack(back, "plain")).location).toBe("/sign-in?problem=issuer");

    const cookies = new Map(browser.cookies);
    expect((await browser.comeBack(back, "plain")).location).toBe("/trusts");
    expect((await browser.comeBack(back, "plain")).location).toBe("/sign-in?problem=issuer");
    // A thief with the cookies of before too: the issuer takes no code a second time.
    const thief = new IssuerBrowser();
    for (const [name, value] of cookies) thief.cookies.set(name, value);
    expect((await thief.comeBack(back, "plain")).location).toBe("/sign-in?problem=issuer");
    expect(thief.session).toBeNull();
  });

  test("the answer of one issuer handed to another's address", async () => {
    second.next.subject = someSubject();
    await known(second);
    const browser = new IssuerBrowser();
    const { location } = await browser.leave("second");
    const back = (await browser.signInThere(location)).replace("/callback/second", "/callback/plain");
    expect((await browser.comeBack(back, "plain")).location).toBe("/sign-in?problem=issuer");
    expect(browser.session).toBeNull();
  });

  test("an answer nobody went for, one that says no, and one in odd letters", async () => {
    const browser = new IssuerBrowser();
    for (const query of ["code=x&state=y", "error=access_denied", "code=%00&state=%F0%9F%90%99"]) {
      const step = await browser.comeBack(`${origin}/api/auth/callback/plain?${query}`, "plain");
      expect(step).toMatchObject({ status: 303, location: "/sign-in?problem=issuer" });
    }
    await browser.leave("plain");
    const refused = await browser.comeBack(`${origin}/api/auth/callback/plain?error=access_denied`, "plain");
    expect(refused.location).toBe("/sign-in?problem=issuer");
    const nobodys = await browser.comeBack(`${origin}/api/auth/callback/nobodys?code=x`, "nobodys");
    expect(nobodys.status).toBe(404);
  });

  test("a form from elsewhere, or without its token, sends nobody anywhere", async () => {
    const browser = new IssuerBrowser();
    expect((await browser.leave("plain", { csrfToken: "guessed" })).location).toBe(
      "/sign-in?problem=expired",
    );
    expect(browser.cookies.has("maturity-state")).toBe(false);
  });
});
