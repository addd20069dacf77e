import type { Metadata } from "next";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { IssuerForm } from "@/components/account/issuer-form";
import { PasswordForm } from "@/components/account/password-form";
import { ErrorSummary } from "@/components/nhs/error-summary";
import { InsetText } from "@/components/nhs/inset-text";
import { Link } from "@/components/nhs/link";
import { NotificationBanner, NotificationHeading } from "@/components/nhs/notification-banner";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { sessionCookie } from "@/lib/auth/cookies";
import { currentUser } from "@/lib/auth/current-user";
import { HOME, safeReturnTo } from "@/lib/auth/return-to";
import { formToken } from "@/lib/auth/form-token";
import { atSecondStep } from "@/lib/auth/second-step";
import { typedBefore } from "@/lib/auth/typed-address";
import { isDemo, knownIssuers } from "@/lib/env";
import { orUnavailable } from "@/lib/http/database-away";
import { DemoPeople } from "./demo-people";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const problems: Readonly<Record<string, { text: string; href: string }>> = {
  expired: { text: "This page had been open for too long. Enter your password again", href: "#password" },
  refused: { text: "The email address or the password is not right", href: "#email" },
  issuer: {
    text: "What came back from there could not be checked. Try again, or sign in another way",
    href: "#ways",
  },
  "issuer-away": {
    text: "The other organisation’s sign-in does not answer. Try again in a few minutes",
    href: "#ways",
  },
  "issuer-unknown": {
    text: "Nobody here uses that account. Open your invitation, or sign in another way and add it to your account",
    href: "#ways",
  },
  "issuer-invitation": {
    text: "The invitation could not be accepted. It may have expired, or its address has an account already: then sign in",
    href: "#ways",
  },
  over: {
    text: "That took too long, or the code was wrong too often. Enter your password again",
    href: "#email",
  },
};

const demoProblems: typeof problems = {
  expired: {
    text: "This page had been open for too long. Choose again who to sign in as",
    href: "#people",
  },
  refused: {
    text: "Nobody could be signed in by that name. Choose somebody from the list",
    href: "#people",
  },
};

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return { title: problemIn(await searchParams) ? "Error: Sign in" : "Sign in" };
}

export default async function SignInPage({ searchParams }: Props) {
  const query = await searchParams;
  const user = await orUnavailable(currentUser());
  const problem = problemIn(query);
  const returnTo = safeReturnTo(textOf(query.returnTo));
  if (!user && !problem && query.other !== "yes" && (await orUnavailable(atSecondStep(new Date())))) {
    redirect(`/sign-in/code?${new URLSearchParams({ returnTo })}`);
  }
  return (
    <Page>
      {problem && <ErrorSummary errors={[problem]} />}
      {!user && query.signedOut === "yes" && (
        <NotificationBanner kind="success">
          <NotificationHeading>You have signed out</NotificationHeading>
        </NotificationBanner>
      )}
      {query.done === "password" && (
        <NotificationBanner kind="success">
          <NotificationHeading>Your new password is set. Sign in with it</NotificationHeading>
        </NotificationBanner>
      )}
      <PageHeading>Sign in</PageHeading>
      {user && (
        <InsetText>
          <p>
            You are signed in as {user.name}. <Link href={returnTo}>Continue</Link>, or sign in as somebody
            else.
          </p>
        </InsetText>
      )}
      {!user && query.other !== "yes" && !problem && (await sessionHasEnded()) && (
        <InsetText>
          <p>
            Your session has ended: we sign you out after 30 minutes without use, and after 12 hours in any
            case. Everything you saw marked as saved is safe.
          </p>
        </InsetText>
      )}
      {!user && returnTo !== HOME && <p>Sign in to see the page you asked for.</p>}
      {isDemo() ? (
        <DemoPeople returnTo={returnTo} />
      ) : (
        <WaysIn
          csrfToken={await formToken()}
          returnTo={returnTo}
          typed={typedBefore(textOf(query.typed))}
          error={problem?.href === "#email" ? problem.text : undefined}
        />
      )}
    </Page>
  );
}

/** With one's organisation first, where there is one to sign in with: most people have no password here then. */
function WaysIn(form: Parameters<typeof PasswordForm>[0]) {
  const issuers = knownIssuers();
  if (issuers.length === 0) return <PasswordForm {...form} />;
  return (
    <>
      <div id="ways" tabIndex={-1}>
        {issuers.map(({ id, name }) => (
          <IssuerForm
            key={id}
            issuer={{ id, name }}
            csrfToken={form.csrfToken}
            returnTo={form.returnTo}
            errand="sign-in"
            label={`Sign in with ${name}`}
          />
        ))}
      </div>
      <h2 className="nhsuk-heading-m">Or with a password</h2>
      <PasswordForm {...form} />
    </>
  );
}

/** The browser still has its cookie, but there is no session behind it any more. */
async function sessionHasEnded(): Promise<boolean> {
  return (await cookies()).has(sessionCookie().name);
}

function problemIn(query: Awaited<Props["searchParams"]>) {
  const named = textOf(query.problem);
  const known = isDemo() ? demoProblems : problems;
  return named !== null && Object.hasOwn(known, named) ? known[named] : undefined;
}

function textOf(value: string | string[] | undefined): string | null {
  return typeof value === "string" ? value : null;
}
