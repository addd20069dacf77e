import { expect, test } from "vitest";
import { schemaDifference } from "@/scripts/database/schema-difference";
import { connectAsOwner, fileDatabase } from "@/tests/support/database";

test("the migrations make the very tables that prisma/schema.prisma describes", async () => {
  expect(await schemaDifference(fileDatabase().ownerUrl)).toBe("");
});

test("a column that only a migration knows would be noticed", async () => {
  const owner = await connectAsOwner();
  await owner.query("ALTER TABLE person ADD COLUMN nickname text");

  expect(await schemaDifference(fileDatabase().ownerUrl)).toContain('DROP COLUMN "nickname"');
});
