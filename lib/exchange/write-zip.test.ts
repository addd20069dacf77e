import JSZip from "jszip";
import { describe, expect, it } from "vitest";
import { zipArchive } from "./write-zip";

const madeAt = new Date("2026-11-23T12:34:56Z");
const picture = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 255]);
const entries = [
  { name: "answers/6.3 é.csv", content: "level\r\n2\r\n".repeat(500) },
  { name: "empty.txt", content: "" },
  { name: "picture.png", content: picture, packed: true },
];

describe("I open an archive of ours with any program", () => {
  it("holds each file as it was put in, under its name, with its time and nothing broken", async () => {
    const opened = await JSZip.loadAsync(zipArchive(entries, madeAt), { checkCRC32: true });
    expect(Object.keys(opened.files)).toEqual(entries.map(({ name }) => name));
    expect(await opened.file("answers/6.3 é.csv")?.async("string")).toBe(entries[0]?.content);
    expect(await opened.file("empty.txt")?.async("string")).toBe("");
    expect(await opened.file("picture.png")?.async("uint8array")).toEqual(picture);
    expect(opened.file("empty.txt")?.date).toEqual(madeAt);
  });

  it("is packed, and the same to the byte for the same files at the same moment", () => {
    const archive = zipArchive(entries, madeAt);
    expect(archive.length).toBeLessThan(1000);
    expect(zipArchive(entries, madeAt).equals(archive)).toBe(true);
  });
});
