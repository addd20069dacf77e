import { Resvg } from "@resvg/resvg-js";
import { describe, expect, it } from "vitest";
import { isKeptLogo, readLogo } from "./logo-picture";
import { opaquePng } from "./opaque-png";

const markup = (width: number, height: number) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="${width}" height="${height}" fill="#005eb8"/></svg>`;
const png = (width: number, height: number) => Buffer.from(new Resvg(markup(width, height)).render().asPng());

/** A JPEG of 20 by 10 blue dots. */
const jpeg = Buffer.from(
  [
    "/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAAgGBgcGBQgHBwcJCQgKDBQNDAsLDBkSEw8UHRofHh0aHBwgJC4nICIsIxwcKDcpLDAx",
    "NDQ0Hyc5PTgyPC4zNDL/2wBDAQkJCQwLDBgNDRgyIRwhMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIy",
    "MjIyMjIyMjL/wAARCAAKABQDASIAAhEBAxEB/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcICQoL/8QAtRAAAgEDAwIEAwUF",
    "BAQAAAF9AQIDAAQRBRIhMUEGE1FhByJxFDKBkaEII0KxwRVS0fAkM2JyggkKFhcYGRolJicoKSo0NTY3ODk6Q0RFRkdISUpTVFVW",
    "V1hZWmNkZWZnaGlqc3R1dnd4eXqDhIWGh4iJipKTlJWWl5iZmqKjpKWmp6ipqrKztLW2t7i5usLDxMXGx8jJytLT1NXW19jZ2uHi",
    "4+Tl5ufo6erx8vP09fb3+Pn6/8QAHwEAAwEBAQEBAQEBAQAAAAAAAAECAwQFBgcICQoL/8QAtREAAgECBAQDBAcFBAQAAQJ3AAEC",
    "AxEEBSExBhJBUQdhcRMiMoEIFEKRobHBCSMzUvAVYnLRChYkNOEl8RcYGRomJygpKjU2Nzg5OkNERUZHSElKU1RVVldYWVpjZGVm",
    "Z2hpanN0dXZ3eHl6goOEhYaHiImKkpOUlZaXmJmaoqOkpaanqKmqsrO0tba3uLm6wsPExcbHyMnK0tPU1dbX2Nna4uPk5ebn6Onq",
    "8vP09fb3+Pn6/9oADAMBAAIRAxEAPwDj6KKK+xPjAooooA//2Q==",
  ].join(""),
  "base64",
);

/** The first bytes of a PNG that says it is of this size, and goes on with something else. */
function saying(width: number, height: number): Buffer {
  const head = png(4, 4).subarray(0, 24);
  head.writeUInt32BE(width, 16);
  head.writeUInt32BE(height, 20);
  return Buffer.concat([head, Buffer.from("<script>alert(1)</script>")]);
}

describe("A consultant puts the logo of the consultancy on its reports", () => {
  it("is drawn anew: at most 600 by 240 dots, and nothing of the file itself is kept", () => {
    const file = Buffer.concat([png(1200, 480), Buffer.from("<script>alert(1)</script>")]);
    const logo = readLogo(file);
    expect(logo).toMatchObject({ width: 600, height: 240 });
    if (typeof logo === "string") throw new Error(logo);
    expect(logo.png.toString("latin1")).not.toContain("<script>");
    expect(logo.png.subarray(1, 4).toString()).toBe("PNG");
    expect(readLogo(png(90, 30))).toMatchObject({ width: 90, height: 30 });
  });

  it("refuses what is no PNG or JPEG by its first bytes, whatever it is called", () => {
    const others = [
      ...[markup(10, 10), `<?xml version="1.0"?>${markup(10, 10)}`, "<html></html>", "GIF89a", "", "BM"],
      ...["\u0000\u0089PNG\r\n\u001a\n", "%PDF-1.7", "MZ"],
    ];
    for (const text of others) expect(readLogo(Buffer.from(text, "latin1"))).toBe("type");
  });

  it("refuses what says it is large before it is unpacked, and what cannot be read", () => {
    expect(readLogo(saying(100_000, 100_000))).toBe("dots");
    expect(readLogo(saying(0, 5))).toBe("unread");
    expect(readLogo(saying(100, 100))).toBe("unread");
    expect(readLogo(Buffer.from([0xff, 0xd8, 0xff, 0xe0]))).toBe("unread");
    expect(readLogo(opaquePng(new Uint8Array(4), 1, 1).subarray(0, 20))).toBe("unread");
  });

  it("takes a JPEG, and not one that breaks off", () => {
    expect(readLogo(jpeg)).toMatchObject({ width: 20, height: 10 });
    expect(readLogo(jpeg.subarray(0, 100))).toBe("unread");
  });

  it("knows what it drew itself from what somebody put in its place", () => {
    const logo = readLogo(png(90, 30));
    if (typeof logo === "string") throw new Error(logo);
    expect(isKeptLogo(logo.png)).toBe(true);
    const script = Buffer.from("<script>alert(1)</script>");
    const others = [
      ...[Buffer.alloc(0), Buffer.from([0]), script, jpeg, saying(40, 40), saying(100_000, 100_000)],
      ...[Buffer.concat([logo.png, script]), logo.png.subarray(0, -1), logo.png.subarray(0, 60)],
      // What a drawing program wrote beside its dots.
      Buffer.concat([
        logo.png.subarray(0, 33),
        Buffer.from([0, 0, 0, 0]),
        Buffer.from("tEXt\0\0\0\0"),
        logo.png.subarray(33),
      ]),
    ];
    for (const other of others) expect(isKeptLogo(other)).toBe(false);
  });
});
