/** One file in a zip archive, as the archive's directory lists it. */
export type ZipEntry = { name: string; packed: number; unpacked: number };

export type ZipDirectory = { ok: true; entries: ZipEntry[] } | { ok: false; problem: ZipProblem };

/** Why an archive is not opened. */
export type ZipProblem = "not_zip" | "broken" | "encrypted" | "many" | "large";

/** How much an archive may hold. Sizes in bytes, unpacked. */
export type ZipLimits = { entries: number; unpacked: number };

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_LENGTH = 22;
const CENTRAL_LENGTH = 46;

/**
 * Reads the directory of a zip archive without unpacking anything, and refuses one that is too much or that could be
 * read in two ways: something before, between or after its parts, a name given twice or leading elsewhere, a local
 * header that says other than the directory. The sizes are what the archive claims; whoever unpacks holds it to them.
 * Never throws.
 */
export function zipDirectory(archive: Buffer, limits: ZipLimits): ZipDirectory {
  const refused = (problem: ZipProblem): ZipDirectory => ({ ok: false, problem });
  if (archive.length < END_LENGTH || archive.readUInt32LE(0) !== LOCAL) return refused("not_zip");
  const end = archive.length - END_LENGTH;
  // A comment at the end would let another kind of file hide there.
  if (archive.readUInt32LE(end) !== END || archive.readUInt16LE(end + 20) !== 0) return refused("broken");
  const count = archive.readUInt16LE(end + 10);
  const start = archive.readUInt32LE(end + 16);
  if (count > limits.entries) return refused("many");
  if (start + archive.readUInt32LE(end + 12) !== end) return refused("broken");
  const entries: ZipEntry[] = [];
  const names = new Set<string>();
  const places: number[] = [];
  let [at, unpacked] = [start, 0];
  for (let left = count; left > 0; left -= 1) {
    if (at + CENTRAL_LENGTH > end || archive.readUInt32LE(at) !== CENTRAL) return refused("broken");
    const nameLength = archive.readUInt16LE(at + 28);
    const next =
      at + CENTRAL_LENGTH + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
    if (next > end) return refused("broken");
    const entry = {
      name: archive.toString("utf8", at + CENTRAL_LENGTH, at + CENTRAL_LENGTH + nameLength),
      packed: archive.readUInt32LE(at + 20),
      unpacked: archive.readUInt32LE(at + 24),
    };
    if ((archive.readUInt16LE(at + 8) & 1) !== 0) return refused("encrypted");
    unpacked += entry.unpacked;
    if (unpacked > limits.unpacked) return refused("large");
    const local = archive.readUInt32LE(at + 42);
    if (!isLocal(archive, local, start, entry) || ![0, 8].includes(archive.readUInt16LE(at + 10))) {
      return refused("broken");
    }
    // Spreadsheet programs tell names apart by more than their case.
    const name = entry.name.toLowerCase();
    if (names.has(name) || /\\|(^|\/)\.\.?(\/|$)|^\/|\0/.test(name)) return refused("broken");
    names.add(name);
    places.push(local);
    entries.push(entry);
    at = next;
  }
  const apart = new Set(places).size === places.length;
  if (at !== end || !apart || (count > 0 && Math.min(...places) !== 0)) return refused("broken");
  return { ok: true, entries };
}

function isLocal(archive: Buffer, at: number, end: number, { name, packed }: ZipEntry): boolean {
  if (at + 30 > end || archive.readUInt32LE(at) !== LOCAL) return false;
  const nameLength = archive.readUInt16LE(at + 26);
  const content = at + 30 + nameLength + archive.readUInt16LE(at + 28);
  return content + packed <= end && archive.toString("utf8", at + 30, at + 30 + nameLength) === name;
}
