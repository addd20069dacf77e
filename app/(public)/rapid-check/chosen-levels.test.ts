import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { readFrameworkVersion } from "@/lib/exchange/framework-files";
import type { Framework, Level } from "@/lib/framework/schema";
import { levelsQuery, readLevels, type Query } from "./chosen-levels";
import { questionsOf, type Question } from "./questions";

let check: Framework;
let questions: Question[];

beforeAll(async () => {
  const { documents, problems } = await readFrameworkVersion("frameworks", "rapid-check", "2026.1");
  const [found] = documents;
  if (!found) throw new Error(JSON.stringify(problems));
  check = found;
  questions = questionsOf(check, "acute");
});

const read = (query: Query) => readLevels(query, questions);
const wrong = (query: Query) => {
  const found = read(query);
  return found.ok ? [] : [...found.errors.values(), ...(found.problem ? [found.problem] : [])];
};

describe("twelve questions, one for each dimension", () => {
  test("each has five sentences, and a way up from each level but the top one", () => {
    for (const setting of [null, ...check.careSettings.map(({ id }) => id)]) {
      const asked = questionsOf(check, setting);
      expect(asked).toHaveLength(12);
      for (const { options, hints } of asked) {
        expect(options.map(({ level }) => level)).toEqual([1, 2, 3, 4, 5]);
        expect(new Set(options.map(({ text }) => text)).size).toBe(5);
        expect([...hints.keys()]).toEqual([2, 3, 4, 5]);
      }
    }
  });

  test("in an ambulance trust they speak of crews", () => {
    expect(questionsOf(check, "ambulance")[0]?.options[2]?.text).toContain("Crews");
  });
});

describe("the answers travel in the address", () => {
  test("what is written into it is read from it, whatever was chosen", () => {
    const levels = fc.array(fc.constantFrom<Level[]>(1, 2, 3, 4, 5), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(levels, (all) => {
        const chosen = new Map(
          questions.map(({ dimension }, i): [string, Level] => [dimension, all[i] ?? 1]),
        );
        const query = Object.fromEntries(new URLSearchParams(levelsQuery(chosen, questions, "acute")));
        expect(query.setting).toBe("acute");
        expect(read(query)).toEqual({ ok: true, chosen });
      }),
    );
  });

  test("the form's own fields say the same", () => {
    const fields = Object.fromEntries(questions.map(({ dimension }, i) => [dimension, String((i % 5) + 1)]));
    expect(read(fields)).toEqual(read({ levels: "1,2,3,4,5,1,2,3,4,5,1,2" }));
  });
});

describe("an address that was cut or changed names the question that is wrong", () => {
  test.each([
    ["2,,2,2,2,2,2,2,2,2,2,2", "Choose a sentence for question 2, Usability"],
    ["2,2,2,2,2,2,2,2,2,2,2", "Choose a sentence for question 12, People and prevention"],
    [
      "2,2,2,9,2,2,2,2,2,2,2,2",
      "The answer to question 4, Adaptability is none of the five. Choose a sentence for it",
    ],
    [
      "0,2,2,2,2,2,2,2,2,2,2,2",
      "The answer to question 1, Technology is none of the five. Choose a sentence for it",
    ],
    [
      "2,2,2.5,2,2,2,2,2,2,2,2,2",
      "The answer to question 3, Performance is none of the five. Choose a sentence for it",
    ],
    [
      "2,2,2,2,2,2,2,2,2,2,2,x'--",
      "The answer to question 12, People and prevention is none of the five. Choose a sentence for it",
    ],
    [
      "2,2,2,2,2,2,2,2,2,2,2,2,2",
      "The address has more answers than there are questions. Check all 12 answers",
    ],
  ])("%s: %s", (levels, message) => {
    expect(wrong({ levels })).toEqual([message]);
  });

  test("with no answer at all, each question is named; what could be read is kept", () => {
    expect(wrong({})).toHaveLength(12);
    const found = read({ d01: "4", d02: ["1", "2"] });
    expect(found.ok).toBe(false);
    expect([...found.chosen]).toEqual([["d01", 4]]);
  });

  test("nothing that can stand in an address makes it fail otherwise", () => {
    const value = fc.oneof(fc.string({ unit: "binary" }), fc.array(fc.string()), fc.constant(undefined));
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom("levels", "d01", "d12", "__proto__"), value), (query) => {
        const found = read(query);
        expect(found.ok || found.errors.size > 0 || found.problem !== null).toBe(true);
      }),
    );
  });
});
