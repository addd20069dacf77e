"use server";

import { may } from "@/lib/access/policy";
import type { CurrentUser } from "@/lib/access/user";
import { notFound } from "@/lib/auth/not-found";
import { requireRecentSignIn } from "@/lib/auth/recent-sign-in";
import { changeGrant, endGrant, giveAccess, type GiveOutcome, grantById } from "@/lib/data/grants";
import { inviteGuest } from "@/lib/data/invitations";
import { type Organisation, organisationByCode } from "@/lib/data/organisations";
import { chooseSharing } from "@/lib/data/shared-results";
import { sharingPath } from "@/lib/http/addresses";
import { type ActionResult, formAction } from "@/lib/http/form-action";
import {
  changeFields,
  choiceFields,
  consultancyFields,
  grantKey,
  groupFields,
  guestFields,
} from "./sharing-fields";

const PAST = { fields: { endsOn: "The last day must be today or in the future" } };

/** Gives a consultancy, or one of its people, access. */
export const giveConsultancyAction = formAction(consultancyFields, async (_user, { ods, key, ...grant }) => {
  const { user, trust } = await sharingOf(ods);
  const wanted = { kind: "consultancy" as const, ...grant };
  const given = trust && (await giveAccess(user, trust.id, wanted, new Date(), key));
  return resultOf(given, ods, { receiver: "Choose a consultancy from the list" });
});

/** Asks a guest to review one round, and invites them. */
export const giveGuestAction = formAction(guestFields, async (_user, { ods, key, ...grant }) => {
  const { user, trust } = await sharingOf(ods);
  const wanted = { kind: "guest_reviewer" as const, ...grant };
  const given = trust && (await giveAccess(user, trust.id, wanted, new Date(), key));
  if (trust && given?.kind === "given") await inviteGuest(user, trust.id, grant.email, new Date(), key);
  return resultOf(given, ods, { round: "Choose a round from the list" }, "guest");
});

/** Lets the leads of a group act in the trust. */
export const giveGroupAction = formAction(groupFields, async (_user, { ods, key, receiver }) => {
  const { user, trust } = await sharingOf(ods);
  const wanted = { kind: "group" as const, receiverId: receiver };
  const given = trust && (await giveAccess(user, trust.id, wanted, new Date(), key));
  return resultOf(given, ods, { receiver: "Choose a group from the list" });
});

/** Changes what was given. */
export const changeGrantAction = formAction(changeFields, async (_user, { ods, grant: id, change }) => {
  const { user, trust } = await sharingOf(ods);
  const grant = trust && (await grantById(user, trust.id, id));
  if (!trust || !grant || grant.kind === "group") return notFound();
  const changed = await changeGrant(user, trust.id, id, change);
  if (changed === "past") return PAST;
  if (changed === "wrong_scope") return { fields: { scope: "Choose what they may see" } };
  return changed === "changed" ? { goTo: `${sharingPath(ods)}?done=changed` } : notFound();
});

/** Ends what was given, at once. */
export const endGrantAction = formAction(grantKey, async (_user, { ods, grant }) => {
  const { user, trust } = await sharingOf(ods);
  const ended = trust && (await endGrant(user, trust.id, grant));
  return ended ? { goTo: `${sharingPath(ods)}?done=ended` } : notFound();
});

/** Shares what is signed off with the system, or takes it back. */
export const chooseSharingAction = formAction(choiceFields, async (_user, { ods, share }) => {
  const { user, trust } = await sharingOf(ods);
  const done = trust && (await chooseSharing(user, trust.id, { withSystem: share === "yes" }));
  return done ? { goTo: `${sharingPath(ods)}?done=chosen` } : notFound();
});

/** Letting people in takes somebody who has just proven who they are. */
async function sharingOf(ods: string): Promise<{ user: CurrentUser; trust: Organisation | null }> {
  const user = await requireRecentSignIn();
  const trust = await organisationByCode(user, ods);
  return { user, trust: trust && may(user, "manage sharing", trust.id) ? trust : null };
}

function resultOf(
  given: GiveOutcome | null,
  ods: string,
  noReceiver: Record<string, string>,
  done = "given",
): ActionResult {
  switch (given?.kind) {
    case "given":
      return { goTo: `${sharingPath(ods)}?done=${done}` };
    case "past":
      return PAST;
    case "no_receiver":
      return { fields: noReceiver };
    default:
      return notFound();
  }
}
