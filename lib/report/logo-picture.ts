import { Resvg } from "@resvg/resvg-js";
import { opaquePng } from "./opaque-png";
import type { Picture } from "./drawing-picture";

/** The largest file of a logo that is looked at, in bytes; the page says so. */
export const LARGEST_LOGO = 300_000;

/** The most dots a side of what was sent, so that a small file cannot unpack to a large one; the page says so. */
const MOST_DOTS = 3_000;

/** What is kept is drawn anew within these, in dots. */
const KEPT = { width: 600, height: 240 };

type LogoProblem = "type" | "dots" | "unread";

/**
 * A logo from what somebody sent: PNG or JPEG by its first bytes, whatever it is called, and drawn anew, so that
 * nothing of the file itself is kept (design 5, UP-1 and UP-3). Never SVG, which can hold scripts.
 */
export function readLogo(file: Buffer): Picture | LogoProblem {
  const type = isPng(file) ? "png" : isJpeg(file) ? "jpeg" : null;
  if (!type) return "type";
  const size = type === "png" ? pngSize(file) : jpegSize(file);
  if (!size) return "unread";
  const { width, height } = size;
  if (width < 1 || height < 1) return "unread";
  if (width > MOST_DOTS || height > MOST_DOTS) return "dots";
  const scale = Math.min(1, KEPT.width / width, KEPT.height / height);
  const [wide, tall] = [Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))];
  const drawing = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${wide}" height="${tall}">`,
    `<image width="${wide}" height="${tall}" href="data:image/${type};base64,${file.toString("base64")}"/></svg>`,
  ].join("");
  // What cannot be read is left out of the drawing without a word: then not a single dot is there.
  const dots = new Resvg(drawing, { font: { loadSystemFonts: false } }).render().pixels;
  if (!dots.some((value, index) => index % 4 === 3 && value > 0)) return "unread";
  const onWhite = new Resvg(drawing, { background: "#ffffff", font: { loadSystemFonts: false } }).render();
  const png = opaquePng(onWhite.pixels, onWhite.width, onWhite.height);
  return { png, width: onWhite.width, height: onWhite.height };
}

/** Whether a picture is as `readLogo` draws them: a PNG that can be read, with nothing in it but its dots. */
export function isKeptLogo(file: Buffer): boolean {
  if (!isPng(file)) return false;
  let at = 8;
  for (let name = ""; name !== "IEND"; at += 12 + file.readUInt32BE(at)) {
    if (at + 12 > file.length) return false;
    name = file.toString("latin1", at + 4, at + 8);
    if (!["IHDR", "IDAT", "IEND"].includes(name)) return false;
  }
  return at === file.length && typeof readLogo(file) !== "string";
}

function isPng(file: Buffer): boolean {
  return file.subarray(0, 8).equals(Buffer.from("\u0089PNG\r\n\u001a\n", "latin1"));
}

function isJpeg(file: Buffer): boolean {
  return file.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]));
}

type Size = { width: number; height: number };

/** From the header, which always comes first. */
function pngSize(file: Buffer): Size | null {
  if (file.length < 24 || file.toString("latin1", 12, 16) !== "IHDR") return null;
  return { width: file.readUInt32BE(16), height: file.readUInt32BE(20) };
}

/** From the frame's header, the first of the segments C0 to CF that is none of C4, C8 and CC. */
function jpegSize(file: Buffer): Size | null {
  let at = 2;
  while (at + 9 <= file.length) {
    if (file[at] !== 0xff) return null;
    const marker = file[at + 1] ?? 0;
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      return { height: file.readUInt16BE(at + 5), width: file.readUInt16BE(at + 7) };
    }
    at += 2 + file.readUInt16BE(at + 2);
  }
  return null;
}
