import fc from "fast-check";
import { afterEach, describe, expect, test, vi } from "vitest";
import { piecesOf, termsOf } from "@/app/(public)/frameworks/search/words";
import { dayAsked } from "@/app/(service)/assessments/[assessmentId]/history/day-asked";
import { isEmail, smallLetters } from "@/lib/access/invitation-input";
import { issuers } from "@/lib/access/issuer";
import { passwordProblem } from "@/lib/access/password-rules";
import { readAnswerBody } from "@/lib/assessment/answer-body";
import { bodyFromForm } from "@/lib/assessment/answer-form";
import { isRound, nextRound } from "@/lib/assessment/round";
import { browserInWords } from "@/lib/auth/browser-words";
import { csrfTokenIn } from "@/lib/auth/csrf";
import { HOME, safeReturnTo, signInPath } from "@/lib/auth/return-to";
import { sessionTokenIn } from "@/lib/auth/session-token";
import { looksLikeToken } from "@/lib/data/token-secret";
import { checkSettings } from "@/lib/env";
import { actionHeadings, actionLabels, criteriaHeadings, planSheetNames } from "@/lib/exchange/plan-workbook";
import { readPlanWorkbook } from "@/lib/exchange/read-plan-workbook";
import type { WorkbookCell, WorkbookSheet } from "@/lib/exchange/read-workbook";
import { parseFramework } from "@/lib/framework/parse";
import { holds, versionMatched } from "@/lib/http/etag";
import { networkOf } from "@/lib/http/client-network";
import { isIdempotencyKey } from "@/lib/http/idempotency-key";
import { recordAsked } from "@/lib/http/record-query";
import { dayTyped } from "@/lib/http/typed-day";
import { servesTicked } from "@/lib/plan/criteria-of-plan";
import { yearName, yearTyped } from "@/lib/plan/financial-year";
import { poundsTyped, tenthsTyped } from "@/lib/plan/money-words";
import { readLogo } from "@/lib/report/logo-picture";
import { choiceAsked } from "@/lib/report/report-choice";
import { askedRoute } from "@/lib/report/route-question";
import { askedWhatIf } from "@/lib/report/what-if-question";
import { capabilitiesOf } from "@/lib/framework/find";
import { smallFramework } from "@/tests/support/small-framework";
import { oddField, oddText, workbookDay } from "@/tests/support/odd-input";

// Each reader of what somebody sends gives a value or says what is wrong, whatever it is (FZ-1). Forms have a test of
// their own (every-form.test.ts); documents, workbooks, archives and CSV have theirs beside them in lib/exchange.

/** Sends a reader 300 things that somebody could make up, and looks at what comes of each. */
function whatever<T>(made: fc.Arbitrary<T>, look: (one: T) => void): void {
  fc.assert(fc.property(made, look), { numRuns: 300 });
}

/** A query with these names in it, each with anything at all. */
const query = (...names: string[]) =>
  fc.record(Object.fromEntries(names.map((name) => [name, oddField])), { requiredKeys: [] });

const framework = smallFramework();
const capabilities = capabilitiesOf(framework);

describe("whatever stands in an address", () => {
  test("the shortest way, a what-if and a report are asked for, or the rest is told or left out", () => {
    const choices = capabilities.map((capability) => ({ capability, met: ["a"], unmet: ["b"] }));
    const names = ["stage", "overall", "pin", "exclude", "addPin", "addPinLevel", "addExclude"];
    whatever(query(...names, "met", "lost", "chosen", "include", "marking"), (asked) => {
      const { question, errors } = askedRoute(asked, { stages: [2, 3, 4, 5], capabilities });
      expect(question.toOverall === null || Number(question.toOverall) <= 5).toBe(true);
      expect(errors.every(({ text }) => text.length > 0)).toBe(true);
      expect(askedWhatIf(asked, choices).ignored).toBeGreaterThanOrEqual(0);
      expect(choiceAsked(asked)?.parts.size).not.toBe(0);
    });
  });

  test("a day in it is a real one in the past, or what is wrong is said", () => {
    const now = new Date("2026-11-23T09:00:00Z");
    whatever(query("on-day", "on-month", "on-year"), (asked) => {
      const { day, error } = dayAsked(asked, now);
      if (day !== null) expect(day <= "2026-11-23" && !Number.isNaN(Date.parse(day))).toBe(true);
      if (error !== undefined) expect(day).toBeNull();
    });
    expect(dayAsked({ "on-day": ["1", "2"], "on-month": "4", "on-year": "2026" }, now).error).toBeDefined();
  });

  test("the record of events is filtered by what could be read", () => {
    const names = "person action from-day from-month from-year to-day to-month to-year".split(" ");
    whatever(query(...names), (asked) => {
      const { filter } = recordAsked(asked);
      for (const moment of [filter.from, filter.before])
        expect(moment === undefined || !Number.isNaN(moment.getTime())).toBe(true);
    });
  });

  test("words are looked for in a text, which comes back whole", () => {
    whatever(fc.tuple(oddText, oddText), ([sought, text]) => {
      const pieces = piecesOf(text, termsOf(sought.slice(0, 200)));
      expect(pieces.map((piece) => piece.text).join("")).toBe(text);
    });
  });

  test("where to go back to is a page of ours, whatever it was", () => {
    whatever(oddText, (wanted) => {
      for (const path of [safeReturnTo(wanted), safeReturnTo(`/${wanted}`)]) {
        expect(new URL(path, "https://maturity.example").origin).toBe("https://maturity.example");
      }
      expect(signInPath(wanted).startsWith("/sign-in")).toBe(true);
      expect(safeReturnTo(null)).toBe(HOME);
    });
  });
});

describe("whatever is typed into a box", () => {
  test("is a day of this or the last century, or none", () => {
    whatever(fc.tuple(oddText, oddText, oddText), ([day, month, year]) => {
      const read = dayTyped({ day, month, year });
      if (read) expect(read.getUTCFullYear()).toBeGreaterThanOrEqual(1900);
    });
    whatever(
      fc.date({ min: new Date("1900-01-01"), max: new Date("2099-12-31"), noInvalidDate: true }),
      (date) => {
        const [year = "", month = "", day = ""] = date.toISOString().slice(0, 10).split("-");
        expect(dayTyped({ day, month, year })?.toISOString().slice(0, 10)).toBe(`${year}-${month}-${day}`);
      },
    );
  });

  test("is money, a rate or a financial year, or none; and a year comes back as it is written", () => {
    whatever(oddText, (text) => {
      const [pounds, tenths, year] = [poundsTyped(text), tenthsTyped(text), yearTyped(text)];
      if (typeof pounds === "number") expect(Number.isSafeInteger(pounds) && pounds >= 0).toBe(true);
      if (typeof tenths === "number") expect(Number.isInteger(tenths)).toBe(true);
      if (year !== undefined) expect(yearTyped(yearName(year))).toBe(year);
      if (isRound(text)) expect(isRound(nextRound(text)) || text.startsWith("2099")).toBe(true);
    });
  });

  test("is an address, a password, a choice, or is told why not", () => {
    whatever(fc.tuple(oddText, fc.array(oddText, { maxLength: 4 })), ([text, several]) => {
      if (isEmail(text)) expect(smallLetters(text)).toContain("@");
      const problem = passwordProblem(text, {
        name: text,
        email: several[0] ?? null,
        organisations: several,
      });
      expect(problem === null || problem.length > 0).toBe(true);
      expect(servesTicked(several).length).toBeLessThanOrEqual(several.length);
    });
  });

  test("is an answer, or a list of what is wrong with it by its place", () => {
    const [capability] = capabilities;
    if (!capability) throw new Error("The framework asks nothing");
    const anything = fc.oneof(
      fc.anything({ maxDepth: 3 }),
      fc.dictionary(oddText, oddText).map(bodyFromForm),
    );
    whatever(anything, (body) => {
      const read = readAnswerBody(body, capability, ["acute"], "organisation");
      if (!read.ok) expect(read.problems.every(({ message }) => message.length > 0)).toBe(true);
    });
  });
});

describe("whatever a browser or a program says in its headers", () => {
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  test("is a version, a key, a token, a network or a name, or none of them", () => {
    // What has the shape of a token is compared with one made with it.
    vi.stubEnv("AUTH_SECRET", "only-for-tests-only-for-tests-only");
    const headers = fc.oneof(
      oddText,
      fc.tuple(oddText, oddText).map((parts) => parts.join("|")),
    );
    whatever(fc.tuple(headers, fc.integer({ min: 0, max: 3 })), ([text, proxies]) => {
      const version = versionMatched(text);
      expect(version === null || version === "unreadable" || Number.isInteger(version)).toBe(true);
      expect(holds(text, '"1"')).toBe(text.split(",").some((tag) => /^(\*|(W\/)?"1")$/.test(tag.trim())));
      if (isIdempotencyKey(text)) expect(text).toHaveLength(36);
      for (const token of [csrfTokenIn(text), sessionTokenIn(text)]) expect(token).toBeNull();
      expect(looksLikeToken(text)).toBe(false);
      const words = browserInWords(text);
      expect(words === null || words.length < 40).toBe(true);
      const bytes = Buffer.from(text.slice(0, 200))
        .toString("latin1")
        .replace(/[\0\r\n]/g, "");
      const network = networkOf(new Headers({ "x-forwarded-for": bytes }), proxies);
      expect(network).toMatch(/^(unknown|\d+(\.\d+){3}|[0-9a-f:]+::\/64)$/);
    });
  });
});

describe("whatever stands in a file", () => {
  const text = fc.oneof(oddText, fc.constantFrom("Under way", "Phase 1", "Met", "Yes", "31/03/2027"));
  const cell: fc.Arbitrary<WorkbookCell> = fc.oneof(
    text.map((text): WorkbookCell => ({ kind: "text", text })),
    fc.double().map((value): WorkbookCell => ({ kind: "number", value })),
    fc.boolean().map((value): WorkbookCell => ({ kind: "boolean", value })),
    workbookDay.map((value): WorkbookCell => ({ kind: "date", value })),
    fc.constantFrom<WorkbookCell>({ kind: "formula" }, { kind: "error" }),
  );
  const headings = [actionHeadings, actionLabels, criteriaHeadings].flatMap((each) => Object.values(each));
  const heading = fc.oneof(
    {
      weight: 4,
      arbitrary: fc.constantFrom(...headings).map((text): WorkbookCell => ({ kind: "text", text })),
    },
    { weight: 1, arbitrary: cell },
  );
  const cells = (one: fc.Arbitrary<WorkbookCell>) =>
    fc.array(fc.tuple(fc.integer({ min: 1, max: 30 }), one), { maxLength: 20 }).map((list) => new Map(list));
  const title: [number, WorkbookCell] = [1, { kind: "text", text: actionHeadings.title }];
  const sheet = fc
    .tuple(
      fc.constantFrom(...Object.values(planSheetNames)),
      cells(heading),
      fc.array(cells(cell), { maxLength: 6 }),
    )
    .map(([name, first, rest]): WorkbookSheet => ({
      name,
      rows: [new Map([...first, title]), ...rest].map((row, at) => ({ number: at + 1, cells: row })),
    }));

  test("a plan's workbook is read, cell by cell, or told of", () => {
    whatever(fc.array(sheet, { minLength: 1, maxLength: 3 }), (sheets) => {
      const read = readPlanWorkbook(sheets);
      if (read.ok) for (const { message } of read.filled.problems) expect(message).not.toBe("");
    });
  });

  test("a logo is a picture or is refused in a word", () => {
    const starts = [
      "",
      "89504e470d0a1a0a0000000d49484452",
      "ffd8ffe000104a464946",
      "474946383961",
      "3c737667",
    ];
    const bytes = fc
      .tuple(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 200 }))
      .map(([start, rest]) => Buffer.concat([Buffer.from(start, "hex"), rest]));
    whatever(bytes, (file) => {
      expect(typeof readLogo(file)).toBe("string");
    });
  });

  test("a framework is one, or what is wrong is said with its place", () => {
    const keys = "format id version status dimensions levels stages lenses thresholds".split(" ");
    const almost = fc
      .tuple(fc.constantFrom(...keys), fc.anything({ maxDepth: 2 }))
      .map(([key, value]) => ({ ...structuredClone(framework), [key]: value }));
    whatever(fc.oneof(almost, fc.anything({ maxDepth: 3 })), (value) => {
      const read = parseFramework(value);
      if (!read.ok) expect(read.problems.length).toBeGreaterThan(0);
    });
  });

  test("the settings of an installation are right, or every wrong one is named", () => {
    const names = "DATABASE_URL APP_ORIGIN AUTH_SECRET SMTP_URL OIDC_PROVIDERS PORT LOG_LEVEL".split(" ");
    whatever(fc.record(Object.fromEntries(names.map((name) => [name, oddText]))), (source) => {
      expect(() => checkSettings(source)).toThrow(/^These settings need attention:/);
    });
    whatever(fc.anything({ maxDepth: 3 }), (value) => void issuers.safeParse(value));
  });
});
