import JSZip from "jszip";
import { zipDirectory, type ZipLimits, type ZipProblem } from "./zip-directory";

/** A zip archive of texts. The same texts at the same moment give the same bytes. */
export async function zipOf(files: readonly { name: string; text: string }[], madeAt: Date): Promise<Buffer> {
  const archive = new JSZip();
  for (const { name, text } of files) archive.file(name, text, { date: madeAt, createFolders: false });
  return archive.generateAsync({ type: "nodebuffer", compression: "DEFLATE" });
}

/** The texts in a zip archive by name, or why it was not opened: see `zipDirectory`. Never throws. */
export async function textsIn(
  archive: Buffer,
  limits: ZipLimits,
): Promise<{ ok: true; texts: Map<string, string> } | { ok: false; problem: ZipProblem }> {
  const directory = zipDirectory(archive, limits);
  if (!directory.ok) return directory;
  try {
    const opened = await JSZip.loadAsync(archive, { checkCRC32: true });
    const texts = new Map<string, string>();
    for (const { name } of directory.entries)
      texts.set(name, (await opened.file(name)?.async("string")) ?? "");
    return { ok: true, texts };
  } catch {
    return { ok: false, problem: "broken" };
  }
}
