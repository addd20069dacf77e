import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Manifest, organisationArchive, type OrganisationContents } from "./organisation-document";
import { unzip } from "@/tests/support/unzip";
import { zip } from "@/tests/support/zip";
import type { Row } from "./organisation-part";
import { type PartName, partNames } from "./organisation-parts";
import { readOrganisationArchive } from "./read-organisation-archive";

const contents: OrganisationContents = {
  organisation: {
    odsCode: "ZZA",
    name: "Ashdown Valley",
    kind: "trust",
    careSettings: ["acute"],
    regionCode: null,
    icbCode: null,
    subtype: null,
    openedOn: "2020-04-01",
    closedOn: null,
    successorCode: null,
  },
  frameworks: [],
  people: [{ id: "0a6941ce-36b7-478e-8927-297c234cb7d9", name: "Jo", email: null, jobTitle: null }],
  events: [],
  parts: Object.fromEntries(partNames.map((name): [PartName, Row[]] => [name, []])) as Record<
    PartName,
    Row[]
  >,
};
const madeAt = new Date("2026-11-22T10:00:00Z");

describe("somebody brings a file in that is said to be everything of an organisation", () => {
  test("what was written is what is read", async () => {
    const read = await readOrganisationArchive(await organisationArchive(contents, madeAt));
    expect(read).toMatchObject({ ok: true, contents, manifest: { madeAt: madeAt.toISOString() } });
  });

  test("a file from before evidence could be copied is read as one where none was", async () => {
    const [person] = contents.people;
    const piece = {
      ...{
        id: "6d0b0f3c-8a0f-4a59-9a0a-1f0f5f0c8e11",
        title: "Restore test",
        url: null,
        reference: "",
        owner: "",
      },
      ...{ effectiveOn: null, reviewOn: null, grade: "documented", verifiedBy: null, version: 1 },
      ...{ changedAt: "2026-11-22T10:00:00.000Z", changedById: person?.id, removedAt: null },
    };
    const parts = { ...contents.parts, evidence: [piece] };
    const read = await readOrganisationArchive(await organisationArchive({ ...contents, parts }, madeAt));
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    expect(read.contents.parts.evidence).toEqual([{ ...piece, copiedFrom: "", toConfirm: false }]);
  });

  test("a file from before there was a table is read as one with nothing in it", async () => {
    expect(await readOrganisationArchive(await without("roundReturns"))).toMatchObject({
      ok: true,
      contents,
    });
  });

  test.each(["answers", "memberships", "comments"])(
    "a file out of which somebody took its %s is refused, though nothing in it tells of them",
    async (name) => {
      const read = await readOrganisationArchive(await without(name));
      expect(read).toMatchObject({
        ok: false,
        problems: [{ path: `/${name}`, message: "is not in the file" }],
      });
    },
  );

  /** A file that has no such document, nor names it. */
  async function without(document: string): Promise<Buffer> {
    const files = unzip(await organisationArchive(contents, madeAt));
    const manifest = JSON.parse(files.get("manifest.json") ?? "") as Manifest;
    const documents = manifest.documents.filter(({ name }) => name !== document);
    files.set("manifest.json", JSON.stringify({ ...manifest, documents }));
    files.delete(`${document}.json`);
    return zip([...files].map(([name, content]) => ({ name, content })));
  }

  test("whatever bytes it has, it is read or told of, never thrown at us (FZ-1)", async () => {
    const sound = await organisationArchive(contents, madeAt);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(sound.length - 1), fc.nat(255)), { maxLength: 8 }),
        fc.nat(sound.length),
        async (changes, cut) => {
          const bytes = Buffer.from(sound);
          for (const [at, value] of changes) bytes[at] = value;
          for (const candidate of [bytes, bytes.subarray(0, cut)]) {
            const read = await readOrganisationArchive(Buffer.from(candidate));
            expect(read.ok || read.problems.length > 0).toBe(true);
          }
        },
      ),
      { numRuns: 100 },
    );
  });

  test.each([
    ["/manifest/organisation/odsCode", { organisation: { ...contents.organisation, odsCode: "ZZ\0" } }],
    ["/organisation/icbCode", { organisation: { ...contents.organisation, icbCode: "Q\0" } }],
    ["/manifest/frameworks/0/id", { frameworks: [{ id: "nhs\0", version: "1", contentHash: "" }] }],
    ["/people/0/email", { people: contents.people.map((person) => ({ ...person, email: "jo\ud83d" })) }],
    [
      "/events/0/detail/why/1",
      {
        events: [
          {
            at: "2026-11-22T10:00:00.000Z",
            ...{ actorId: null, action: "a", subject: "", detail: { why: ["x", "\udc00"] } },
          },
        ],
      },
    ],
    [
      "/events/0/detail",
      {
        events: [
          {
            at: "2026-11-22T10:00:00.000Z",
            ...{ actorId: null, action: "a", subject: "", detail: { "\0": 1 } },
          },
        ],
      },
    ],
  ])("text that no database keeps is named by its place: %s", async (path, change) => {
    const read = await readOrganisationArchive(await organisationArchive({ ...contents, ...change }, madeAt));
    expect(read).toMatchObject({
      ok: false,
      problems: [{ path, message: "has the character NUL or half a letter, which cannot be kept" }],
    });
  });

  test("a whole letter that JSON writes in two halves, and the words for NUL, are text as any other", async () => {
    const people = contents.people.map((person) => ({ ...person, name: "Jo 😀 \\u0000" }));
    const files = unzip(await organisationArchive({ ...contents, people }, madeAt));
    expect(files.get("people.json")).toContain("\\\\u0000");
    const read = await readOrganisationArchive(await organisationArchive({ ...contents, people }, madeAt));
    expect(read).toMatchObject({ ok: true, contents: { people } });
  });

  test("a row that is not as it must be is named by its place", async () => {
    const people = [
      ...contents.people,
      { ...contents.people[0], name: null },
    ] as unknown as OrganisationContents["people"];
    const read = await readOrganisationArchive(await organisationArchive({ ...contents, people }, madeAt));
    expect(read).toEqual({ ok: false, problems: [{ path: "/people/1/name", message: "must be text" }] });
  });
});
