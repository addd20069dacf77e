import type { Metadata } from "next";
import { NotificationBanner, NotificationHeading } from "@/components/nhs/notification-banner";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { SummaryList, type SummaryRow } from "@/components/nhs/summary-list";
import { roleNames } from "@/lib/access/role";
import type { CurrentUser } from "@/lib/access/user";
import { requireUser } from "@/lib/auth/current-user";
import { accountStanding, type AccountStanding } from "@/lib/data/account-standing";
import { orUnavailable } from "@/lib/http/database-away";
import { dateInWords } from "@/lib/report/dates";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export const metadata: Metadata = { title: "Your account" };

const done: Readonly<Record<string, string>> = {
  password: "Your password is changed. You are signed out everywhere else",
  email: "Check both email addresses: we have sent each a link, and both have to be opened",
};

/** Who I am here, how I sign in, and where to change it. */
export default async function AccountPage({ searchParams }: Props) {
  const { done: named } = await searchParams;
  const user = await requireUser();
  const standing = await orUnavailable(accountStanding(user, new Date()));
  const message = typeof named === "string" && Object.hasOwn(done, named) ? done[named] : undefined;
  return (
    <Page>
      {message && (
        <NotificationBanner kind="success">
          <NotificationHeading>{message}</NotificationHeading>
        </NotificationBanner>
      )}
      <PageHeading>Your account</PageHeading>
      <SummaryList rows={[...whoTheyAre(user, standing), ...howTheySignIn(standing)]} />
    </Page>
  );
}

function whoTheyAre(user: CurrentUser, { email, emailWaiting }: AccountStanding): SummaryRow[] {
  const roles = user.memberships.map((held) => `${roleNames[held.role]}, ${held.organisationName}`);
  const held = user.administrator ? [...roles, roleNames.administrator] : roles;
  return [
    { key: "Name", value: user.name },
    {
      key: "Email address",
      value: emailWaiting
        ? `${email}, to become ${emailWaiting} once both have confirmed`
        : (email ?? "None"),
      ...(email && { action: { href: "/account/email", text: "Change", about: "email address" } }),
    },
    {
      key: "Roles",
      value:
        held.length === 0 ? (
          "None yet. Ask the person who invited you."
        ) : (
          <ul className="nhsuk-list">
            {held.map((role) => (
              <li key={role}>{role}</li>
            ))}
          </ul>
        ),
    },
  ];
}

function howTheySignIn({
  passwordSince,
  secondFactorSince,
  recoveryCodes,
  sessions,
}: AccountStanding): SummaryRow[] {
  return [
    {
      key: "Password",
      value: passwordSince ? `Set on ${dateInWords(passwordSince)}` : "None: you sign in another way",
      ...(passwordSince && { action: { href: "/account/password", text: "Change", about: "password" } }),
    },
    {
      key: "Second factor",
      value: secondFactorSince
        ? `Set up on ${dateInWords(secondFactorSince)}, with ${recoveryCodes} recovery codes left`
        : "None here",
      ...(secondFactorSince && {
        action: { href: "/account/second-factor", text: "Change", about: "second factor and recovery codes" },
      }),
    },
    {
      key: "Signed in",
      value: sessions === 1 ? "In this browser alone" : `In ${sessions} browsers`,
      action: { href: "/account/sessions", text: "See", about: "where you are signed in" },
    },
    {
      key: "Your data",
      value: "What this service holds about you",
      action: { href: "/account/data", text: "See", about: "what this service holds about you" },
    },
  ];
}
