"use server";

import { notFound } from "@/lib/auth/not-found";
import { organisationByCode } from "@/lib/data/organisations";
import { wordMessages } from "@/lib/data/message-wording";
import { boardPath } from "@/lib/http/addresses";
import { formAction } from "@/lib/http/form-action";
import { messageRules } from "@/lib/report/key-messages";
import { loadBoard } from "../../load-board";
import { messageFields } from "./message-fields";

/** Keeps how the key messages of one care setting read. What is empty, or as it was drawn, reads as it is drawn. */
export const wordMessagesAction = formAction(messageFields, async (user, typed) => {
  const { ods, snapshotId, careSetting, audience, version } = typed;
  const trust = await organisationByCode(user, ods);
  if (!trust) return notFound();
  const { report } = await loadBoard(trust.odsCode, audience);
  const section = report.sections.find(({ panel }) => panel.setting === careSetting);
  if (!section) return notFound();
  if (section.panel.latest.snapshotId !== snapshotId) {
    return {
      errors: ["A newer result was signed off meanwhile. Copy your words, then open this page again."],
    };
  }
  const drawn = new Map(section.messages.map((message) => [message.rule, message.drawn]));
  const own = messageRules.filter((rule) => typed[rule] !== "" && typed[rule] !== drawn.get(rule));
  const place = { organisationId: trust.id, snapshotId, careSetting, audience };
  const texts = Object.fromEntries(own.map((rule) => [rule, typed[rule]]));
  const outcome = await wordMessages(user, place, version, texts);
  if (outcome === "kept") return { goTo: boardPath(trust.odsCode, audience) };
  if (outcome === "not_found") return notFound();
  return {
    errors: [
      "A colleague worded these messages since you opened them, so nothing was saved. What you typed is below. Open the board view in a new tab to compare, then open this page again.",
    ],
  };
});
