import type { Metadata } from "next";
import { cookies } from "next/headers";
import { ErrorSummary } from "@/components/nhs/error-summary";
import { InsetText } from "@/components/nhs/inset-text";
import { Link } from "@/components/nhs/link";
import { NotificationBanner, NotificationHeading } from "@/components/nhs/notification-banner";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { sessionCookie } from "@/lib/auth/cookies";
import { currentUser } from "@/lib/auth/current-user";
import { HOME, safeReturnTo } from "@/lib/auth/return-to";
import { isDemo } from "@/lib/env";
import { orUnavailable } from "@/lib/http/database-away";
import { DemoPeople } from "./demo-people";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const problems: Readonly<Record<string, string>> = {
  expired: "This page had been open for too long. Choose again who to sign in as",
  refused: "Nobody could be signed in by that name. Choose somebody from the list",
};

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return { title: problemIn(await searchParams) ? "Error: Sign in" : "Sign in" };
}

export default async function SignInPage({ searchParams }: Props) {
  const query = await searchParams;
  const user = await orUnavailable(currentUser());
  const problem = problemIn(query);
  const returnTo = safeReturnTo(textOf(query.returnTo));
  return (
    <Page>
      {problem && <ErrorSummary errors={[{ text: problem, href: "#people" }]} />}
      {!user && query.signedOut === "yes" && (
        <NotificationBanner kind="success">
          <NotificationHeading>You have signed out</NotificationHeading>
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
      {!user && (await sessionHasEnded()) && (
        <InsetText>
          <p>
            Your session has ended: we sign you out after 30 minutes without use, and after 12 hours in any
            case. Everything you saw marked as saved is safe.
          </p>
        </InsetText>
      )}
      {!user && returnTo !== HOME && <p>Sign in to see the page you asked for.</p>}
      {isDemo() ? <DemoPeople returnTo={returnTo} /> : <NotSetUp />}
    </Page>
  );
}

function NotSetUp() {
  return (
    <>
      <p>Sign-in has not been set up for this installation yet, so nobody can sign in.</p>
      <p>
        If you expected to, tell whoever runs the service in your organisation. The{" "}
        <Link href="/">start page</Link> is open to everyone.
      </p>
    </>
  );
}

/** The browser still has its cookie, but there is no session behind it any more. */
async function sessionHasEnded(): Promise<boolean> {
  return (await cookies()).has(sessionCookie().name);
}

function problemIn(query: Awaited<Props["searchParams"]>): string | undefined {
  const named = textOf(query.problem);
  return named !== null && Object.hasOwn(problems, named) ? problems[named] : undefined;
}

function textOf(value: string | string[] | undefined): string | null {
  return typeof value === "string" ? value : null;
}
