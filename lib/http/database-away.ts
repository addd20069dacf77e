import "server-only";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { PATH_HEADER, unavailablePath } from "@/lib/auth/return-to";
import { isDatabaseDown, whenDatabaseIsAway } from "@/lib/data/database-trouble";
import { FrameworkMissing } from "@/lib/data/frameworks";
import { problem } from "./problem";
import { QUESTIONS_MISSING } from "./questions-missing";

/**
 * What a page reads; with the database away it sends the person to a calm page that answers 503, needs no database
 * and leads back here. An error thrown while a page is made would answer 500. Every page that reads goes through
 * here, those of signed-in people by `requireUser`.
 */
export async function orUnavailable<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    if (!isDatabaseDown(error)) throw error;
    redirect(unavailablePath((await headers()).get(PATH_HEADER)));
  }
}

// A page that knows its person reads on without the help of `orUnavailable`. Where the database goes away only then, the
// error that ends the page carries the way there, as Next's own error of a redirect does. Routes and forms look at the
// error first and reply in words.
whenDatabaseIsAway(async (error) => {
  try {
    redirect(unavailablePath((await headers()).get(PATH_HEADER)));
  } catch (way) {
    const { digest } = way as { digest?: unknown };
    // Outside a request there is no way to lead anybody.
    if (String(digest).startsWith("NEXT_REDIRECT;")) Object.assign(error, { digest });
  }
});

/** The reply of a route; where the questions of a round are missing, or with the database away, a 503 that says so by `title` and when to ask again. */
export async function whileDatabaseAnswers(title: string, reply: () => Promise<Response>): Promise<Response> {
  try {
    return await reply();
  } catch (error) {
    if (error instanceof FrameworkMissing) return problem(503, QUESTIONS_MISSING);
    if (!isDatabaseDown(error)) throw error;
    return problem(503, title, {}, { "retry-after": "5" });
  }
}
