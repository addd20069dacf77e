import { problemAt, type ContentRule } from "@/lib/framework/content-rules/places";
import { proseOf } from "@/lib/framework/content-rules/prose";
import { found } from "@/lib/framework/content-rules/word-list";

const VAGUE = [
  ..."adequate adequately appropriate appropriately robust robustly sufficient sufficiently".split(" "),
  ..."effective effectively timely suitable suitably comprehensive comprehensively significant".split(" "),
  ..."significantly holistic seamless seamlessly leverage optimal proactive proactively meaningful".split(
    " ",
  ),
  ..."reasonable reasonably satisfactory relevant embedded innovative transformative user-friendly".split(
    " ",
  ),
  ..."world-class cutting-edge state-of-the-art fit-for-purpose streamlined mature key".split(" "),
  ..."ensure ensures ensuring utilise utilises etc and/or".split(" "),
  ...["best practice", "where possible", "as needed", "as required", "fit for purpose", "and so on"],
];

/** Words that two fair people read differently, wherever they stand (issue 3, design 2). */
export const vagueWord: ContentRule = (framework) =>
  proseOf(framework).flatMap(({ text, at }) =>
    found(VAGUE, text).map((word) => problemAt(at, `"${word}" is vague: say plainly what is meant`)),
  );
