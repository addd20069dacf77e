import { z } from "zod";
import { type Issuer, issuers } from "./access/issuer";

const wholeNumber = (least: number, most: number) => {
  const rule = `must be a whole number from ${least} to ${most}`;
  return z.coerce.number({ error: rule }).int(rule).min(least, rule).max(most, rule);
};

/** Every setting of the environment the application reads. Nothing else may look at `process.env`. */
const settings = z.object({
  DATABASE_URL: z
    .string({ error: "is missing: the address of the database for the application's role" })
    .regex(/^postgres(ql)?:\/\//, "must be an address like postgresql://role:password@host:5432/database"),
  DATABASE_DIRECT_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, "must be an address like postgresql://role:password@host:5432/database")
    .optional(),
  DATABASE_POOL_SIZE: wholeNumber(1, 200).default(10),
  APP_ORIGIN: z
    .string()
    .refine(isOrigin, "must be the address people use, without a path: https://maturity.example.nhs.uk")
    .refine((text) => !isOrigin(text) || mayBeServedFrom(text), "must be https unless it is this machine")
    .optional(),
  AUTH_SECRET: z
    .string({ error: "is missing: at least 32 random characters, for example from `openssl rand -hex 32`" })
    .min(32, "must have at least 32 characters, for example from `openssl rand -hex 32`"),
  SMTP_URL: z
    .string()
    .refine(isMailServer, "must be an address like smtps://name:password@mail.example.nhs.uk:465")
    .optional(),
  MAIL_FROM: z.email("must be the address that mail comes from, like maturity@example.nhs.uk").optional(),
  OIDC_PROVIDERS: z
    .string()
    .transform((text, context) => {
      try {
        return JSON.parse(text) as unknown;
      } catch {
        context.addIssue({ code: "custom", message: "must be a list in JSON: see docs/running.md" });
        return z.NEVER;
      }
    })
    .pipe(issuers)
    .default([]),
  TRUSTED_PROXY_HOPS: wholeNumber(0, 10).default(0),
  PORT: wholeNumber(1, 65535).default(3000),
  HOST: z.string().optional(),
  DEMO: z.literal("1", { error: "must be 1 or not set" }).optional(),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
});

type Settings = z.infer<typeof settings>;
type Source = Readonly<Record<string, string | undefined>>;

/** The address of the database for the application's role. */
export function databaseUrl(): string {
  return read("DATABASE_URL");
}

/**
 * The address of the same database past a connection pooler, for hearing what other processes save. Only needed where
 * DATABASE_URL leads through one.
 */
export function directDatabaseUrl(): string {
  return read("DATABASE_DIRECT_URL") ?? databaseUrl();
}

/** How many connections to the database this process holds at most. */
export function databasePoolSize(): number {
  return read("DATABASE_POOL_SIZE");
}

/**
 * The origin people use, "https://maturity.example.nhs.uk"; where none is set the service is for this machine
 * alone. Forwarded headers are never asked.
 */
export function appOrigin(): string {
  return read("APP_ORIGIN") ?? `http://localhost:${read("PORT")}`;
}

/** The full address of a page, for a mail: from the configured origin alone. `path` begins with one slash. */
export function linkTo(path: string): string {
  return new URL(path, appOrigin()).href;
}

/**
 * The mail server and the address mail comes from; null where none is set: then nothing is sent, and pages show
 * whoever is entitled to it the link to pass on.
 */
export function mailServer(): { url: string; from: string } | null {
  const url = read("SMTP_URL");
  const from = read("MAIL_FROM");
  return url && from ? { url, from } : null;
}

/** What session cookies are sealed with; the same for all processes of an installation. */
export function authSecret(): string {
  return read("AUTH_SECRET");
}

/** The issuers that people may sign in with besides a password here. */
export function knownIssuers(): readonly Issuer[] {
  return read("OIDC_PROVIDERS");
}

/** How many proxies of one's own stand before the service and are believed about whom they were asked by. */
export function trustedProxies(): number {
  return read("TRUSTED_PROXY_HOPS");
}

/** The address the server was told to listen on by the script that started it; null when it was not said. */
export function listenAddress(): string | null {
  return read("HOST") ?? null;
}

/** True when this process serves the demonstration. */
export function isDemo(): boolean {
  return read("DEMO") === "1";
}

export function logLevel(): Settings["LOG_LEVEL"] {
  return read("LOG_LEVEL");
}

/**
 * True for the origin of this service. On the machine itself `localhost` and `127.0.0.1` are the same place, so
 * either serves where the configured origin is one of them.
 */
export function isAppOrigin(origin: string | null): boolean {
  if (origin === null || !isOrigin(origin)) return false;
  const configured = appOrigin();
  return (
    origin === configured || (isLoopback(configured) && isLoopback(origin) && samePort(origin, configured))
  );
}

/** Throws one error that names every setting that is missing or wrong, never its value. */
export function checkSettings(source: Source = process.env): void {
  const given = withoutEmpty(source);
  const { error } = settings.safeParse(given);
  const lines = error?.issues.map(({ path, message }) => `  ${path.join(".")} ${message}`) ?? [];
  if (given.SMTP_URL && !given.MAIL_FROM)
    lines.push("  MAIL_FROM is missing: the address that mail comes from");
  if (lines.length === 0) return;
  throw new Error(`These settings need attention:\n${lines.join("\n")}`);
}

// Read when asked for, so that building needs none, and a script only those it uses.
function read<Name extends keyof Settings>(name: Name): Settings[Name] {
  const { data, error } = settings.shape[name].safeParse(process.env[name] || undefined);
  if (error) throw new Error(`${name} ${error.issues.map(({ message }) => message).join("; ")}`);
  return data as Settings[Name];
}

function withoutEmpty(source: Source): Source {
  return Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
}

function isOrigin(text: string): boolean {
  return URL.canParse(text) && new URL(text).origin === text;
}

function isMailServer(text: string): boolean {
  return (
    URL.canParse(text) &&
    ["smtp:", "smtps:"].includes(new URL(text).protocol) &&
    new URL(text).hostname !== ""
  );
}

function mayBeServedFrom(origin: string): boolean {
  return origin.startsWith("https://") || isLoopback(origin);
}

function isLoopback(origin: string): boolean {
  const { protocol, hostname } = new URL(origin);
  return protocol === "http:" && ["localhost", "127.0.0.1"].includes(hostname);
}

function samePort(one: string, other: string): boolean {
  return new URL(one).port === new URL(other).port;
}
