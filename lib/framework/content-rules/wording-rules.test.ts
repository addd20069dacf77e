import { describe, expect, test } from "vitest";
import { americanSpelling } from "@/lib/framework/content-rules/american-spelling";
import { overLongText } from "@/lib/framework/content-rules/over-long-text";
import type { ContentRule } from "@/lib/framework/content-rules/places";
import { ratedRisk } from "@/lib/framework/content-rules/rated-risk";
import { supplierName } from "@/lib/framework/content-rules/supplier-name";
import { vagueWord } from "@/lib/framework/content-rules/vague-word";
import { wordOfAnotherSetting } from "@/lib/framework/content-rules/word-of-another-setting";
import { wordingNobodyReads } from "@/lib/framework/content-rules/wording-nobody-reads";
import {
  aCapability,
  aCriterion,
  aDimension,
  aFramework,
  levelsOf,
  type CapabilityInput,
  type CriterionInput,
} from "@/tests/support/framework";

const CAPABILITY = "/dimensions/0/capabilities/0";

function capabilityWith(change: Partial<CapabilityInput>) {
  return aFramework([aDimension("A", [aCapability("a1", change)])]);
}

function criterionWith(change: Partial<CriterionInput>) {
  return capabilityWith({ levels: levelsOf({ 2: [aCriterion("a1-l2-a", change)] }) });
}

describe("words that do not belong in a question, wherever they stand", () => {
  const stem = (text: string) => capabilityWith({ stem: text });
  test.each<[rule: ContentRule, text: string, word: string]>([
    [vagueWord, "Staff get appropriate support.", "appropriate"],
    [vagueWord, "It is fit for purpose.", "fit for purpose"],
    [americanSpelling, "The organization changed.", "organization"],
    [americanSpelling, "The change program ended.", "program"],
    [supplierName, "Notes are kept in Epic.", "Epic"],
  ])("%# %s", (rule, text, word) => {
    expect(rule(stem(text))).toEqual([
      { path: `${CAPABILITY}/stem`, message: expect.stringContaining(`"${word}"`) },
    ]);
  });

  test("part of a word, a British -ise and a small letter are no such word", () => {
    const text = "Inadequately is one word, the programme is organised, the size is kept, an epic change.";
    for (const rule of [vagueWord, americanSpelling, supplierName]) expect(rule(stem(text))).toEqual([]);
  });

  test("hints, evidence and the wording of one setting are read as well", () => {
    const framework = capabilityWith({
      evidence: ["A robust plan"],
      wording: { community: { name: "Robust visits" } },
      levels: levelsOf({}).map((level) => (level.level === 2 ? { ...level, hint: "Be robust." } : level)),
    });
    expect(vagueWord(framework).map(({ path }) => path)).toEqual([
      `${CAPABILITY}/wording/community/name`,
      `${CAPABILITY}/evidence/0`,
      `${CAPABILITY}/levels/1/hint`,
    ]);
  });
});

describe("a mental health service is asked about safety, never to rate a person's risk", () => {
  test.each([
    "Each person has a risk score.",
    "High-risk patients are reviewed.",
    "Staff see who is at risk of suicide.",
    "A tool predicts which people will self-harm.",
    "Teams list the people likely to come to harm in the next week.",
  ])("refused: %s", (text) => {
    expect(ratedRisk(criterionWith({ text }))).toHaveLength(1);
  });

  test("the trust's own risks, safety plans and forecasts of demand are no rating of a person", () => {
    for (const text of [
      "Every exception has an accepted risk with an end date.",
      "People have a collaborative safety plan on the day they leave.",
      "Beds are planned from a forecast of demand.",
    ]) {
      expect(ratedRisk(criterionWith({ text }))).toEqual([]);
    }
  });

  test("only what mental health services read: their own wording takes the place of the default", () => {
    const text = "A tool predicts harm from falls.";
    expect(ratedRisk(criterionWith({ text, appliesTo: ["acute"] }))).toEqual([]);
    expect(ratedRisk(criterionWith({ text, wording: { mental_health: "A safety plan is kept." } }))).toEqual(
      [],
    );
    expect(ratedRisk(criterionWith({ text: "Fine.", wording: { mental_health: text } }))).toMatchObject([
      { path: `${CAPABILITY}/levels/1/criteria/0/wording/mental_health` },
    ]);
  });
});

describe("each care setting reads its own words", () => {
  test("an ambulance service meets a ward in a question that has no wording of its own", () => {
    expect(wordOfAnotherSetting(criterionWith({ text: "Wards use it." }))).toEqual([
      {
        path: `${CAPABILITY}/levels/1/criteria/0/text`,
        message: '"Wards" is strange in ambulance: give that setting its own wording',
      },
    ]);
    const worded = { text: "Wards use it.", wording: { ambulance: "Stations use it." } };
    expect(wordOfAnotherSetting(criterionWith(worded))).toEqual([]);
  });

  test("wording for a setting the question leaves out is a slip", () => {
    const framework = criterionWith({ appliesTo: ["acute"], wording: { community: "Teams use it." } });
    expect(wordingNobodyReads(framework)).toMatchObject([
      { path: `${CAPABILITY}/levels/1/criteria/0/wording/community` },
    ]);
  });
});

describe("texts stay short enough to be read", () => {
  test("at the limit it passes, one more and it is refused with its length", () => {
    expect(overLongText(criterionWith({ text: "x".repeat(230) }))).toEqual([]);
    expect(overLongText(criterionWith({ text: "x".repeat(231) }))).toEqual([
      {
        path: `${CAPABILITY}/levels/1/criteria/0/text`,
        message: "is 231 characters: a criterion has at most 230",
      },
    ]);
    expect(overLongText(capabilityWith({ name: "x".repeat(71), stem: "x".repeat(321) }))).toHaveLength(2);
  });
});
