import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import type { SaveState } from "./save-queue";
import { SaveStatus } from "./save-status";

const current = {
  value: {
    criteria: { "c01-1-l2-a": "met" },
    notApplicable: null,
    note: "Surveyed in May",
    confidence: null,
  },
  version: 3,
  by: "Priya Raman",
  at: "2026-11-22T10:03:00Z",
};
const difference = { id: "c01-1-l2-a", text: "There is a plan.", mine: "not_met", theirs: "met" };
const nothing = () => undefined;

function shown(
  state: SaveState,
  apart = { criteria: [difference], note: true },
  { asking = false, updated = false } = {},
): string {
  const choices = { onKeepMine: nothing, onUseTheirs: nothing, onAddNote: nothing, onRetry: nothing };
  return renderToStaticMarkup(
    <SaveStatus
      {...{ state, asking, updated, apart, ...choices }}
      calls={0}
      here="/the-question"
      signInHref="/sign-in"
    />,
  );
}
const stale = (own: boolean): SaveState => ({ kind: "stale", current: { ...current, own } });

describe("somebody saved first", () => {
  test("a colleague: I read who, when and what, where we part, and choose theirs, mine or some of each", () => {
    const page = shown(stale(false));
    for (const part of [
      ...["a colleague saved", "Priya Raman", "10:03am", "Surveyed in May", "Save mine instead"],
      ...["There is a plan: <strong>met</strong> there, <strong>not met</strong> here", "Add their note"],
    ]) {
      expect(page).toContain(part);
    }
  });

  test("their note is offered only while it is not in mine", () => {
    expect(shown(stale(false), { criteria: [], note: false })).not.toContain("Add their note");
  });

  test("I did, in another window: nobody is blamed for it", () => {
    const page = shown(stale(true));
    expect(page).toContain("you saved this answer in another window first");
    expect(page).toContain("Surveyed in May");
    expect(page).not.toMatch(/colleague|Priya Raman|theirs/i);
  });
});

test("that a save is under way is seen and never read out", () => {
  const under = shown({ kind: "saving" });
  expect(under).toContain('<span aria-hidden="true">Saving…</span>');
  expect(under).not.toMatch(/role="status"[^>]*>[^<]/);
  expect(shown({ kind: "saved", savedAt: "2026-11-22T10:03:00Z", build: null })).toContain(
    '<span role="status">Saved at 10:03am</span>',
  );
});

test("while I am asked whether a picked level may change what was decided, nothing is said to be saved", () => {
  const saved: SaveState = { kind: "saved", savedAt: "2026-11-22T10:03:00Z", build: null };
  expect(shown(saved, undefined, { asking: true })).toContain(
    '<span aria-hidden="true">Not saved yet</span>',
  );
  expect(shown(saved, undefined, { asking: true })).toMatch(/class="nhsuk-u-visually-hidden"[^>]*>Saved at/);
});

test("the service was updated while I type: my answer is saved, and I am told how to see what it comes to", () => {
  const saved: SaveState = { kind: "saved", savedAt: "2026-11-22T10:03:00Z", build: "later" };
  const page = shown(saved, undefined, { updated: true });
  expect(page).toContain("The service was updated");
  expect(page).toContain('href="/the-question"');
  expect(shown(saved)).not.toContain("updated");
});

test.each([
  [{ kind: "locked", current: null }, "return the round to the team"],
  [{ kind: "not_found" }, "ask your digital lead who has the question now"],
  [{ kind: "signed_out" }, "Sign in (opens in a new tab)"],
] as const)("my answer was not taken (%o): what I typed stays, and I am told what to do", (state, advice) => {
  const page = shown(state);
  expect(page).toContain("What you entered is still on this page");
  expect(page).toContain(advice);
});
