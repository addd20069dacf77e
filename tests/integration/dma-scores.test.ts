import { beforeAll, expect, test } from "vitest";
import type { CurrentUser } from "@/lib/access/user";
import { type DmaPlace, dmaScoresOf, keepDmaScores } from "@/lib/data/dma-scores";
import { lookBeneath } from "@/tests/support/database";
import { makeTrust } from "@/tests/support/trust";

let lead: CurrentUser;
let coordinator: CurrentUser;
let board: CurrentUser;
let stranger: CurrentUser;
let place: DmaPlace;

beforeAll(async () => {
  const trust = await makeTrust();
  lead = await trust.let("digital_lead");
  coordinator = await trust.let("coordinator");
  board = await trust.let("board_viewer");
  stranger = await (await makeTrust()).let("digital_lead");
  place = { organisationId: trust.id, careSetting: "acute", year: 2025 };
});

const kept = async () => (await dmaScoresOf(board, place.organisationId))?.get("acute");

test("I type in our official scores, and a colleague who opened them before me overwrites nothing", async () => {
  const first = { scores: { WL: 28, EP: 17 }, remarks: { WL: "They ask about the strategy twice." } };
  expect(await keepDmaScores(lead, place, 0, first)).toBe("kept");
  expect(await keepDmaScores(coordinator, place, 0, { scores: { WL: 31 }, remarks: {} })).toBe("stale");
  expect(await kept()).toMatchObject([{ year: 2025, version: 1, ...first }]);
  expect(await keepDmaScores(coordinator, place, 1, { scores: { WL: 31 }, remarks: {} })).toBe("kept");
  expect(await keepDmaScores(lead, { ...place, year: 2024 }, 0, { scores: { WL: 25 }, remarks: {} })).toBe(
    "kept",
  );
  expect((await kept())?.map(({ year, version, scores }) => [year, version, scores.WL])).toEqual([
    [2025, 2, 31],
    [2024, 1, 25],
  ]);
});

test("those who may not type them in change nothing, and nobody from outside sees them", async () => {
  for (const user of [board, stranger]) {
    expect(await keepDmaScores(user, place, 2, { scores: { WL: 50 }, remarks: {} })).toBe("not_found");
  }
  expect(await dmaScoresOf(stranger, place.organisationId)).toBeNull();
});

test("the record says that scores were typed, by whom and for which year, and not what was written", async () => {
  const events = await lookBeneath<{ detail: Record<string, unknown> }>(
    "SELECT detail FROM audit_event WHERE action = 'dma_scores.typed' AND organisation_id = $1 ORDER BY id",
    [place.organisationId],
  );
  expect(events.map(({ detail }) => [detail.year, detail.version, detail.pillars])).toEqual([
    [2025, 1, 2],
    [2025, 2, 1],
    [2024, 1, 1],
  ]);
  expect(JSON.stringify(events)).not.toContain("strategy");
});
