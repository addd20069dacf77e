import "server-only";
import { record } from "./audit";
import { withShared } from "./tenant";

const LONGEST = 300;

/**
 * Notes that somebody asked for what is not theirs, or not there: which of the two is not said, here neither. The
 * address is kept without its query, which may hold what somebody typed.
 */
export async function recordRefusal(personId: string, path: string): Promise<void> {
  const [address = ""] = path.split(/[?#]/);
  await withShared(personId, (tx) =>
    record(tx, {
      organisationId: null,
      actorId: personId,
      action: "access.refused",
      subject: `address:${address.slice(0, LONGEST)}`,
    }),
  );
}
