import { isDatabaseDown } from "@/lib/data/database-trouble";
import { problem } from "@/lib/http/problem";

/** The reply, or with the database away a 503 that says when to ask again. */
export async function whileDatabaseAnswers(reply: () => Promise<Response>): Promise<Response> {
  try {
    return await reply();
  } catch (error) {
    if (!isDatabaseDown(error)) throw error;
    return problem(503, "The questions cannot be read just now. Try again", {}, { "retry-after": "5" });
  }
}
