import type { CurrentUser } from "@/lib/access/user";
import { acceptInvitation } from "@/lib/data/accept-invitation";
import { giveAccess, type NewGrant } from "@/lib/data/grants";
import { inviteGuest, pendingInvitations } from "@/lib/data/invitations";
import { lookBeneath } from "./database";
import { asTheyAre } from "./trust";

type Asked = Omit<Extract<NewGrant, { kind: "guest_reviewer" }>, "kind" | "email" | "endsOn">;

/** Has somebody who has an account review a round as a guest: they are asked, invited, and accept. */
export async function letGuest(lead: CurrentUser, organisationId: string, personId: string, asked: Asked) {
  const [person] = await lookBeneath<{ email: string }>("SELECT email FROM person WHERE id = $1", [personId]);
  const email = person?.email ?? "";
  const endsOn = new Date("2099-03-31");
  const given = await giveAccess(lead, organisationId, { kind: "guest_reviewer", email, endsOn, ...asked });
  const invited = await inviteGuest(lead, organisationId, email, new Date());
  if (given.kind !== "given" || invited.kind !== "invited") throw new Error(`${given.kind} ${invited.kind}`);
  const pending = await pendingInvitations(lead, organisationId, new Date());
  const token = pending?.find(({ id }) => id === invited.id)?.link?.split("/invitation/")[1] ?? "";
  const accepted = await acceptInvitation(personId, token, new Date());
  if (accepted.kind !== "accepted") throw new Error(accepted.why);
  return { grantId: given.id, guest: await asTheyAre(personId) };
}
