import "server-only";
import { smallLetters } from "@/lib/access/invitation-input";
import { countTry } from "@/lib/data/limits";
import { sendPasswordReset } from "@/lib/data/password-resets";
import { visitOf } from "./visit";

/**
 * Sends a reset link to whoever has this address. Asked too often from one network, it says so; asked too often for
 * one address it sends no more for an hour and says nothing, since that would tell that somebody has it.
 */
export async function askForReset(
  email: string,
  headers: Headers,
  now: Date,
): Promise<{ kind: "taken" } | { kind: "limited"; seconds: number }> {
  const count = await countTry("reset from a network", visitOf(headers, "reset").network);
  if (count.kind === "spent") return { kind: "limited", seconds: count.seconds };
  const own = await countTry("reset for a person", smallLetters(email));
  if (own.kind === "counted") await sendPasswordReset(email, now);
  return { kind: "taken" };
}
