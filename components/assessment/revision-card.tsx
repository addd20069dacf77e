import type { ReactNode } from "react";
import { Card } from "@/components/nhs/card";
import { Details } from "@/components/nhs/details";
import type { Revision } from "@/lib/assessment/revision";
import { revisionName } from "@/lib/assessment/revision";
import { changesNothing, type RevisionChange } from "@/lib/assessment/revision-change";
import { momentInWords } from "@/lib/report/dates";
import type { CriterionState } from "@/lib/scoring/answers";
import { stateWords } from "./answer-in-words";

type Props = {
  revision: Revision;
  by: string;
  /** Where a copied one comes from, in words. */
  copiedFrom: string | null;
  change: RevisionChange;
  /** "Level 2", or that it does not apply, before and after. */
  standing: { from: string | null; to: string };
  /** The text of a criterion by its id. */
  texts: ReadonlyMap<string, string>;
  /** The way to put an answer back. */
  children?: ReactNode;
};

/** One version of an answer: who made it, when, and what it changed, from what to what. */
export function RevisionCard({ revision, by, copiedFrom, change, standing, texts, children }: Props) {
  const { criteria, note, confidence } = change;
  const moved = standing.from !== null && standing.from !== standing.to;
  return (
    <Card heading={`Version ${revision.version}`} headingLevel={3} headingSize="s">
      <p>
        {revisionName(revision, copiedFrom)} by {by}, {momentInWords(revision.at)}
      </p>
      <p>
        {moved && `${standing.from}, then `}
        <strong>{standing.to}</strong>
        {revision.toConfirm && ", to be confirmed"}
      </p>
      {changesNothing(change) && <p>Nothing changed: the answer was confirmed as it stood.</p>}
      {criteria.length > 0 && (
        <Details
          summary={criteria.length === 1 ? "1 criterion changed" : `${criteria.length} criteria changed`}
        >
          <ul className="nhsuk-list nhsuk-list--bullet">
            {criteria.map(({ id, from, to }) => (
              <li key={id}>
                {texts.get(id) ?? id}: {stateInWords(from)}, now <strong>{stateInWords(to)}</strong>
              </li>
            ))}
          </ul>
        </Details>
      )}
      {confidence && (
        <p>
          Confidence: {confidence.from ?? "not stated"}, now <strong>{confidence.to ?? "not stated"}</strong>
        </p>
      )}
      {note && (
        <dl className="app-before-after">
          {note.from && (
            <>
              <dt>Note before</dt>
              <dd className="app-typed">{note.from}</dd>
            </>
          )}
          <dt>{note.to ? "Note" : "The note was removed"}</dt>
          {note.to && <dd className="app-typed">{note.to}</dd>}
        </dl>
      )}
      {children}
    </Card>
  );
}

function stateInWords(state: CriterionState | null): string {
  return state ? stateWords[state] : "not decided";
}
