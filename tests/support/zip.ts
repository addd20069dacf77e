import { crc32, deflateRawSync } from "node:zlib";

/** A file to put into an archive; `claims` is what the archive says of its size where that is not the truth. */
export type ZipFile = { name: string; content: Buffer | string; claims?: number };

/** A zip archive as it is written by the book, or lying about its sizes where a file says so. */
export function zip(files: readonly ZipFile[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, content, claims } of files) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const names = Buffer.from(name);
    const facts = Buffer.alloc(22);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(8, 4);
    facts.writeUInt32LE(crc32(bytes), 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(claims ?? bytes.length, 18);
    const lengths = Buffer.alloc(4);
    lengths.writeUInt16LE(names.length, 0);
    const local = Buffer.concat([Buffer.from("PK\u0003\u0004", "latin1"), facts, lengths, names, packed]);
    const rest = Buffer.alloc(16);
    rest.writeUInt32LE(at, 12);
    const signature = Buffer.from("PK\u0001\u0002\u0014\u0000", "latin1");
    directory.push(Buffer.concat([signature, facts, lengths.subarray(0, 2), rest, names]));
    parts.push(local);
    at += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("PK\u0005\u0006", "latin1");
  end.writeUInt16LE(Math.min(files.length, 0xffff), 8);
  end.writeUInt16LE(Math.min(files.length, 0xffff), 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, central, end]);
}
