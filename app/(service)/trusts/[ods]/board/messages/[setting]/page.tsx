import type { Metadata } from "next";
import { MessagesForm } from "@/components/board/messages-form";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { TrustTrail } from "@/components/trail/trust-trail";
import { may } from "@/lib/access/policy";
import { notFound } from "@/lib/auth/not-found";
import { boardPath } from "@/lib/http/addresses";
import { MESSAGE_LIMIT, ruleInWords } from "@/lib/report/key-messages";
import { audienceAsked, loadBoard } from "../../load-board";
import { wordMessagesAction } from "./actions";

type Props = {
  params: Promise<{ ods: string; setting: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const metadata: Metadata = { title: "Word the key messages" };

/** Where the key messages of one care setting are worded for the board, or for the public. */
export default async function MessagesPage({ params, searchParams }: Props) {
  const { ods, setting } = await params;
  const audience = audienceAsked((await searchParams).version);
  const { user, trust, report } = await loadBoard(ods, audience);
  const section = report.sections.find(({ panel }) => panel.setting === setting);
  if (!section || !may(user, "word the key messages", trust.id)) notFound();
  const { panel, messages, wording } = section;

  return (
    <Page
      before={
        <TrustTrail trust={trust} then={[{ href: boardPath(trust.odsCode, audience), text: report.title }]} />
      }
    >
      <PageHeading caption={`${panel.name}, ${panel.latest.round}`}>
        {audience === "public" ? "Key messages for the public" : "Key messages for the board"}
      </PageHeading>
      <p>
        Each message is drawn from the signed-off result. Put it in your own words where that helps; leave a
        box empty to go back to what was drawn. Both stay readable on the board view.
      </p>
      <p>
        {audience === "public"
          ? "Anybody may read these. Do not name a sensitive capability or its level."
          : "The board reads these, not the public, which has messages of its own."}{" "}
        No patient data. What you write may be released under the Freedom of Information Act.
      </p>
      <MessagesForm
        action={wordMessagesAction}
        hidden={{
          ods: trust.odsCode,
          snapshotId: panel.latest.snapshotId,
          careSetting: panel.setting,
          audience,
          version: String(wording?.version ?? 0),
        }}
        messages={messages.map((message) => ({ ...message, about: ruleInWords[message.rule] }))}
        limit={MESSAGE_LIMIT}
      />
    </Page>
  );
}
