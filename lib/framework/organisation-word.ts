import type { Framework } from "@/lib/framework/schema";

/** What an organisation that this framework is for is called in a sentence: "the practice", "the whole trust". */
export function organisationWord({ careSettings }: Pick<Framework, "careSettings">): "trust" | "practice" {
  return careSettings.some(({ id }) => id === "practice") ? "practice" : "trust";
}
