import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { LONGEST_PASSWORD, passwordProblem } from "./password-rules";

const priya = {
  name: "Priya Raman",
  email: "priya.raman@ashdownvalley.nhs.uk",
  organisations: ["Ashdown Valley NHS Foundation Trust", "ZZA"],
};

describe("I choose a password", () => {
  it.each([
    "correct horse battery staple",
    "kettle-lantern-heron",
    "Rq7!vmT2x",
    "  two spaces and more  ",
    "Ünïcödé gèht aúch gut",
    "🐙🦀🐚🐡🪸🐠🦑🐋",
    "my cat walks over blue roofs at noon",
    "x".repeat(40) + "abcdefghqwrtz",
  ])("that nobody would guess: %j", (password) => {
    expect(passwordProblem(password, priya)).toBeNull();
  });

  it("of 64 characters and far more, and of no more than is taken", () => {
    const long = "a long line of words that goes on and on ".repeat(60);
    expect(passwordProblem(long.slice(0, 64), priya)).toBeNull();
    expect(passwordProblem(long.slice(0, LONGEST_PASSWORD), priya)).toBeNull();
    expect(passwordProblem(long.slice(0, LONGEST_PASSWORD + 1), priya)).toContain("fewer");
  });
});

describe("I choose a password that somebody would try", () => {
  it.each(["", "short", "seven77", "🐙🦀🐚"])("too short: %j", (password) => {
    expect(passwordProblem(password, priya)).not.toBeNull();
  });

  it.each([
    "password",
    "Password1",
    "P4ssw0rd!",
    "passw0rd2026",
    "letmein123",
    "Welcome2026!",
    "qwerty123",
    "iloveyou1",
    "Dragon2026",
    "sunshine99",
    "Liverpool1892",
    "monkey!!!!",
    "Summer2026",
    "Winter2025!",
    "november2026",
    "changeme1",
    "admin12345",
    "trustno1!!",
    "Hospital123",
    "footballfootball",
    "Charlie#2019",
    "princess12",
  ])("a common one: %j", (password) => {
    expect(passwordProblem(password, priya)).not.toBeNull();
  });

  it.each([
    "NHSAshdown2026",
    "NHSZZA2026",
    "Ashdown-Valley-2026",
    "PriyaRaman1",
    "priya.raman@ashdownvalley.nhs.uk",
    "Ashd0wn!Valley!NHS",
    "digitalmaturity1",
    "NHS-England-2026",
    "Raman Priya 1987",
  ])("made of what is around me: %j", (password) => {
    expect(passwordProblem(password, priya)).not.toBeNull();
  });

  it.each([
    "12345678",
    "87654321",
    "1234567890",
    "20262026",
    "19871987",
    "qwertyuiop",
    "asdfghjkl",
    "abcdefgh",
    "aaaaaaaa",
    "abcabcabc",
    "1q1q1q1q",
    "11112222",
  ])("a run or a repetition: %j", (password) => {
    expect(passwordProblem(password, priya)).not.toBeNull();
  });

  it("made of my trust's code, where that has figures in it", () => {
    const other = { ...priya, organisations: ["RX1"] };
    expect(passwordProblem("NHSRX12026!", other)).not.toBeNull();
  });

  it("a date, or figures alone", () => {
    expect(passwordProblem("06041987", priya)).not.toBeNull();
    expect(passwordProblem("2026-11-22", priya)).not.toBeNull();
  });

  it("with a NUL in it, where some hashes would stop reading", () => {
    expect(passwordProblem("kettle\u0000lantern heron", priya)).not.toBeNull();
  });
});

test("whatever is typed is answered with a sentence or taken, and quickly", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 3000 }), (typed) => {
      const problem = passwordProblem(typed, priya);
      expect(problem === null || problem.length > 10).toBe(true);
    }),
  );
  expect(passwordProblem("a b".repeat(350_000), priya)).toContain("fewer");
});
