import { problemAt, type ContentRule } from "@/lib/framework/content-rules/places";
import type { Problem } from "@/lib/framework/problem";
import type { Capability, Dimension } from "@/lib/framework/schema";

/**
 * Ids are permanent and say nothing but the place: dimension d06, capability c06-3, criterion c06-3-l3-b
 * (design 2). Letters and numbers may skip what an earlier version dropped, and never run backwards.
 */
export const idOutOfPattern: ContentRule = (framework) =>
  framework.dimensions.flatMap((dimension, d) => {
    const at = ["dimensions", d];
    const found = wrong(dimension.id, /^d(\d\d)$/, [...at, "id"], "d and two digits, such as d06");
    const digits = dimension.id.slice(1);
    if (dimension.number !== String(Number(digits))) {
      found.push(problemAt([...at, "number"], `must be "${Number(digits)}", the number in ${dimension.id}`));
    }
    return [...found, ...capabilityIds(dimension, digits, at)];
  });

function capabilityIds(dimension: Dimension, digits: string, at: (string | number)[]): Problem[] {
  const pattern = new RegExp(`^c${digits}-([1-9]\\d*)$`);
  let last = 0;
  return dimension.capabilities.flatMap((capability, c) => {
    const place = [...at, "capabilities", c];
    const found = wrong(
      capability.id,
      pattern,
      [...place, "id"],
      `c${digits}- and a number, such as c${digits}-1`,
    );
    const number = Number(pattern.exec(capability.id)?.[1] ?? last + 1);
    if (number <= last) found.push(problemAt([...place, "id"], `must come after c${digits}-${last}`));
    last = Math.max(last, number);
    return [...found, ...criterionIds(capability, place)];
  });
}

function criterionIds(capability: Capability, at: (string | number)[]): Problem[] {
  return capability.levels.flatMap(({ level, criteria }, l) => {
    const start = `${capability.id}-l${level}-`;
    let last = "";
    return criteria.flatMap(({ id }, i) => {
      const place = [...at, "levels", l, "criteria", i, "id"];
      if (!id.startsWith(start) || !/^[a-z]$/.test(id.slice(start.length))) {
        return [problemAt(place, `must be ${start} and a letter, such as ${start}a`)];
      }
      const letter = id.slice(start.length);
      if (letter <= last) return [problemAt(place, `must come after ${start}${last}: letters run in order`)];
      last = letter;
      return [];
    });
  });
}

function wrong(id: string, pattern: RegExp, at: (string | number)[], shape: string): Problem[] {
  return pattern.test(id) ? [] : [problemAt(at, `must be ${shape}`)];
}
