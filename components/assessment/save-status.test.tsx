import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
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

function shown(own: boolean): string {
  return renderToStaticMarkup(
    <SaveStatus
      state={{ kind: "stale", current: { ...current, own } }}
      signInHref="/sign-in"
      onKeepMine={() => undefined}
      onUseTheirs={() => undefined}
      onRetry={() => undefined}
    />,
  );
}

test("a colleague saved first: I read who, when and what, and choose between theirs and mine", () => {
  const page = shown(false);
  for (const part of ["a colleague saved", "Priya Raman", "10:03", "Surveyed in May", "Save mine instead"]) {
    expect(page).toContain(part);
  }
});

test("I saved first in another window: nobody is blamed for it", () => {
  const page = shown(true);
  expect(page).toContain("you saved this answer in another window first");
  expect(page).toContain("Surveyed in May");
  expect(page).not.toMatch(/colleague|Priya Raman|theirs/i);
});
