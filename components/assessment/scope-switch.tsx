import { SubmitButton } from "@/components/forms/submit-button";
import { Details } from "@/components/nhs/details";
import { differsHere, settingsWhereApplies, type AnswerScope } from "@/lib/assessment/scopes";
import type { StoredAnswer } from "@/lib/assessment/stored-answer";
import type { Capability, CareSetting, Framework } from "@/lib/framework/schema";
import { settingName } from "@/lib/framework/setting-names";
import { answerApiPath, answerPagePath } from "@/lib/http/addresses";

type Props = {
  framework: Framework;
  assessment: { id: string; careSettings: CareSetting[] };
  capability: Capability;
  scope: AnswerScope;
  rows: readonly StoredAnswer[];
  editable: boolean;
};

/** Says which part of the trust the answer is for, and leads to where another part differs. */
export function ScopeSwitch(props: Props) {
  const { assessment, capability, scope } = props;
  if (assessment.careSettings.length < 2) return null;
  if (differsHere(capability, scope)) return <OwnAnswer {...props} />;
  return capability.scope === "setting" ? <OneOfSeveral {...props} /> : <WholeTrust {...props} />;
}

function pathTo({ assessment, capability }: Props, scope: AnswerScope): string {
  return answerPagePath({ assessmentId: assessment.id, capabilityId: capability.id, scope });
}

/** A care setting's own answer to a question that is otherwise answered once, or the chance to give one. */
function OwnAnswer(props: Props) {
  const { framework, assessment, capability, scope, rows, editable } = props;
  const name = settingName(framework, scope);
  const own = rows.find((row) => row.scope === scope && !row.withdrawn);
  const back = <a href={pathTo(props, "organisation")}>See the answer for the whole trust</a>;
  if (!own) {
    return (
      <p>
        The answer for the whole trust serves {name} too. Answer here only if {name} differs, and say why.{" "}
        {back}
      </p>
    );
  }
  const place = { assessmentId: assessment.id, capabilityId: capability.id, scope };
  return (
    <>
      <p>
        {name} has its own answer here, which counts in place of the trust&rsquo;s. {back}
      </p>
      {editable && (
        <form method="post" action={answerApiPath(place)}>
          <input type="hidden" name="version" value={own.version} />
          <SubmitButton variant="secondary" small name="use" value="withdraw">
            Use the trust&rsquo;s answer again
          </SubmitButton>
        </form>
      )}
    </>
  );
}

function OneOfSeveral(props: Props) {
  const { framework, assessment, capability, scope } = props;
  const others = settingsWhereApplies(capability, assessment.careSettings).filter(
    (setting) => setting !== scope,
  );
  return (
    <p>
      This answer is for {settingName(framework, scope)} alone.
      {others.map((setting) => (
        <span key={setting}>
          {" "}
          <a href={pathTo(props, setting)}>Answer for {settingName(framework, setting)}</a>
        </span>
      ))}
    </p>
  );
}

function WholeTrust(props: Props) {
  const { framework, assessment, capability, rows } = props;
  const settings = settingsWhereApplies(capability, assessment.careSettings);
  const differs = (setting: CareSetting) => rows.some((row) => row.scope === setting && !row.withdrawn);
  return (
    <>
      <p>
        This answer is for the whole trust:{" "}
        {settings.map((setting) => settingName(framework, setting)).join(", ")}.
      </p>
      <Details summary="Does one care setting differ?" open={settings.some(differs)}>
        <p>
          A care setting that differs can have its own answer, with the reason. It then counts there in place
          of this one.
        </p>
        <ul className="nhsuk-list">
          {settings.map((setting) => (
            <li key={setting}>
              <a href={pathTo(props, setting)}>
                {settingName(framework, setting)}:{" "}
                {differs(setting) ? "see its own answer" : "give it its own answer"}
              </a>
            </li>
          ))}
        </ul>
      </Details>
    </>
  );
}
