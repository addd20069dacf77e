import { writeFile } from "node:fs/promises";
import { format } from "prettier";
import { publishedSchemas } from "@/lib/exchange/published-schemas";

// Writes docs/schemas/*.schema.json afresh from the schemas in code, in the form that `npm test` asks of every file.
for (const [name, text] of Object.entries(publishedSchemas())) {
  await writeFile(
    new URL(`../docs/schemas/${name}`, import.meta.url),
    await format(text, { parser: "json", printWidth: 110 }),
  );
}
