import { afterEach, describe, expect, test, vi } from "vitest";
import {
  currentFrameworkVersion,
  getFramework,
  listFrameworks,
  publishFrameworks,
} from "@/lib/data/frameworks";
import { withTenant } from "@/lib/data/tenant";
import type { Framework } from "@/lib/framework/schema";
import { connectAsOwner, lookBeneath } from "@/tests/support/database";
import { smallFramework } from "@/tests/support/small-framework";
import { makeTrust } from "@/tests/support/trust";

let versions = 0;

/** A framework nobody else in this file uses. */
function aDraft(): Framework {
  versions += 1;
  return { ...smallFramework({ version: `1.${versions}` }), id: "trial" };
}

const asPublished = (framework: Framework): Framework => ({ ...framework, status: "published" });
const retitled = (framework: Framework, title: string): Framework => ({ ...framework, title });
const without = (framework: Framework, dimension: string): Framework => ({
  ...framework,
  dimensions: framework.dimensions.filter(({ id }) => id !== dimension),
});

async function startRoundOn(framework: Framework): Promise<void> {
  const trust = await makeTrust();
  const lead = await trust.let("digital_lead");
  await withTenant(lead, { write: trust.id }, (tx) =>
    tx.assessment.createMany({
      data: {
        id: crypto.randomUUID(),
        organisationId: trust.id,
        round: "2026/27",
        frameworkId: framework.id,
        frameworkVersion: framework.version,
        careSettings: ["acute"],
        startedById: lead.personId,
      },
    }),
  );
}

afterEach(() => {
  vi.useRealTimers();
});

describe("I publish a framework", () => {
  test("and read back what I published, whole", async () => {
    const draft = aDraft();
    const key = `trial@${draft.version}`;
    expect(await publishFrameworks([draft])).toEqual({ ok: true, changed: [key], unchanged: [] });
    expect(await getFramework("trial", draft.version)).toEqual(draft);
  });

  test("again unchanged, and nothing happens", async () => {
    const draft = aDraft();
    await publishFrameworks([draft]);
    const key = `trial@${draft.version}`;
    expect(await publishFrameworks([draft])).toEqual({ ok: true, changed: [], unchanged: [key] });
    expect(
      await lookBeneath("SELECT FROM audit_event WHERE subject = $1", [`framework:${key}`]),
    ).toHaveLength(1);
  });

  test("and an unknown version is said to be missing", async () => {
    await expect(getFramework("trial", "0")).rejects.toThrow("There is no framework trial@0 in the database");
  });
});

describe("a published version", () => {
  test("never changes: the new content is refused, by name, and the old stands", async () => {
    const published = asPublished(aDraft());
    const another = aDraft();
    await publishFrameworks([published]);

    const outcome = await publishFrameworks([another, retitled(published, "Changed")]);
    expect(outcome).toEqual({
      ok: false,
      problems: [
        expect.stringMatching(`trial@${published.version}: this version is published and never changes`),
      ],
    });
    expect(await getFramework("trial", published.version)).toEqual(published);
    // All or none: the one before it in the list is not there either.
    await expect(getFramework("trial", another.version)).rejects.toThrow("There is no framework");
  });

  test("cannot go back to draft", async () => {
    const draft = aDraft();
    await publishFrameworks([asPublished(draft)]);
    expect(await publishFrameworks([draft])).toMatchObject({ ok: false });
  });

  test("is kept by the database as well, whoever asks", async () => {
    const published = asPublished(aDraft());
    await publishFrameworks([published]);
    const owner = await connectAsOwner();
    for (const statement of [
      "UPDATE framework_version SET status = 'draft'",
      "DELETE FROM framework_version",
    ]) {
      await expect(
        owner.query(`${statement} WHERE framework_id = 'trial' AND version = $1`, [published.version]),
      ).rejects.toThrow("is published and never changes");
    }
  });
});

describe("a draft", () => {
  test("is replaced, and those who read it see the new content soon", async () => {
    const draft = aDraft();
    await publishFrameworks([draft]);
    await getFramework("trial", draft.version);
    await publishFrameworks([retitled(draft, "New title")]);
    expect((await getFramework("trial", draft.version)).title).toBe("New title");
  });

  test("also in another process, which had read it before", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    const draft = aDraft();
    await publishFrameworks([draft]);
    await getFramework("trial", draft.version);
    // As another process would do it: this one is not told.
    const owner = await connectAsOwner();
    await owner.query(
      `UPDATE framework_version SET document = jsonb_set(document, '{title}', '"Elsewhere"'), content_hash = 'other'
       WHERE framework_id = 'trial' AND version = $1`,
      [draft.version],
    );
    expect((await getFramework("trial", draft.version)).title).toBe(draft.title);
    vi.advanceTimersByTime(5_000);
    expect((await getFramework("trial", draft.version)).title).toBe("Elsewhere");
  });

  test("may lose what nobody can have answered yet", async () => {
    const draft = aDraft();
    await publishFrameworks([draft]);
    expect(await publishFrameworks([without(draft, "d02")])).toMatchObject({ ok: true });
    expect((await getFramework("trial", draft.version)).dimensions).toHaveLength(1);
  });

  test("that a round is pinned to may be reworded, extended and published", async () => {
    const draft = aDraft();
    await publishFrameworks([without(draft, "d02")]);
    await startRoundOn(draft);
    expect(await publishFrameworks([draft])).toMatchObject({ ok: true });
    expect(await publishFrameworks([asPublished(retitled(draft, "Final"))])).toMatchObject({ ok: true });
  });

  test("that a round is pinned to keeps everything an answer may point at, and says what was missing", async () => {
    const draft = aDraft();
    await publishFrameworks([draft]);
    await startRoundOn(draft);
    const outcome = await publishFrameworks([without(draft, "d02")]);
    expect(outcome).toEqual({
      ok: false,
      problems: [
        expect.stringMatching(
          /rounds are being answered against this draft, .* lacks capability c02-1 .*, criterion c02-1-l2-a, .* and 3 more/,
        ),
      ],
    });
    expect(await getFramework("trial", draft.version)).toEqual(draft);
  });
});

test("a new round is assessed against the newest published version, a draft only where there is none, and never an illustration", async () => {
  const family = (version: string, status: Framework["status"]) => ({
    ...smallFramework({ version }),
    id: "family",
    status,
  });
  await publishFrameworks([family("2025.1", "draft"), family("2025.2", "draft")]);
  expect(await currentFrameworkVersion("family")).toBe("2025.2");
  await publishFrameworks([family("2024.9", "published"), family("2024.10", "published")]);
  expect(await currentFrameworkVersion("family")).toBe("2024.10");
  expect((await listFrameworks()).filter(({ id }) => id === "family").map(({ version }) => version)).toEqual([
    "2025.2",
    "2025.1",
    "2024.10",
    "2024.9",
  ]);
  await publishFrameworks([{ ...family("2026.1", "published"), illustrative: true }]);
  expect(await currentFrameworkVersion("family")).toBe("2024.10");
  await expect(currentFrameworkVersion("nowhere")).rejects.toThrow("There is no framework nowhere");
});
