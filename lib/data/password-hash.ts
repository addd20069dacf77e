import "server-only";
import { hash, verify } from "@node-rs/argon2";
import { randomBytes } from "node:crypto";
import { normalPassword } from "@/lib/access/password-rules";

/** argon2id as design 5 asks for it: 19 MiB, two passes. May only rise: who signs in then is hashed anew. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** The argon2id hash of a password, with its salt and parameters. */
export function hashPassword(typed: string): Promise<string> {
  return hash(normalPassword(typed), COST);
}

/** Whether a password is the one of this hash; without a hash, false after the same work. Never throws. */
export async function isPasswordOf(typed: string, passwordHash: string | null): Promise<boolean> {
  const right = await verify(passwordHash ?? (await hashOfNobody()), normalPassword(typed)).catch(
    () => false,
  );
  return right && passwordHash !== null;
}

/** Whether a hash was made with less than what is asked for today. */
export function isWeakerThanToday(passwordHash: string): boolean {
  const [, memory, passes] = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=\d+\$/.exec(passwordHash) ?? [];
  return Number(memory ?? 0) < COST.memoryCost || Number(passes ?? 0) < COST.timeCost;
}

let nobody: Promise<string> | null = null;

/** So that an address nobody has costs as long to refuse as a wrong password. */
function hashOfNobody(): Promise<string> {
  return (nobody ??= hashPassword(randomBytes(32).toString("base64")));
}
