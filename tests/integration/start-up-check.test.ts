import { afterEach, describe, expect, test, vi } from "vitest";
import { markAsDemo } from "@/lib/data/installation";
import { reasonsNotToServe } from "@/lib/data/start-up-check";
import { disconnect } from "@/lib/db";
import { fileDatabase } from "@/tests/support/database";

afterEach(async () => {
  vi.unstubAllEnvs();
  await disconnect();
});

describe("I start the service", () => {
  test("with the application's role, and it serves", async () => {
    expect(await reasonsNotToServe()).toEqual([]);
  });

  test("with the owner's role by mistake, and it refuses", async () => {
    vi.stubEnv("DATABASE_URL", fileDatabase().ownerUrl);
    expect(await reasonsNotToServe()).toEqual([expect.stringMatching(/owns parts of the database/)]);
  });

  test("where the database gives up safety for speed, and it refuses", async () => {
    const address = `${fileDatabase().appUrl}?options=${encodeURIComponent("-c synchronous_commit=off")}`;
    vi.stubEnv("DATABASE_URL", address);
    expect(await reasonsNotToServe()).toEqual([expect.stringMatching(/^synchronous_commit is off/)]);
  });

  test("as a demonstration on a database that is none, or the other way round, and it refuses", async () => {
    vi.stubEnv("DEMO", "1");
    vi.stubEnv("HOST", "127.0.0.1");
    expect(await reasonsNotToServe()).toEqual([expect.stringMatching(/not marked as a demonstration/)]);

    await markAsDemo();
    expect(await reasonsNotToServe()).toEqual([]);

    vi.stubEnv("HOST", "0.0.0.0");
    expect(await reasonsNotToServe()).toEqual([expect.stringMatching(/127\.0\.0\.1 only/)]);

    vi.stubEnv("DEMO", "");
    expect(await reasonsNotToServe()).toEqual([expect.stringMatching(/holds the demonstration/)]);
  });
});
