import nextCoreWebVitals from "eslint-config-next/core-web-vitals";
import nextTypescript from "eslint-config-next/typescript";

// The rooms of the house, and what each may not import: imports go down only
// (app → components → lib/http, lib/auth → lib/data → pure lib). For one file and one rule ESLint takes the last
// block that matches, whole; so the globs below are disjoint, and tests/house plants a wrong import in each room.

const pure = ["framework", "scoring", "assessment", "plan", "access", "charts"];
const plain = ["exchange", "report"];

/** A place in lib, named from the top or from a neighbour folder of lib. */
const lib = (...names) => `^(?:@/lib/|(?:\\.\\./)+(?:lib/)?)(?:${names.join("|")})(?:/|$)`;
const top = (...names) => `^(?:@/|(?:\\.\\./)+)(?:${names.join("|")})(?:/|$)`;

const web = { regex: "^(?:next|next-auth|react|react-dom|nhsuk-react-components)(?:/|$)" };
const database = { regex: `^(?:@prisma/|prisma$|pg$)|${lib("db", "generated")}` };
const pages = { regex: top("app") };
const components = { regex: top("components") };
const scripts = { regex: top("scripts", "tests", "prisma") };
const settings = { regex: lib("env", "logger", "start-up") };
const inputAndOutput = {
  regex: "^(?:node:(?!crypto$)|(?:fs|path|os|http|https|net|child_process)(?:/|$)|yaml$|pino$)",
};

const rooms = [
  {
    files: [`lib/{${pure.join(",")}}/**/*.ts`, "lib/report/report-model*.ts"],
    ignores: ["**/*.test.ts"],
    never: [
      [web, "Pure code knows nothing of the web."],
      [database, "Pure code knows nothing of the database."],
      [settings, "Pure code gets what it needs as arguments."],
      [inputAndOutput, "Pure code reads and writes nothing."],
      [{ regex: lib("data", "auth", "http", "jobs", "mail", ...plain) }, "Pure code imports pure code only."],
    ],
    syntax: [
      [
        "NewExpression[callee.name='Date'][arguments.length=0]",
        "Pure code never reads the clock: pass `now`.",
      ],
      [
        "MemberExpression[object.name='Date'][property.name='now']",
        "Pure code never reads the clock: pass `now`.",
      ],
      ["MemberExpression[object.name='performance']", "Pure code never reads the clock: pass `now`."],
      [
        "MemberExpression[object.name='Math'][property.name='random']",
        "Pure code gives the same answer each time.",
      ],
    ],
  },
  {
    files: [`lib/{${plain.join(",")}}/**/*.ts`],
    ignores: ["lib/report/report-model*.ts", "**/*.test.ts"],
    never: [
      [web, "Readers and writers of documents know nothing of the web."],
      [database, "Readers and writers of documents get plain values from lib/data."],
      [settings, "Readers and writers of documents get what they need as arguments."],
      [
        { regex: lib("data", "auth", "http", "jobs", "mail") },
        "Imports go down only: data hands values to writers.",
      ],
    ],
  },
  {
    files: ["lib/data/**/*.ts"],
    never: [
      [web, "The data layer knows nothing of the web."],
      [{ regex: lib("auth", "http", "jobs", "mail", "start-up") }, "Imports go down only."],
    ],
    mayQueryUnsafely: true,
  },
  {
    files: ["lib/{auth,http,jobs,mail}/**/*.{ts,tsx}"],
    never: [[database, "Only lib/data touches the database."]],
  },
  {
    files: ["components/**/*.{ts,tsx}"],
    never: [
      [database, "Components show values; pages get them from lib/data."],
      [settings, "Components get what they need as properties."],
      [{ regex: lib("data", "auth") }, "Components show values; pages get them from lib/data."],
    ],
    mayUseComponents: true,
  },
  {
    files: ["app/**/*.{ts,tsx}", "{proxy,instrumentation}.ts"],
    never: [
      [database, "Only lib/data touches the database."],
      [
        { regex: "^next/navigation$", importNames: ["notFound"] },
        "Answer 404 with lib/auth/not-found: it puts the refusal on record.",
      ],
    ],
    mayUseComponents: true,
    mayUsePages: true,
  },
];

/** What the framework itself goes by may be named: builds are cut to these, and next-auth reads no argument. */
const environment = [
  ":not(MemberExpression[property.name=/^(NODE_ENV|NEXT_RUNTIME|NEXTAUTH_URL)$/]) > MemberExpression[object.name='process'][property.name='env']",
  "Settings are read in lib/env.ts.",
];
const unsafeQuery = ["Identifier[name=/^\\$(query|execute)RawUnsafe$/]", "Raw SQL text belongs in lib/data."];

const asSyntax = ([selector, message]) => ({ selector, message });

const roomRules = rooms.map((room) => ({
  files: room.files,
  ...(room.ignores && { ignores: room.ignores }),
  rules: {
    "no-restricted-imports": [
      "error",
      {
        patterns: [
          ...room.never,
          [scripts, "The service does not depend on scripts or tests."],
          ...(room.mayUsePages ? [] : [[pages, "Imports go down only: nothing imports a page."]]),
          ...(room.mayUseComponents ? [] : [[components, "Imports go down only: lib draws no components."]]),
        ].map(([pattern, message]) => ({ ...pattern, message })),
      },
    ],
    "no-restricted-syntax": [
      "error",
      ...[environment, ...(room.mayQueryUnsafely ? [] : [unsafeQuery]), ...(room.syntax ?? [])].map(asSyntax),
    ],
  },
}));

const config = [
  { ignores: [".next/", ".data/", "lib/generated/", "next-env.d.ts", "test-results/", "playwright-report/"] },
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: "error" } },
  ...nextCoreWebVitals,
  ...nextTypescript,
  {
    files: ["**/*.{ts,tsx}"],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      eqeqeq: "error",
    },
  },
  {
    rules: {
      // Plain links work everywhere; fetching ahead would cost the server a page nobody asked for.
      "@next/next/no-html-link-for-pages": "off",
      // Pictures are sent as they are: next/image would add styles that the content security policy refuses.
      "@next/next/no-img-element": "off",
    },
  },
  ...roomRules,
];

export default config;
