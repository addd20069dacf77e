"use server";

import { notFound } from "@/lib/auth/not-found";
import { requireRecentSignIn } from "@/lib/auth/recent-sign-in";
import { invite, sendAgain, withdrawInvitation } from "@/lib/data/invitations";
import { managedOrganisation } from "@/lib/data/managed-organisation";
import { removePerson, setRoles } from "@/lib/data/organisation-people";
import { peoplePath } from "@/lib/http/addresses";
import { formAction } from "@/lib/http/form-action";
import { invitationFields, invitationKey, personKey, rolesFields, stillManages } from "./people-fields";

/** Who lets people in or out has just proven that it is them. */
async function loadToChange(ods: string) {
  const user = await requireRecentSignIn();
  return { user, place: await managedOrganisation(user, ods) };
}

const LAST_LEAD =
  "There must always be a digital lead without a last day. Make somebody else digital lead first.";

/** Invites somebody and goes back to the list, where the invitation stands. */
export const inviteAction = formAction(invitationFields, async (_user, { ods, key, ...input }) => {
  const { user, place } = await loadToChange(ods);
  const outcome = place && (await invite(user, place.id, input, new Date(), key));
  switch (outcome?.kind) {
    case "invited":
      return { goTo: `${peoplePath(ods)}?done=invited` };
    case "invalid":
      return { fields: { [outcome.field]: outcome.message } };
    case "member_already":
      return {
        fields: { email: "Somebody with this address is in already. Change their roles in the list" },
      };
    case "invited_already":
      return { fields: { email: "This address is invited already. Send it again from the list" } };
    default:
      return notFound();
  }
});

/** Sends an invitation again, with a new link. */
export const sendAgainAction = formAction(invitationKey, async (_user, { ods, invitation }) => {
  const { user, place } = await loadToChange(ods);
  const sent = place && (await sendAgain(user, place.id, invitation, new Date()));
  return sent ? { goTo: `${peoplePath(ods)}?done=again` } : notFound();
});

/** Takes an invitation back. */
export const withdrawAction = formAction(invitationKey, async (_user, { ods, invitation }) => {
  const { user, place } = await loadToChange(ods);
  const withdrawn = place && (await withdrawInvitation(user, place.id, invitation, new Date()));
  return withdrawn ? { goTo: `${peoplePath(ods)}?done=withdrawn` } : notFound();
});

/** Gives somebody the roles that were chosen, and no other. */
export const setRolesAction = formAction(rolesFields, async (_user, { ods, person, wanted }) => {
  const { user, place } = await loadToChange(ods);
  const outcome = place && (await setRoles(user, place.id, person, wanted, new Date()));
  switch (outcome?.kind) {
    case "done":
      // Who gives up being a lead has no way back to the list.
      return {
        goTo: stillManages(user.personId, person, wanted) ? `${peoplePath(ods)}?done=changed` : "/trusts",
      };
    case "invalid":
      return { fields: { [outcome.field]: outcome.message } };
    case "last_lead":
      return { errors: [LAST_LEAD] };
    default:
      return notFound();
  }
});

/** Removes somebody from the organisation. */
export const removeAction = formAction(personKey, async (_user, { ods, person }) => {
  const { user, place } = await loadToChange(ods);
  const outcome = place && (await removePerson(user, place.id, person, new Date()));
  if (outcome?.kind === "last_lead") return { errors: [LAST_LEAD] };
  if (outcome?.kind !== "done") return notFound();
  // Who removes themself has no way back to the list.
  return { goTo: person === user.personId ? "/trusts" : `${peoplePath(ods)}?done=removed` };
});
