import { type InstallationPermission, mayAdminister } from "@/lib/access/policy";
import type { CurrentUser } from "@/lib/access/user";
import { requireUser } from "@/lib/auth/current-user";
import { notFound } from "@/lib/auth/not-found";

/** The administrator who asks, for a page that needs this permission; 404 for everybody else. */
export async function loadAdministrator(permission: InstallationPermission): Promise<CurrentUser> {
  const user = await requireUser();
  if (!mayAdminister(user, permission)) notFound();
  return user;
}

/** One value of an address's query as text; empty where there is none. */
export function textIn(value: string | string[] | undefined): string {
  return typeof value === "string" ? value : "";
}

/** What an address asks of a list: words to look for, and a page from 1; the first where it asks for none. */
export function searchIn(query: Record<string, string | string[] | undefined>): {
  words: string;
  page: number;
} {
  return { words: textIn(query.q).slice(0, 200), page: Number.parseInt(textIn(query.page), 10) || 1 };
}
