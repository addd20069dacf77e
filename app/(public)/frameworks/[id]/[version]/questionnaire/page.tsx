import type { Metadata } from "next";
import { ownPagePath } from "@/components/framework/addresses";
import { BlankQuestion, FillIn } from "@/components/framework/blank-question";
import { FrameworkFrame } from "@/components/framework/framework-frame";
import { SettingSwitch } from "@/components/framework/setting-switch";
import { InsetText } from "@/components/nhs/inset-text";
import { appliesIn } from "@/lib/framework/find";
import { loadFramework, type FrameworkQuery } from "../../../load-framework";

type Props = { params: Promise<{ id: string; version: string }>; searchParams: FrameworkQuery };

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { framework } = await loadFramework(params, searchParams);
  return { title: `Blank questionnaire – ${framework.title} ${framework.version}` };
}

/** Every question with boxes to tick, to print and fill in with a pen. */
export default async function QuestionnairePage({ params, searchParams }: Props) {
  const { framework, place, setting } = await loadFramework(params, searchParams);
  return (
    <FrameworkFrame framework={framework} place={place} heading="Blank questionnaire" width="full">
      <div className="print:hidden">
        <p>To print it, use your browser’s print command. Boxes and lines are for filling in with a pen.</p>
        {framework.careSettings.length > 1 && setting === null && (
          <InsetText>
            <p>Choose a care setting to have only its questions, in its own words.</p>
          </InsetText>
        )}
        <SettingSwitch
          framework={framework}
          place={place}
          path={(other) => ownPagePath(other, "questionnaire")}
        />
      </div>
      <dl className="nhsuk-u-margin-bottom-5">
        <FillIn label="Organisation" />
        <FillIn label="Care setting" value={framework.careSettings.find(({ id }) => id === setting)?.name} />
        <FillIn label="Filled in by" />
        <FillIn label="Date" />
      </dl>
      <p>
        Stop at the first level where something is not met: what stands above it does not change the level. Do
        not write anything about patients.
      </p>
      {framework.dimensions.map((dimension) => (
        <section key={dimension.id} aria-labelledby={dimension.id}>
          <h2 className="nhsuk-heading-l" id={dimension.id}>
            {dimension.number} {dimension.name}
          </h2>
          {dimension.capabilities
            .filter((capability) => setting === null || appliesIn(capability, setting))
            .map((capability) => (
              <BlankQuestion
                key={capability.id}
                framework={framework}
                capability={capability}
                setting={setting}
              />
            ))}
        </section>
      ))}
    </FrameworkFrame>
  );
}
