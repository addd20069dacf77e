import type { ReactNode } from "react";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { ResultNavigation, type ResultPageName } from "@/components/results/result-navigation";
import { AssessmentTrail } from "@/components/trail/assessment-trail";
import { TrustTrail } from "@/components/trail/trust-trail";
import type { LoadedResult } from "./load-result";

/** What the frame goes by: whose result it is, and whether its answers may be read. */
export type Framed = Pick<LoadedResult, "framework" | "setting" | "mayNot"> & {
  assessment: Pick<LoadedResult["assessment"], "id" | "round" | "careSettings" | "organisation">;
  serving: object | null;
};

type Props = {
  loaded: Framed;
  page: ResultPageName;
  heading: string;
  /** The error summary of a page with a form, which stands before everything else. */
  errors?: ReactNode;
  children: ReactNode;
};

/** What the pages about one care setting share: whose it is, where it stands and the way to the others. */
export function ResultFrame({ loaded, page, heading, errors, children }: Props) {
  const { assessment, framework, setting, serving, mayNot } = loaded;
  // Who may not read its answers cannot open the assessment itself.
  const trail =
    serving === null ? (
      <TrustTrail trust={assessment.organisation} />
    ) : (
      <AssessmentTrail assessment={assessment} />
    );
  return (
    <Page width="full" before={trail}>
      {errors}
      <PageHeading caption={`${assessment.organisation.name} · ${assessment.round}`}>{heading}</PageHeading>
      <ResultNavigation
        framework={framework}
        assessmentId={assessment.id}
        careSettings={assessment.careSettings}
        setting={setting}
        page={page}
        mayNot={mayNot}
      />
      {children}
    </Page>
  );
}
