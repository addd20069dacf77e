import "server-only";
import { z } from "zod";
import { seal, unseal } from "@/lib/data/sealed-text";

/** How long somebody may be away at an issuer. */
export const ERRAND_SECONDS = 15 * 60;

const kinds = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("sign-in") }),
  /** To accept an invitation, as somebody who has no account yet. */
  z.object({ kind: z.literal("join"), invitation: z.string(), name: z.string(), jobTitle: z.string() }),
  /** To add this way to sign in to the account of whoever is signed in. */
  z.object({ kind: z.literal("link"), personId: z.string() }),
  /** To prove oneself once more. */
  z.object({ kind: z.literal("confirm"), personId: z.string() }),
]);

const schema = z.object({ issuer: z.string(), returnTo: z.string(), until: z.number(), why: kinds });

/** Why somebody went to an issuer, and where they go on to. It travels in a sealed cookie of their browser. */
export type Errand = z.output<typeof schema>;

export function sealErrand(errand: Omit<Errand, "until">, now: Date): string {
  const until = now.getTime() + ERRAND_SECONDS * 1000;
  return seal("way through an issuer", JSON.stringify({ ...errand, until }));
}

/** The errand on which somebody went to this issuer; null where there is none, or too long ago. */
export function errandIn(cookie: string | undefined, issuer: string, now: Date): Errand | null {
  const text = cookie ? unseal("way through an issuer", cookie) : null;
  const errand = text === null ? null : schema.parse(JSON.parse(text));
  return errand && errand.issuer === issuer && errand.until > now.getTime() ? errand : null;
}
