import { defineConfig } from "prisma/config";

// Migrations are applied by scripts/database, not by Prisma's tool, which needs a downloaded engine.
export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
});
