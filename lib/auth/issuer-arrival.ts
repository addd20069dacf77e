import "server-only";
import { type Claims, type Issuer, issuerRefusal, isStrong } from "@/lib/access/issuer";
import { joinByInvitation } from "@/lib/data/accept-invitation";
import { addIdentity, linkIdentity, noteIdentityUse, personOfIdentity } from "@/lib/data/identities";
import {
  liveSession,
  recordRefusedSignIn,
  renewSession,
  startSession,
  type Visit,
} from "@/lib/data/sessions";
import type { Errand } from "./issuer-errand";

export type Arrival =
  /** A session of this token begins, or goes on; without every factor the second step comes next. */
  | { kind: "in"; token: string; assured: boolean }
  /** The way was added to the account; the session stays as it is. */
  | { kind: "linked" }
  /** `unknown`: nobody here by that identity. `taken`: somebody else's. `other`: not whoever is signed in. */
  | { kind: "refused"; why: "answer" | "unknown" | "taken" | "other" | "invitation" };

/** Seconds since somebody signed in at an issuer that still count as proving themself anew. */
const JUST_NOW = 5 * 60;

type From = { errand: Errand; current: string | null; visit: Visit; now: Date };

/**
 * Decides who somebody is whom an issuer has answered for, once next-auth has checked its answer. Issuer and subject
 * alone say it; a first one is linked by an invitation or from the account, never by an e-mail address.
 */
export async function arriveFrom(issuer: Issuer, claims: Claims, from: From): Promise<Arrival> {
  const { errand, now } = from;
  const way = `oidc:${issuer.id}`;
  // Who proves themself anew must have done so at the issuer just now, and the issuer must say so.
  const asked = errand.why.kind === "confirm" ? { ...issuer, maxAgeSeconds: JUST_NOW } : issuer;
  const wrong = issuerRefusal(asked, claims, now);
  if (wrong) {
    await recordRefusedSignIn(way, { why: wrong });
    return { kind: "refused", why: "answer" };
  }
  const identity = { issuer: String(claims.iss), subject: String(claims.sub) };
  const arrival = await byErrand(identity, isStrong(issuer, claims), from);
  if (arrival.kind === "refused")
    await recordRefusedSignIn(way, { why: `${errand.why.kind} ${arrival.why}` });
  return arrival;
}

type Identity = { issuer: string; subject: string };

async function byErrand(identity: Identity, assured: boolean, from: From): Promise<Arrival> {
  const { errand, now } = from;
  const known = await personOfIdentity(identity);
  switch (errand.why.kind) {
    case "sign-in":
      return known ? comeIn(known, identity, assured, from) : { kind: "refused", why: "unknown" };
    case "join":
      // Whoever is known already signs in, and accepts on the invitation's page.
      return known ? comeIn(known, identity, assured, from) : join(errand.why, identity, assured, from);
    case "link": {
      const { personId } = errand.why;
      if (!(await isStill(personId, from))) return { kind: "refused", why: "other" };
      const linked = await linkIdentity(personId, identity, now);
      return linked ? { kind: "linked" } : { kind: "refused", why: "taken" };
    }
    case "confirm": {
      const { personId } = errand.why;
      const same = known === personId && (await isStill(personId, from));
      const token = same && from.current ? await renewSession(from.current, now) : null;
      return token ? { kind: "in", token, assured: true } : { kind: "refused", why: "other" };
    }
  }
}

async function join(
  { invitation, name, jobTitle }: Extract<Errand["why"], { kind: "join" }>,
  identity: Identity,
  assured: boolean,
  from: From,
): Promise<Arrival> {
  const newcomer = { name, ...(jobTitle && { jobTitle }) };
  const joined = await joinByInvitation(
    invitation,
    newcomer,
    (tx, personId) => addIdentity(tx, personId, identity, from.now),
    from.now,
  );
  if (joined.kind !== "accepted") return { kind: "refused", why: "invitation" };
  return comeIn(joined.personId, identity, assured, from);
}

async function comeIn(
  personId: string,
  identity: Identity,
  assured: boolean,
  { current, visit, now }: From,
): Promise<Arrival> {
  await noteIdentityUse(identity, now);
  return {
    kind: "in",
    assured,
    token: await startSession(personId, { assured, now, replaces: current, visit }),
  };
}

/** Whether this browser is still signed in as who went to the issuer. */
async function isStill(personId: string, { current, now }: From): Promise<boolean> {
  return current !== null && (await liveSession(current, now, false))?.user.personId === personId;
}
