// Makes the database client: `npm run generate`, after a change to prisma/schema.prisma.
import { generateIfNeeded } from "./steps/generate.mjs";

await generateIfNeeded();
