import { type MembershipRole, roleNames } from "./role";
import { serviceName } from "@/lib/service-name";

export type InvitationLetter = {
  /** Null where the installation itself invites. */
  invitedBy: string | null;
  /** Null for an administrator, who belongs to no organisation. */
  organisation: string | null;
  roles: readonly MembershipRole[];
  link: string;
  /** The last day it can be accepted on, in words. */
  until: string;
};

const SERVICE = `“${serviceName}”`;

/** The mail that carries an invitation, in plain text. */
export function invitationMail(letter: InvitationLetter): { subject: string; text: string } {
  const who = letter.invitedBy ? `${letter.invitedBy} has invited you` : "You have been invited";
  const what = letter.organisation
    ? `to ${letter.organisation} in the service ${SERVICE}${partOf(letter.roles)}`
    : `to administer the service ${SERVICE}`;
  return {
    subject: `You are invited to assess digital maturity${letter.organisation ? ` at ${letter.organisation}` : ""}`,
    text: [
      "Hello,",
      `${who} ${what}.`,
      `To accept, open this link by the end of ${letter.until}:`,
      letter.link,
      "The link is for you alone and works once. Please do not pass it on.",
      "If you did not expect this, you can leave it: nothing happens unless you accept.",
      "",
    ].join("\n\n"),
  };
}

function partOf(roles: readonly MembershipRole[]): string {
  return roles.length === 0 ? "" : `, as ${rolesInWords(roles)}`;
}

/** "digital lead and approver" */
export function rolesInWords(roles: readonly MembershipRole[]): string {
  const names = roles.map((role) => roleNames[role].toLowerCase());
  return new Intl.ListFormat("en-GB", { type: "conjunction" }).format(names);
}
