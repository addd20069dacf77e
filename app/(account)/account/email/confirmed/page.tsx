import type { Metadata } from "next";
import { Link } from "@/components/nhs/link";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const outcomes: Readonly<Record<string, { title: string; text: string }>> = {
  changed: { title: "Your email address is changed", text: "Use the new address when you next sign in." },
  waiting: {
    title: "Confirmed, and one to go",
    text: "Now open the link we sent to the other address. Your address changes when both have been opened.",
  },
  taken: {
    title: "Your email address was not changed",
    text: "That address cannot be used here. Your account keeps the one it has.",
  },
};

const gone = {
  title: "This link does not work any more",
  text: "It was used before or has expired. You can ask for the change again in your account.",
};

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return { title: outcomeIn(await searchParams).title };
}

/** What came of a link that changes an address. */
export default async function EmailConfirmedPage({ searchParams }: Props) {
  const { title, text } = outcomeIn(await searchParams);
  return (
    <Page>
      <PageHeading>{title}</PageHeading>
      <p>{text}</p>
      <p>
        <Link href="/account">Go to your account</Link>
      </p>
    </Page>
  );
}

function outcomeIn({ outcome }: Awaited<Props["searchParams"]>) {
  const named =
    typeof outcome === "string" && Object.hasOwn(outcomes, outcome) ? outcomes[outcome] : undefined;
  return named ?? gone;
}
