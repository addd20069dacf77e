import { NOTE_LIMIT } from "@/lib/assessment/answer-body";
import { type FormFields, withLineFeeds } from "@/lib/assessment/answer-form";
import type { AnswerAddress } from "@/lib/data/answers";
import { answerApiPath, answerPagePath } from "@/lib/http/addresses";
import { keptTextPage } from "@/lib/http/kept-text-page";

/** The database is away: the form again. */
export function tryAgainPage(address: AnswerAddress, fields: FormFields): Response {
  return keptTextPage(503, {
    title: "Your answer is not saved yet",
    body: "The service cannot reach its records just now. What you entered is kept on this page. Wait a minute, then try again.",
    fields,
    again: { action: answerApiPath(address), submit: "Try to save again" },
  });
}

/** Nobody is signed in: the form again, to be sent once they are. */
export function signInPage(address: AnswerAddress, fields: FormFields): Response {
  const returnTo = encodeURIComponent(answerPagePath(address));
  return keptTextPage(401, {
    title: "Sign in to save your answer",
    body: "You were signed out, so your answer is not saved yet. What you entered is kept on this page. Sign in with the link below, which opens a new tab, then come back here and save.",
    fields,
    again: { action: answerApiPath(address), submit: "Save my answer" },
    link: { href: `/sign-in?returnTo=${returnTo}`, text: "Sign in (opens in a new tab)", newTab: true },
  });
}

/**
 * More than an answer may hold: the form again where the note is what makes it long and not all too long, else what to
 * do. Nothing of it is kept, so that nobody fills the records with what can never be saved.
 */
export function tooLongPage(address: AnswerAddress, fields: FormFields = {}): Response {
  const limit = inFigures(NOTE_LIMIT);
  const length = withLineFeeds(fields.note ?? "").length;
  if (length > NOTE_LIMIT) {
    return keptTextPage(413, {
      title: "Your note is too long",
      body: `Your answer is not saved yet. A note may have at most ${limit} characters, and yours has ${inFigures(length)}. It is kept on this page alone: shorten it here, then save. What needs more room can be a document, named as evidence.`,
      fields,
      again: { action: answerApiPath(address), submit: "Save my answer" },
    });
  }
  return keptTextPage(413, {
    title: "What you sent is too long",
    body: `Nothing of it is saved. A note may have at most ${limit} characters. Your browser may still have what you typed: go back with its Back button, and copy it before you do anything else.`,
    fields: {},
    link: { href: answerPagePath(address), text: "Go to the question" },
  });
}

/** As any page that is not there or not theirs, which gives back what was typed as well. */
export function notTheirsPage({ note = "" }: FormFields): Response {
  return keptTextPage(404, {
    title: "Page not found",
    body: "Nothing was saved. The question may have moved, or it may belong to a trust or a part of the service you do not have access to. Who can see what in a trust is decided by its digital lead.",
    fields: { note },
    link: { href: "/trusts", text: "Go to your organisations" },
  });
}

const inFigures = (count: number) => count.toLocaleString("en-GB");
