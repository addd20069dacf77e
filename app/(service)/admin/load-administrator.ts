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

/** The page of a list that an address asks for, from 1; the first where it asks for none. */
export function pageIn(value: string | string[] | undefined): number {
  return Math.min(Math.max(Number.parseInt(textIn(value), 10) || 1, 1), 10_000);
}
