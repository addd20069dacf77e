import { problemAt } from "@/lib/framework/content-rules/places";
import { capabilitiesOf } from "@/lib/framework/find";
import type { Problem } from "@/lib/framework/problem";
import type { Framework } from "@/lib/framework/schema";

/** A crosswalk starts from capabilities that the version before had, and tells of each once. */
export function crosswalkFromNowhere(framework: Framework, predecessor: Framework): Problem[] {
  const known = new Set(capabilitiesOf(predecessor).map(({ id }) => id));
  const told = new Set<string>();
  return (framework.follows?.crosswalk ?? []).flatMap(({ from, to }, i) =>
    Object.entries({ from, to }).flatMap(([side, ids]) =>
      ids.flatMap((id, j) => {
        const at = ["follows", "crosswalk", i, side, j];
        if (side === "from" && !known.has(id)) {
          return [problemAt(at, `${id} is not a capability of ${predecessor.version}`)];
        }
        const key = `${side} ${id}`;
        if (told.has(key)) return [problemAt(at, `${id} is told of twice: keep one entry`)];
        told.add(key);
        return [];
      }),
    ),
  );
}
