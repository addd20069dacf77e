/** What somebody may let a program do in their name. It never does more than they may themselves. */
export const tokenScopes = ["read", "write_answers", "export", "audit"] as const;

export type TokenScope = (typeof tokenScopes)[number];

/** Each scope as whoever makes a token reads it. */
export const tokenScopeWords: Readonly<Record<TokenScope, { name: string; hint: string }>> = {
  read: {
    name: "Read assessments, answers and results",
    hint: "What you may see in the service, and nothing else",
  },
  write_answers: {
    name: "Save answers",
    hint: "In your name, to the questions you may answer",
  },
  export: {
    name: "Fetch reports as files",
    hint: "Each is noted as an export of yours",
  },
  audit: {
    name: "Read the audit record",
    hint: "Of organisations whose digital lead you are",
  },
};

/** For how many days a token can be made to work; never more than a year. */
export const tokenLives = [30, 90, 180, 365] as const;

export function isTokenScope(text: string): text is TokenScope {
  return (tokenScopes as readonly string[]).includes(text);
}

/** "Read assessments, answers and results; save answers" */
export function scopesInWords(scopes: readonly TokenScope[]): string {
  const [first = "", ...more] = tokenScopes
    .filter((scope) => scopes.includes(scope))
    .map((scope) => tokenScopeWords[scope].name);
  return [first, ...more.map((name) => name.charAt(0).toLowerCase() + name.slice(1))].join("; ");
}
