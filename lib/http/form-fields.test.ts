import { describe, expect, test } from "vitest";
import { secretNames, sentFields, storableField, typedIn } from "./form-fields";

/** A form as a browser sends it: what it is about, what I typed and chose, and what proves that it is me. */
function form(): FormData {
  const sent = new FormData();
  for (const [name, value] of [
    ["$ACTION_ID_1", ""],
    ["assessmentId", "a"],
    ["ods", "ZZA"],
    ["odsCode", "ZZQ"],
    ["system", "Pharmacy system"],
    ["ownerTitle", "Pharmacist"],
    ["criterion", "met"],
    ["criterion", "not met"],
    ["note", "  "],
    ["password", "never shown"],
    ["code", "123456"],
  ] as const)
    sent.append(name, value);
  return sent;
}

describe("the page of my form cannot be shown again", () => {
  test("what I typed and chose is given back, one word or many, and nothing the page sent along unseen", () => {
    expect(typedIn(sentFields(form()))).toEqual([
      { label: "Ods code", text: "ZZQ" },
      { label: "System", text: "Pharmacy system" },
      { label: "Owner title", text: "Pharmacist" },
      { label: "Criterion", text: "met" },
      { label: "Criterion", text: "not met" },
    ]);
  });

  test("my password and my code are not: they are asked for again", () => {
    expect(secretNames(form())).toEqual(["password", "code"]);
    expect(JSON.stringify(sentFields(form()))).not.toMatch(/never shown|123456/);
  });
});

test("a character that no database takes is shown as lost in what I pasted; a password is never touched", () => {
  expect(storableField("note", "Before\0after")).toBe("Before\uFFFDafter");
  expect(storableField("password", "Before\0after")).toBe("Before\0after");
});
