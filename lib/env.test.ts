import { afterEach, describe, expect, test, vi } from "vitest";
import { appOrigin, authSecret, checkSettings, isAppOrigin } from "./env";

const enough = {
  DATABASE_URL: "postgresql://app:secret@db.example:5432/maturity",
  AUTH_SECRET: "x".repeat(32),
  APP_ORIGIN: "https://maturity.example.nhs.uk",
};

afterEach(() => {
  vi.unstubAllEnvs();
});

describe("I set the service up", () => {
  test("with what it needs, and it is content", () => {
    expect(() => checkSettings(enough)).not.toThrow();
  });

  test("with several things wrong, and it names each at once, never its value", () => {
    const wrong = { DATABASE_URL: "mysql://app:hunter2@db/x", DATABASE_POOL_SIZE: "many", DEMO: "yes" };
    const check = () => checkSettings(wrong);
    for (const name of ["DATABASE_URL", "DATABASE_POOL_SIZE", "DEMO", "AUTH_SECRET is missing"]) {
      expect(check).toThrow(name);
    }
    expect(check).not.toThrow(/hunter2|many|yes/);
  });

  test.each([
    ["http://maturity.example.nhs.uk", "must be https"],
    ["https://maturity.example.nhs.uk/app", "without a path"],
    ["maturity.example.nhs.uk", "without a path"],
    ["http://localhost.example.com", "must be https"],
  ])("at %s, and it says that the address %s", (APP_ORIGIN, reason) => {
    expect(() => checkSettings({ ...enough, APP_ORIGIN })).toThrow(reason);
  });

  test.each([
    [{ SMTP_URL: "mail.example.nhs.uk:25" }, "SMTP_URL must be an address like"],
    [{ SMTP_URL: "smtps://mail.example.nhs.uk" }, "MAIL_FROM is missing"],
    [{ MAIL_FROM: "The service" }, "MAIL_FROM must be the address"],
  ])("with half a mail server, %j, and it says that %s", (settings, reason) => {
    expect(() => checkSettings({ ...enough, ...settings })).toThrow(reason);
  });

  test("with an empty value, which is as good as none", () => {
    expect(() => checkSettings({ ...enough, APP_ORIGIN: "", LOG_LEVEL: "" })).not.toThrow();
    vi.stubEnv("AUTH_SECRET", "");
    expect(authSecret).toThrow("AUTH_SECRET is missing");
  });

  test("without an address, and it is for this machine alone", () => {
    vi.stubEnv("APP_ORIGIN", "");
    vi.stubEnv("PORT", "3017");
    expect(appOrigin()).toBe("http://localhost:3017");
  });
});

describe("a page sends a form", () => {
  test.each([
    ["https://maturity.example.nhs.uk", true],
    ["http://maturity.example.nhs.uk", false],
    ["https://maturity.example.nhs.uk:8443", false],
    ["https://maturity.example.nhs.uk.evil.example", false],
    ["http://localhost", false],
    ["null", false],
    [null, false],
  ])("of a hospital's service, from %s: %s", (origin, ours) => {
    vi.stubEnv("APP_ORIGIN", "https://maturity.example.nhs.uk");
    expect(isAppOrigin(origin)).toBe(ours);
  });

  test.each([
    ["http://localhost:3000", true],
    ["http://127.0.0.1:3000", true],
    ["http://localhost:3001", false],
    ["https://localhost:3000", false],
    ["http://evil.example:3000", false],
  ])("of a demonstration, from %s: %s", (origin, ours) => {
    vi.stubEnv("APP_ORIGIN", "http://localhost:3000");
    expect(isAppOrigin(origin)).toBe(ours);
  });
});
