import { problemAt, type ContentRule } from "@/lib/framework/content-rules/places";
import { proseOf, type ProseKind } from "@/lib/framework/content-rules/prose";

/** Longest text in characters, spaces included. What has no limit here is free. */
const LONGEST: Partial<Record<ProseKind, number>> = { criterion: 230, stem: 320, hint: 200, name: 70 };

/** A text that people will read to its end. */
export const overLongText: ContentRule = (framework) =>
  proseOf(framework).flatMap(({ kind, text, at }) => {
    const longest = LONGEST[kind];
    if (longest === undefined || text.length <= longest) return [];
    return [problemAt(at, `is ${text.length} characters: a ${kind} has at most ${longest}`)];
  });
