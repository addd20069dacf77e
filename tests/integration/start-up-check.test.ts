import { afterEach, describe, expect, test, vi } from "vitest";
import { markAsDemo } from "@/lib/data/installation";
import { publishedReasons } from "@/lib/data/published-check";
import { adviceOnServer, reasonsNotToServe, serverAdvice } from "@/lib/data/start-up-check";
import { readFrameworkVersion } from "@/lib/exchange/framework-files";
import { contentHash } from "@/lib/framework/hash";
import { disconnect } from "@/lib/db";
import { connectAsOwner, fileDatabase } from "@/tests/support/database";

afterEach(async () => {
  vi.unstubAllEnvs();
  await disconnect();
});

/** The published questions altered behind the service's back, as only the owner of the tables could. */
async function alterPublished(change: string): Promise<void> {
  const owner = await connectAsOwner();
  await owner.query("ALTER TABLE framework_version DISABLE TRIGGER keep_published");
  await owner.query(`UPDATE framework_version SET ${change} WHERE framework_id = 'rapid-check'`);
  await owner.query("ALTER TABLE framework_version ENABLE TRIGGER keep_published");
}

describe("I start the service", () => {
  test("with the application's role, and it serves", async () => {
    expect(await reasonsNotToServe()).toEqual([]);
  });

  test("with the owner's role by mistake, and it refuses", async () => {
    vi.stubEnv("DATABASE_URL", fileDatabase().ownerUrl);
    expect(await reasonsNotToServe()).toEqual([expect.stringMatching(/owns parts of the database/)]);
  });

  test("on a database server with known holes, and am told what to do", async () => {
    for (const version of [150013, 160009, 170005]) expect(serverAdvice(version)).toMatch(/has known holes/);
    for (const version of [150014, 160010, 170006, 180000]) expect(serverAdvice(version)).toBeNull();
    expect([null, expect.stringMatching(/known holes/)]).toContainEqual(await adviceOnServer());
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

  test("where somebody altered published questions, in the database or in the files, and it refuses", async () => {
    const retitled = `jsonb_set(document::jsonb, '{title}', '"Another"')`;
    await alterPublished(`document = ${retitled}`);
    expect(await publishedReasons()).toEqual([
      "The published framework rapid-check@2026.1 was altered in the database: restore it from a backup.",
    ]);

    // The hash goes with the content now, as if other files had been published: these files are the odd ones out.
    const [framework] = (await readFrameworkVersion("frameworks", "rapid-check", "2026.1")).documents;
    await alterPublished(`content_hash = '${contentHash({ ...framework, title: "Another" })}'`);
    expect(await publishedReasons()).toEqual([
      expect.stringMatching(/^The files in frameworks\/rapid-check\/2026\.1 differ .* restore the files/),
    ]);
  });
});
