import "server-only";
import { headers } from "next/headers";
import { isDatabaseDown } from "@/lib/data/database-trouble";
import { recordRefusal } from "@/lib/data/refusals";
import { currentUser } from "./current-user";
import { PATH_HEADER } from "./return-to";

/** What belongs to organisations or to who runs the service; a mistyped address elsewhere is nobody's secret. */
const guarded = /^(\/api)?\/(trusts|assessments|admin|portfolio|system|groups|rapid-check\/carry)(\/|$)/;

// Without JavaScript a form and the page that answers it are one request, known by its headers. Kept where both find
// it, whichever bundle they were built into.
const kept = globalThis as { refusedRequests?: WeakSet<object> };

/**
 * Notes once a request that whoever is signed in was refused this address, or asked for what is not there. Shown to
 * nobody but those who read the record of the installation; it never stands in the way of the answer itself. `path` is for an
 * address that requests reach past proxy.ts, which tells it to all others.
 */
export async function noteRefusal(path?: string): Promise<void> {
  const asked = await headers();
  const refused = (kept.refusedRequests ??= new WeakSet());
  if (refused.has(asked)) return;
  refused.add(asked);
  const address = path ?? asked.get(PATH_HEADER);
  if (!address || !guarded.test(address)) return;
  try {
    const user = await currentUser();
    if (user && !user.ahead) await recordRefusal(user.personId, address);
  } catch (error) {
    if (!isDatabaseDown(error)) throw error;
  }
}
