import type { Metadata } from "next";
import { BackLink } from "@/components/nhs/back-link";
import { buttonClass } from "@/components/nhs/button";
import { ErrorSummary } from "@/components/nhs/error-summary";
import { InsetText } from "@/components/nhs/inset-text";
import { Link } from "@/components/nhs/link";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { overviewPath } from "@/components/framework/addresses";
import { settingName } from "@/lib/framework/setting-names";
import { orUnavailable } from "@/lib/http/database-away";
import type { Query } from "./chosen-levels";
import { askedCheck, SETTING_MISSING, type AskedCheck } from "./load-check";
import { QuestionForm, SettingRadios } from "./question-form";
import { CHECK } from "./addresses";

type Props = { searchParams: Promise<Query> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const query = await searchParams;
  const asked = await orUnavailable(askedCheck(query));
  const description =
    "Twelve questions, about 10 minutes, no account: a first look at how digitally mature your NHS trust is.";
  if (asked.setting) return { title: `Rapid check: ${asked.questions.length} questions`, description };
  return { title: settingMissing(query, asked) ? "Error: Rapid check" : "Rapid check", description };
}

/** The rapid check: first the care setting, then its questions. What is chosen travels in the address alone. */
export default async function RapidCheckPage({ searchParams }: Props) {
  const query = await searchParams;
  const asked = await orUnavailable(askedCheck(query));
  return asked.setting ? (
    <Questions asked={asked} setting={asked.setting} />
  ) : (
    <Start asked={asked} error={settingMissing(query, asked) ? SETTING_MISSING : undefined} />
  );
}

/** The form was sent with nothing chosen, or the address names a care setting that does not exist. */
function settingMissing(query: Query, { unknownSetting }: AskedCheck): boolean {
  return unknownSetting || query.start !== undefined;
}

function Start({
  asked: { check, full, questions },
  error,
}: {
  asked: AskedCheck;
  error: string | undefined;
}) {
  return (
    <Page before={<BackLink href="/" />}>
      {error && <ErrorSummary errors={[{ text: error, href: "#setting" }]} />}
      <PageHeading>Rapid check</PageHeading>
      <p className="nhsuk-lede-text">
        Answer {questions.length} questions and get a first look at how digitally mature your trust is. It
        takes about 10 minutes.
      </p>
      <p>You will see:</p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        <li>the stage your trust is probably at, as a range</li>
        <li>where each of {full.dimensions.length} dimensions probably lies</li>
        <li>three things to look at first</li>
      </ul>
      <InsetText>
        <p>
          You do not need an account and we do not store your answers. They stay in the web address of the
          page, so keep the address if you want to come back to them.
        </p>
      </InsetText>
      <p>
        The result is an estimate. The full assessment asks about all {full.dimensions.length} dimensions in
        detail, with evidence. You can{" "}
        <Link href={overviewPath({ ...full, setting: null })}>read all its questions</Link> without signing
        in.
      </p>
      {check.status === "draft" && <p>These questions are a draft and may still change.</p>}
      <form action={CHECK} method="get">
        <SettingRadios check={check} error={error} />
        <button className={buttonClass("primary")} type="submit" name="start" value="yes">
          Start
        </button>
      </form>
    </Page>
  );
}

function Questions({ asked, setting }: { asked: AskedCheck; setting: NonNullable<AskedCheck["setting"]> }) {
  return (
    <Page before={<BackLink href={CHECK} />}>
      <PageHeading caption={`Rapid check · ${settingName(asked.check, setting)}`}>
        {asked.questions.length} questions
      </PageHeading>
      <QuestionForm
        check={asked.check}
        questions={asked.questions}
        setting={setting}
        chosen={asked.levels.chosen}
      />
    </Page>
  );
}
