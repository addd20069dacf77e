import { beforeAll } from "vitest";
import { disconnect } from "@/lib/db";
import { openFileDatabase } from "./database";

process.env.AUTH_SECRET = "only-for-tests-only-for-tests-only";
process.env.LOG_LEVEL ??= "silent";

beforeAll(async () => {
  process.env.DATABASE_URL = (await openFileDatabase()).appUrl;
  return disconnect;
});
