import { problemAt, type ContentRule } from "@/lib/framework/content-rules/places";
import { proseOf } from "@/lib/framework/content-rules/prose";
import { finderOf } from "@/lib/framework/content-rules/word-list";

const IZE = /(?<![\w-])\w+?(iz|yz)(e|es|ed|er|ers|ing|ation|ations|ational)(?![\w-])/gi;
/** Words that end so in British English too. */
const KEPT = ["size", "sized", "sizes", "resize", "seize", "seized", "prize", "capsize"];

const americanWords = finderOf(`
  behavior, behaviors, center, centers, centered, color, colors, favor, favorite, honor, labor, labeled, labeling,
  program, programs, fulfill, fulfills, enroll, enrolls, enrollment, canceled, canceling, modeled, modeling,
  traveled, traveling, catalog, dialog, defense, offense, practicing, judgment, aging, pediatric, anesthetic,
  hematology, edema, orthopedic, gray, meter, liter, fiber, skillful, installment, counseling`);

/** Users read British English (design 1): -ise, -our, -re, programme. */
export const americanSpelling: ContentRule = (framework) =>
  proseOf(framework).flatMap(({ text, at }) => {
    const endings = [...text.matchAll(IZE)].map(([word]) => word);
    const foreign = endings.filter((word) => !KEPT.includes(word.toLowerCase()));
    return [...foreign, ...americanWords(text)].map((word) =>
      problemAt(at, `"${word}" is American spelling: write it the British way`),
    );
  });
