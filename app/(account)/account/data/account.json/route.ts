import { confirmPath, isRecent } from "@/lib/auth/recent-sign-in";
import { currentUser } from "@/lib/auth/current-user";
import { signInPath } from "@/lib/auth/return-to";
import { accountData } from "@/lib/data/account-data";
import { whileDatabaseAnswers } from "@/lib/http/database-away";

/** What the product holds about whoever asks, as a file; somebody who has not just proven themself is asked to first. */
export async function GET(): Promise<Response> {
  return whileDatabaseAnswers("Your data cannot be read just now. Try again", async () => {
    const now = new Date();
    const user = await currentUser();
    if (!user) return elsewhere(signInPath("/account/data"));
    if (!(await isRecent(now))) return elsewhere(confirmPath("/account/data"));
    return new Response(JSON.stringify(await accountData(user, now), null, 2), {
      headers: {
        "content-type": "application/json; charset=utf-8",
        "content-disposition": 'attachment; filename="account.json"',
        "cache-control": "private, no-store",
      },
    });
  });
}

function elsewhere(location: string): Response {
  return new Response(null, { status: 303, headers: { location, "cache-control": "private, no-store" } });
}
