import type { Metadata } from "next";
import { Table } from "@/components/nhs/table";
import { AnswerLink } from "@/components/results/answer-link";
import { SentenceList } from "@/components/results/sentence-list";
import { findCapability } from "@/lib/framework/find";
import { DMA_OFFICIAL_LABEL } from "@/lib/report/dma-comparison";
import { resultsPath } from "@/lib/http/addresses";
import { ResultFrame } from "../result-frame";
import { loadPreparation } from "./load-preparation";

type Props = { params: Promise<{ assessmentId: string; setting: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { assessmentId, setting } = await params;
  const { loaded } = await loadPreparation(assessmentId, setting);
  const { assessment } = loaded;
  return { title: `Prepare for the DMA: ${assessment.round}, ${assessment.organisation.name}` };
}

/** Our answers, notes and evidence in the order of the DMA's pillars, to print or to copy from. */
export default async function PreparationPage({ params }: Props) {
  const { assessmentId, setting } = await params;
  const { loaded, pillars } = await loadPreparation(assessmentId, setting);
  const hrefOf = (capabilityId: string) => {
    const capability = findCapability(loaded.framework, capabilityId);
    return capability ? loaded.answerHref(capability) : null;
  };
  return (
    <ResultFrame loaded={loaded} page="results" heading="Prepare for the DMA">
      <p>
        {DMA_OFFICIAL_LABEL}. It asks its own questions by pillar: look up here what we answered, why, and
        what shows it.
      </p>
      <p className="print:hidden">
        Print this page from your browser, or download it:{" "}
        <a className="nhsuk-link" href={`${resultsPath(assessmentId, setting)}/dma.xlsx`}>
          Excel
        </a>
        .
      </p>
      {pillars.map(({ id, name, score, answers }) => (
        <section key={id} aria-labelledby={`${id}-heading`}>
          <h2 className="nhsuk-heading-m" id={`${id}-heading`}>
            {name}: {score}
          </h2>
          <Table
            caption={`${name}: answers, notes and evidence`}
            columns={["Capability", "Level", "Missing", "Note", "Evidence"].map((header) => ({ header }))}
            rows={answers.map(({ id: capability, title, level, missing, note, evidence }) => ({
              id: capability,
              cells: [
                <AnswerLink key="title" href={hrefOf(capability)}>
                  {title}
                </AnswerLink>,
                level,
                missing.length === 0 ? "–" : <SentenceList key="missing" sentences={missing} />,
                note || "–",
                evidence.length === 0 ? (
                  "–"
                ) : (
                  <div key="evidence" className="wrap-anywhere">
                    <SentenceList sentences={evidence} />
                  </div>
                ),
              ],
            }))}
            empty="No capability that may be shown here."
          />
        </section>
      ))}
    </ResultFrame>
  );
}
