import type { Metadata } from "next";
import { IssuerForm } from "@/components/account/issuer-form";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { ErrorSummary } from "@/components/nhs/error-summary";
import { NotificationBanner, NotificationHeading } from "@/components/nhs/notification-banner";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { SummaryList, type SummaryRow } from "@/components/nhs/summary-list";
import { namesItself } from "@/lib/access/issuer";
import { roleNames } from "@/lib/access/role";
import type { CurrentUser } from "@/lib/access/user";
import { requireUser } from "@/lib/auth/current-user";
import { formToken } from "@/lib/auth/form-token";
import { accountStanding, type AccountStanding } from "@/lib/data/account-standing";
import { type OwnIdentity, ownIdentities } from "@/lib/data/identities";
import { knownIssuers } from "@/lib/env";
import { tokensPath } from "@/lib/http/addresses";
import { orUnavailable } from "@/lib/http/database-away";
import { dateInWords } from "@/lib/report/dates";
import { disconnectAction } from "./actions";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export const metadata: Metadata = { title: "Your account" };

const done: Readonly<Record<string, string>> = {
  linked: "Connected. You can sign in that way from now on",
  disconnected: "Disconnected. Nobody can sign in that way any more",
  password: "Your password is changed. You are signed out everywhere else",
  email: "Check both email addresses: we have sent each a link, and both have to be opened",
};

const problems: Readonly<Record<string, string>> = {
  issuer: "What came back from there could not be checked, so nothing was changed. Try again",
  "issuer-taken": "That account is connected to somebody else here",
  "issuer-other": "That was not the account you are signed in with here, so nothing was changed",
  "issuer-last": "That is your only way to sign in, so it stays",
};

/** Who I am here, how I sign in, and where to change it. */
export default async function AccountPage({ searchParams }: Props) {
  const query = await searchParams;
  const user = await requireUser();
  const standing = await orUnavailable(accountStanding(user, new Date()));
  const message = oneOf(done, query.done);
  const problem = oneOf(problems, query.problem);
  return (
    <Page>
      {problem && <ErrorSummary errors={[{ text: problem, href: "#ways" }]} />}
      {message && (
        <NotificationBanner kind="success">
          <NotificationHeading>{message}</NotificationHeading>
        </NotificationBanner>
      )}
      <PageHeading>Your account</PageHeading>
      <SummaryList rows={[...whoTheyAre(user, standing), ...howTheySignIn(standing)]} />
      <OtherWays ways={await orUnavailable(ownIdentities(user))} csrfToken={await formToken()} />
    </Page>
  );
}

/** Signing in with one's organisation: what is connected, and what could be. */
function OtherWays({ ways, csrfToken }: { ways: readonly OwnIdentity[]; csrfToken: string }) {
  const issuers = knownIssuers();
  if (issuers.length === 0 && ways.length === 0) return null;
  return (
    <section id="ways" tabIndex={-1}>
      <h2 className="nhsuk-heading-m">Other ways to sign in</h2>
      {ways.map((way) => (
        <ActionForm key={way.id} action={disconnectAction}>
          <p>
            {nameOf(way)}, connected on {dateInWords(way.linkedAt)}
          </p>
          <input type="hidden" name="identity" value={way.id} />
          <SubmitButton variant="secondary" small>
            Disconnect <span className="nhsuk-u-visually-hidden">{nameOf(way)}</span>
          </SubmitButton>
        </ActionForm>
      ))}
      {issuers.map(({ id, name }) => (
        <IssuerForm
          key={id}
          issuer={{ id, name }}
          csrfToken={csrfToken}
          returnTo="/account"
          errand="link"
          label={`Connect ${name}`}
        />
      ))}
    </section>
  );
}

/** The name of whoever stands behind an identity; its address where it is no longer one we take people from. */
function nameOf({ issuer }: OwnIdentity): string {
  return knownIssuers().find((known) => namesItself(known, issuer))?.name ?? issuer;
}

function oneOf(texts: Readonly<Record<string, string>>, named: string | string[] | undefined) {
  return typeof named === "string" && Object.hasOwn(texts, named) ? texts[named] : undefined;
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
      key: "Programs",
      value: "Tokens that let a program act for you",
      action: { href: tokensPath, text: "See", about: "your tokens for programs" },
    },
    {
      key: "Your data",
      value: "What this service holds about you",
      action: { href: "/account/data", text: "See", about: "what this service holds about you" },
    },
  ];
}
