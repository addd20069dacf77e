import "server-only";
import { headers } from "next/headers";
import { cache } from "react";
import { isDatabaseDown } from "@/lib/data/database-trouble";
import { recordRefusal } from "@/lib/data/refusals";
import { currentUser } from "./current-user";
import { PATH_HEADER } from "./return-to";

/** What belongs to organisations or to who runs the service; a mistyped address elsewhere is nobody's secret. */
const guarded = /^(\/api)?\/(trusts|assessments|admin|portfolio|system|groups)(\/|$)/;

/**
 * Notes once a request that whoever is signed in was refused this address, or asked for what is not there. Shown to nobody but those
 * who read the record of the installation; it never stands in the way of the answer itself.
 */
export const noteRefusal = cache(async (): Promise<void> => {
  const path = (await headers()).get(PATH_HEADER);
  if (!path || !guarded.test(path)) return;
  try {
    const user = await currentUser();
    if (user) await recordRefusal(user.personId, path);
  } catch (error) {
    if (!isDatabaseDown(error)) throw error;
  }
});
