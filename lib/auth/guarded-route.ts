import "server-only";
import { whileDatabaseAnswers } from "@/lib/http/database-away";
import { noteRefusal } from "./note-refusal";

/**
 * Makes the reply of a route that pages lead to (a file to take out). A page that is not there, or not theirs, is noted
 * where it is drawn; a route draws none, so a refusal is noted here. `away` is said while the database is.
 */
export async function guardedRoute(away: string, make: () => Promise<Response>): Promise<Response> {
  try {
    return await whileDatabaseAnswers(away, make);
  } catch (error) {
    if (isNotFound(error)) await noteRefusal();
    throw error;
  }
}

/** The error by which `notFound()` ends a request. */
function isNotFound(error: unknown): boolean {
  return error instanceof Error && "digest" in error && String(error.digest).endsWith(";404");
}
