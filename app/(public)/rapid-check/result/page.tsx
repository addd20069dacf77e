import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { BackLink } from "@/components/nhs/back-link";
import { ErrorSummary } from "@/components/nhs/error-summary";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { currentUser } from "@/lib/auth/current-user";
import { settingName } from "@/lib/framework/setting-names";
import { orUnavailable } from "@/lib/http/database-away";
import { CHECK, checkAddress } from "../addresses";
import type { Query } from "../chosen-levels";
import { askedCheck, SETTING_MISSING } from "../load-check";
import { QuestionForm } from "../question-form";
import type { Question } from "../questions";
import { EstimateView } from "./estimate-view";

type Props = { searchParams: Promise<Query> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { levels, setting } = await orUnavailable(askedCheck(await searchParams));
  return {
    title: levels.ok && setting ? "Your estimate – Rapid check" : "Error: Rapid check",
    // Somebody's own answers: nothing for a search engine.
    robots: { index: false },
  };
}

/** What the answers in the address come to; or the questions again, with what is missing or wrong. */
export default async function ResultPage({ searchParams }: Props) {
  const query = await searchParams;
  const { check, full, setting, questions, levels } = await orUnavailable(askedCheck(query));
  if (!levels.ok || !setting) {
    const errors = new Map([
      ...(setting ? [] : [["setting", SETTING_MISSING] as const]),
      ...(levels.ok ? [] : levels.errors),
    ]);
    return (
      <Page before={<BackLink href={CHECK} />}>
        <ErrorSummary errors={errorItems(errors, levels.ok ? null : levels.problem, questions)} />
        <PageHeading caption={setting ? `Rapid check · ${settingName(check, setting)}` : "Rapid check"}>
          {questions.length} questions
        </PageHeading>
        <QuestionForm
          check={check}
          questions={questions}
          setting={setting}
          chosen={levels.chosen}
          errors={errors}
        />
      </Page>
    );
  }
  // The form names each question; the address that is kept and shared is the short one.
  const { chosen } = levels;
  if (typeof query.levels !== "string") redirect(checkAddress("/result", chosen, questions, setting));
  return (
    <Page
      before={<BackLink href={checkAddress("", chosen, questions, setting)}>Change your answers</BackLink>}
    >
      <EstimateView
        full={full}
        setting={setting}
        questions={questions}
        chosen={chosen}
        signedIn={(await orUnavailable(currentUser())) !== null}
      />
    </Page>
  );
}

function errorItems(
  errors: ReadonlyMap<string, string>,
  problem: string | null,
  questions: readonly Question[],
) {
  const [first] = questions;
  return [
    ...(problem ? [{ text: problem, href: `#${first?.dimension}` }] : []),
    ...[...errors].map(([field, text]) => ({ text, href: `#${field}` })),
  ];
}
