import { describe, expect, test } from "vitest";
import { fileDatabase } from "@/tests/support/database";
import { ORIGIN, serve } from "@/tests/support/served";

describe("sign-in was set up wrongly (AN-9)", () => {
  test.each([
    ["without a secret", { AUTH_SECRET: "" }, /AUTH_SECRET is missing/],
    ["with one that can be guessed", { AUTH_SECRET: "hunter2" }, /AUTH_SECRET must have at least 32/],
    ["with half a list of issuers", { OIDC_PROVIDERS: '[{"id":"hunter2"' }, /OIDC_PROVIDERS must be a list/],
    [
      "with an issuer that anybody on the way could stand in for",
      { OIDC_PROVIDERS: '[{"id":"hunter2","name":"x","issuer":"http://issuer.example","clientId":"x"}]' },
      /OIDC_PROVIDERS.*must be an https address/s,
    ],
    ["for another address than https", { APP_ORIGIN: "http://hunter2.example" }, /APP_ORIGIN must be https/],
  ])(
    "%s: the service does not start, says which setting, and not what it holds",
    async (_how, env, reason) => {
      const started = serve(fileDatabase().appUrl, env).then(
        async (served) => {
          await served.stop();
          return "It serves.";
        },
        (error: unknown) => String(error),
      );
      const said = await started;
      expect(said).toMatch(reason);
      expect(said).not.toContain("hunter2");
    },
  );

  test("an issuer that is not there, or whose answer is none: nobody comes in, and the page says what to do", async () => {
    const issuer = {
      id: "gone",
      name: "Gone",
      issuer: "http://127.0.0.1:9",
      clientId: "x",
      clientSecret: "y",
    };
    const served = await serve(fileDatabase().appUrl, { OIDC_PROVIDERS: JSON.stringify([issuer]) });
    try {
      const csrf = await served.ask("/api/auth/csrf");
      const { csrfToken } = (await csrf.json()) as { csrfToken: string };
      const cookie = (csrf.headers.getSetCookie()[0] ?? "").split(";")[0] ?? "";
      const headers = { origin: ORIGIN, cookie, "content-type": "application/x-www-form-urlencoded" };
      const body = new URLSearchParams({ csrfToken, callbackUrl: "/trusts" }).toString();
      const sent = await served.ask("/api/auth/signin/gone", { method: "POST", headers, body });
      expect([sent.status, sent.headers.get("location")]).toEqual([303, "/sign-in?problem=issuer-away"]);
      const back = await served.ask("/api/auth/callback/gone?code=x&state=y", { headers: { cookie } });
      expect([back.status, back.headers.get("location")]).toEqual([303, "/sign-in?problem=issuer"]);
      expect(await (await served.ask("/sign-in?problem=issuer-away")).text()).toContain("There is a problem");
      for (const reply of [sent, back]) expect(reply.headers.getSetCookie().join()).not.toContain("session=");
    } finally {
      await served.stop();
    }
  });
});
