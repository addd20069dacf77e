/**
 * What a trust can give for a time: to a consultancy, to one guest reviewer for one round, or to the group whose
 * digital team runs it (design 1, "Who uses it").
 */
export const grantKinds = ["consultancy", "guest_reviewer", "group"] as const;
export type GrantKind = (typeof grantKinds)[number];

/**
 * How far a grant reaches. A consultancy: signed-off results and the gap report, or answers and notes as well. A
 * guest reviewer: the level and reason of each answer, or all of it. A group always acts as the trust's own lead.
 */
export const grantScopes = ["results", "answers", "levels", "lead"] as const;
export type GrantScope = (typeof grantScopes)[number];

/** The scopes each kind may have, the narrowest first. */
export const scopesOf = {
  consultancy: ["results", "answers"],
  guest_reviewer: ["levels", "answers"],
  group: ["lead"],
} as const satisfies Record<GrantKind, readonly GrantScope[]>;

/** Whether a client's results may stand beside other clients' in a consultancy's portfolio. */
export const besideChoices = ["no", "unnamed", "named"] as const;
export type Beside = (typeof besideChoices)[number];

/** A grant that a person can use now, in the organisation that gave it. */
export type UserGrant = {
  readonly id: string;
  readonly kind: GrantKind;
  readonly scope: GrantScope;
  readonly beside: Beside;
  /** The organisation that gave it. */
  readonly organisationId: string;
  readonly odsCode: string;
  readonly organisationName: string;
  /** The organisation it was given to; null where it was given to a person alone. */
  readonly receiverId: string | null;
  /** The one round a guest reviewer was asked about; null where it is not about one. */
  readonly assessmentId: string | null;
  /** The last day it holds, "2027-03-31"; null where it holds until it is ended. */
  readonly endsOn: string | null;
};

/** A grant as the database finds it: `email` where it is for one person alone. */
export type FoundGrant = UserGrant & { readonly email: string | null };

type Receiver = {
  email: string | null;
  memberships: readonly { organisationId: string; role: string }[];
};

/** The role that somebody must hold in the organisation a grant was given to. */
const roleThatReceives: Readonly<Record<"consultancy" | "group", string>> = {
  consultancy: "consultant",
  group: "digital_lead",
};

/**
 * The grants, of those still running, that a person can use: one to a consultancy while they are a consultant
 * there, to a group while they are its lead; one to a named person for that person alone.
 */
export function grantsFor(receiver: Receiver, found: readonly FoundGrant[]): UserGrant[] {
  return found.filter((grant) => isFor(receiver, grant)).map(({ email: _email, ...grant }) => grant);
}

function isFor({ email, memberships }: Receiver, grant: FoundGrant): boolean {
  if (grant.email !== null && grant.email !== email?.toLowerCase()) return false;
  if (grant.kind === "guest_reviewer") return grant.email !== null;
  const role = roleThatReceives[grant.kind];
  return memberships.some((held) => held.organisationId === grant.receiverId && held.role === role);
}
