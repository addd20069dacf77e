import { writeFile } from "node:fs/promises";
import { format, resolveConfig } from "prettier";
import { rolesDocument } from "@/lib/access/roles-document";

// Writes docs/roles.md afresh from the policy in code.
const target = new URL("../docs/roles.md", import.meta.url);
const style = await resolveConfig(target);
await writeFile(target, await format(rolesDocument(), { ...style, parser: "markdown" }));
