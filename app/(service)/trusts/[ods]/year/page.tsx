import type { Metadata } from "next";
import { YearDatesForm } from "@/components/assessment/year-dates-form";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { TrustTrail } from "@/components/trail/trust-trail";
import { requireUser } from "@/lib/auth/current-user";
import { notFound } from "@/lib/auth/not-found";
import { organisationByCode } from "@/lib/data/organisations";
import { yearDatesOf } from "@/lib/data/year-dates";
import { saveYearDatesAction } from "./actions";

type Props = { params: Promise<{ ods: string }> };

export const metadata: Metadata = { title: "Dates of your year" };

/** Where who leads the work types the days that nobody else tells this service. */
export default async function YearDatesPage({ params }: Props) {
  const user = await requireUser();
  const trust = await organisationByCode(user, (await params).ods);
  const dates = trust && (await yearDatesOf(user, trust.id));
  if (!trust || !dates) notFound();
  return (
    <Page before={<TrustTrail trust={trust} />}>
      <PageHeading caption={trust.name}>Dates of your year</PageHeading>
      <p>
        These stand in the year ahead on your home page, beside what falls due by itself. Leave out what you
        do not know yet. A day that has passed is no longer shown there.
      </p>
      <YearDatesForm
        action={saveYearDatesAction}
        hidden={{ ods: trust.odsCode, version: dates.version }}
        dates={dates}
      />
    </Page>
  );
}
