import { expect, test } from "vitest";
import { planProblem } from "@/app/(service)/trusts/[ods]/plan/workbook/plan-problems";
import { workbookRefusals } from "@/lib/exchange/read-workbook";
import { uploadProblem } from "./upload-problems";

test.each(Object.entries(workbookRefusals))(
  "I am told why my workbook is not read (%s) wherever I bring one in, and of nothing else by that name",
  (reason, words) => {
    expect([uploadProblem(reason), planProblem(reason)]).toEqual([words, words]);
  },
);
