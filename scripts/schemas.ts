import { writeFile } from "node:fs/promises";
import { publishedSchemas } from "@/lib/exchange/published-schemas";

// Writes docs/schemas/*.schema.json afresh from the schemas in code.
for (const [name, text] of Object.entries(publishedSchemas())) {
  await writeFile(new URL(`../docs/schemas/${name}`, import.meta.url), text);
}
