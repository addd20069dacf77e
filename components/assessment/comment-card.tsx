import type { ReactNode } from "react";
import { Card } from "@/components/nhs/card";
import { Tag } from "@/components/nhs/tag";
import { momentInWords } from "@/lib/report/dates";

type Props = {
  comment: {
    text: string;
    at: Date;
    byId: string;
    mentions: readonly string[];
    resolvedAt: Date | null;
    resolvedById: string | null;
  };
  heading?: ReactNode;
  nameOf: (personId: string) => string;
  children?: ReactNode;
};

/** One comment: who said what, for whose notice, and whether it is dealt with. */
export function CommentCard({ comment, heading, nameOf, children }: Props) {
  const { text, at, byId, mentions, resolvedAt, resolvedById } = comment;
  return (
    <Card heading={heading} headingLevel={3} headingSize="s">
      <p>
        <strong>{nameOf(byId)}</strong>, {momentInWords(at)}
        {mentions.length > 0 && `, for the notice of ${mentions.map(nameOf).join(", ")}`}
      </p>
      <p className="app-typed">{text}</p>
      {resolvedAt && resolvedById ? (
        <p>
          <Tag colour="grey">Resolved</Tag> by {nameOf(resolvedById)}, {momentInWords(resolvedAt)}
        </p>
      ) : (
        children
      )}
    </Card>
  );
}
