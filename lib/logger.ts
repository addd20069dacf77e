import "server-only";
import { type Logger, pino, stdSerializers } from "pino";
import { logLevel } from "./env";

/** What must never be written down, wherever in an entry it stands: secrets, names, and what people typed. */
const secret = ["password", "token", "secret", "cookie", "authorization", "set-cookie", "csrfToken"];
const personal = ["name", "email", "note", "reason", "criteria", "value", "body", "typed"];
const anywhere = [...secret, ...personal].flatMap((key) => {
  const safe = key.includes("-") ? `["${key}"]` : `.${key}`;
  return [key.includes("-") ? safe : key, `*${safe}`, `*.*${safe}`, `*.*.*${safe}`];
});

let made: Logger | null = null;

/** The log of this process: one JSON entry a line on standard output. */
export function logger(): Logger {
  return (made ??= makeLogger(logLevel()));
}

/** A logger that writes to `destination`, or to standard output. */
export function makeLogger(level: string, destination?: { write(line: string): void }): Logger {
  const options = {
    level,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: { paths: anywhere, censor: "[not logged]" },
    serializers: { err: plainError },
  };
  return destination ? pino(options, destination) : pino(options);
}

/**
 * An error without what it may quote: PostgreSQL repeats whole rows in `detail`, so of everything beside the
 * message and the stack only the code is kept.
 */
function plainError(error: unknown): unknown {
  if (!(error instanceof Error)) return { type: typeof error };
  const { type, message, stack } = stdSerializers.err(error);
  const code = "code" in error ? String(error.code) : undefined;
  return { type, code, message, stack };
}
