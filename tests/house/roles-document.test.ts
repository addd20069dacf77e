import { readFileSync } from "node:fs";
import { join } from "node:path";
import { format, resolveConfig } from "prettier";
import { expect, test } from "vitest";
import { rolesDocument } from "@/lib/access/roles-document";

test("docs/roles.md says what the policy says: if not, run `npm run roles`", async () => {
  const path = join(import.meta.dirname, "../../docs/roles.md");
  const style = await resolveConfig(path);
  expect(readFileSync(path, "utf8")).toBe(await format(rolesDocument(), { ...style, parser: "markdown" }));
});
