import { answersFor } from "@/lib/assessment/answers-for-setting";
import { findCapability } from "@/lib/framework/find";
import type { Level } from "@/lib/framework/schema";
import { gapReport, type GapReport, type GapReportSource } from "@/lib/report/gap-report";
import { servingAnswers } from "@/lib/report/serving-answers";
import { criteriaForLevel } from "@/lib/scoring/answers";
import { score } from "@/lib/scoring/score";
import { aCapability, aDimension, aFramework } from "./framework";
import { storedAnswer } from "./stored-answer";

/** What somebody may write who wishes that a document fetches or runs something. */
export const hostileText = `</w:t></w:r><img src=http://169.254.169.254/x> & "file:///etc/passwd"\r\n\u0000second line`;

/** A gap report on a small framework of two dimensions; its first capability is a safeguard, and sensitive. */
export function aWrittenReport(changes: Partial<GapReportSource> = {}): GapReport {
  const framework = aFramework([
    aDimension("A", [aCapability("a1", { gateFor: ["acute"], sensitive: true }), aCapability("a2")]),
    aDimension("B", [aCapability("b1")]),
  ]);
  const at = (id: string, level: Level, note: string) => {
    const capability = findCapability(framework, id);
    if (!capability) throw new Error(`There is no capability ${id}.`);
    return storedAnswer(id, "organisation", {
      criteria: criteriaForLevel(capability, level, ["acute"]),
      note,
    });
  };
  const rows = [at("a1", 2, hostileText), at("a2", 3, ""), at("b1", 1, "")];
  const answers = answersFor(framework, "acute", rows);
  return gapReport({
    framework,
    setting: "acute",
    answers,
    result: score(framework, "acute", answers),
    organisation: { odsCode: "ZZA", name: "Ashdown Valley <b>NHS</b> & Co" },
    round: "2026/27",
    state: "in_progress",
    signedOff: null,
    engineVersion: "1",
    madeOn: new Date("2026-11-22T10:00:00Z"),
    targets: [],
    serving: servingAnswers("acute", rows),
    showSensitive: true,
    ...changes,
  });
}
