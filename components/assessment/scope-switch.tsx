import type { AnswerScope } from "@/lib/assessment/scopes";
import { differsHere, settingsWhereApplies } from "@/lib/assessment/scopes";
import type { StoredAnswer } from "@/lib/assessment/stored-answer";
import type { Capability, CareSetting, Framework } from "@/lib/framework/schema";
import { scopeName, settingName } from "@/lib/framework/setting-names";
import { answerPagePath } from "@/lib/http/addresses";

type Props = {
  framework: Framework;
  assessment: { id: string; careSettings: CareSetting[] };
  capability: Capability;
  scope: AnswerScope;
  rows: readonly StoredAnswer[];
};

/** Says which part of the trust the answer is for, and leads to where another part differs. */
export function ScopeSwitch({ framework, assessment, capability, scope, rows }: Props) {
  if (assessment.careSettings.length < 2) return null;
  const settings = settingsWhereApplies(capability, assessment.careSettings);
  const pathOf = (to: AnswerScope) =>
    answerPagePath({ assessmentId: assessment.id, capabilityId: capability.id, scope: to });
  if (differsHere(capability, scope)) {
    return (
      <p>
        {scopeName(framework, scope)} has its own answer here.{" "}
        <a href={pathOf("organisation")}>See the answer for the whole trust</a>
      </p>
    );
  }
  if (capability.scope === "setting") {
    const others = settings.filter((setting) => setting !== scope);
    return (
      <p>
        This answer is for {scopeName(framework, scope)} alone.
        {others.map((setting) => (
          <span key={setting}>
            {" "}
            <a href={pathOf(setting)}>{settingName(framework, setting)}</a> is answered apart.
          </span>
        ))}
      </p>
    );
  }
  return (
    <>
      <p>
        This answer is for the whole trust:{" "}
        {settings.map((setting) => settingName(framework, setting)).join(", ")}.
      </p>
      <ul className="nhsuk-list">
        {settings.map((setting) => {
          const own = rows.some((row) => row.scope === setting && !row.withdrawn);
          const name = settingName(framework, setting);
          return (
            <li key={setting}>
              <a href={pathOf(setting)}>{own ? `${name} differs: see its answer` : `${name} differs here`}</a>
            </li>
          );
        })}
      </ul>
    </>
  );
}
