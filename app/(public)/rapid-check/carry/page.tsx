import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { BackLink } from "@/components/nhs/back-link";
import { Card } from "@/components/nhs/card";
import { InsetText } from "@/components/nhs/inset-text";
import { Link } from "@/components/nhs/link";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { requireUser } from "@/lib/auth/current-user";
import { carryPlans, type CarryPlan } from "@/lib/data/carry-rapid-check";
import type { CareSetting } from "@/lib/framework/schema";
import { careSettingNames, settingName } from "@/lib/framework/setting-names";
import { assessmentPath } from "@/lib/http/addresses";
import { orUnavailable } from "@/lib/http/database-away";
import { checkAddress, RESULT } from "../addresses";
import { levelsQuery, type Query } from "../chosen-levels";
import { askedCheck } from "../load-check";
import { carryAction } from "./actions";

export const metadata: Metadata = {
  title: "Carry a rapid check into a full assessment",
  robots: { index: false },
};

/** Says what carrying the answers in the address into each trust of the person would do, and offers to do it. */
export default async function CarryPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams;
  const user = await requireUser();
  const { full, setting, questions, levels } = await orUnavailable(askedCheck(query));
  // The result page says what is missing or wrong.
  if (!setting || !levels.ok) redirect(`${RESULT}?${rawQuery(query)}`);
  const { chosen } = levels;
  const plans = await carryPlans(user, { setting, chosen }, new Date());
  const where = settingName(full, setting);

  return (
    <Page
      before={
        <BackLink href={checkAddress("/result", chosen, questions, setting)}>Back to your estimate</BackLink>
      }
    >
      <PageHeading caption={`Rapid check · ${where}`}>Carry it into a full assessment</PageHeading>
      <p>
        Each answer of the rapid check stands for a whole dimension. Carried over, every capability of that
        dimension starts at the level you chose.
      </p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        <li>Only capabilities that nobody has answered are filled in. Nothing anybody typed changes.</li>
        <li>They are marked “carried forward”: they count in the score, and the result stays provisional.</li>
        <li>Each has to be confirmed or answered afresh before the assessment can be sent for review.</li>
      </ul>
      {plans.length === 0 && (
        <InsetText>
          <p>
            Only a trust’s digital lead can do this. Send yours the web address of{" "}
            <Link href={checkAddress("/result", chosen, questions, setting)}>your estimate</Link>.
          </p>
        </InsetText>
      )}
      {plans.map(({ organisation, plan }) => (
        <Card key={organisation.id} heading={organisation.name}>
          <PlanInWords plan={plan} setting={setting} />
          {(plan.kind === "start" || plan.kind === "fill") && (
            <ActionForm action={carryAction}>
              <input type="hidden" name="organisation" value={organisation.id} />
              <input type="hidden" name="check" value={levelsQuery(chosen, questions, setting)} />
              <SubmitButton>
                {plan.kind === "start"
                  ? `Start the ${plan.round} assessment`
                  : `Fill in ${inWords(plan.unanswered)}`}
                <span className="nhsuk-u-visually-hidden"> of {organisation.name}</span>
              </SubmitButton>
            </ActionForm>
          )}
        </Card>
      ))}
    </Page>
  );
}

function PlanInWords({ plan, setting }: { plan: CarryPlan; setting: CareSetting }) {
  switch (plan.kind) {
    case "start":
      return (
        <p>
          No assessment is open. One would start for {plan.round}, covering{" "}
          {new Intl.ListFormat("en-GB").format(
            plan.careSettings.map((id) => careSettingNames[id].toLowerCase()),
          )}
          , with these answers in it.
        </p>
      );
    case "fill":
      return (
        <p>
          The <Link href={assessmentPath(plan.assessmentId)}>{plan.round} assessment</Link> is open.{" "}
          {inWords(plan.unanswered)} in it would start at the levels you chose.
        </p>
      );
    case "nothing_open":
      return (
        <p>
          Everything in the <Link href={assessmentPath(plan.assessmentId)}>{plan.round} assessment</Link> has
          an answer already, so there is nothing to fill in.
        </p>
      );
    case "in_review":
      return <p>The {plan.round} assessment is in review, so its answers cannot change now.</p>;
    case "other_settings":
      return <p>This trust’s assessment does not cover {careSettingNames[setting].toLowerCase()} care.</p>;
  }
}

function inWords(unanswered: number): string {
  return unanswered === 1 ? "1 unanswered capability" : `${unanswered} unanswered capabilities`;
}

/** What came in the address, passed on as it is. */
function rawQuery({ levels, setting }: Query): string {
  const given = { levels, setting };
  const texts = Object.entries(given).flatMap(([name, value]) =>
    typeof value === "string" ? [[name, value]] : [],
  );
  return new URLSearchParams(texts).toString();
}
