import { findFramework } from "@/lib/data/frameworks";
import { zipOf } from "@/lib/exchange/zip-archive";
import { everythingTables } from "@/lib/report/everything-tables";
import { type EverythingContext, takeOut } from "../take-out";

/** Everything an organisation has that fits a table, as CSV files. */
export async function GET(_request: Request, context: EverythingContext): Promise<Response> {
  return takeOut(context, "csv", async (contents, now) => {
    const found = await Promise.all(contents.frameworks.map(({ id, version }) => findFramework(id, version)));
    const frameworkOf = (id: string, version: string) =>
      found.find((framework) => framework?.id === id && framework.version === version) ?? null;
    return zipOf(everythingTables({ contents, frameworkOf }), now);
  });
}
