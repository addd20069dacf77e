import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { uploadedFiles } from "./uploaded-files";

const limits = { largest: 1000, most: 1 };
const boundary = "----form";
const headers = { "content-type": `multipart/form-data; boundary=${boundary}` };
const begun = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="answers.xlsx"\r\n\r\n`;

/** A form that is sent as `send` does it. */
function sent(send: (body: ReadableStreamDefaultController<Uint8Array>) => void): Request {
  const body = new ReadableStream<Uint8Array>({ start: send });
  const init = { method: "POST", headers, body, duplex: "half" };
  return new Request("http://localhost/upload", init);
}

const bytes = (text: string) => new TextEncoder().encode(text);

describe("somebody begins to send a file and never ends (UP-1)", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test("they are waited for two minutes, and no longer", async () => {
    const said = vi.fn();
    const waiting = uploadedFiles(
      sent((body) => body.enqueue(bytes(begun))),
      "file",
      limits,
    ).then(said);
    await vi.advanceTimersByTimeAsync(119_999);
    expect(said).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    await waiting;
    expect(said).toHaveBeenCalledWith("slow");
  });

  test("whoever sends a little now and then gains nothing by it", async () => {
    const said = vi.fn();
    const drops = sent((body) => {
      body.enqueue(bytes(begun));
      setInterval(() => body.enqueue(bytes("x")), 10_000);
    });
    const waiting = uploadedFiles(drops, "file", limits).then(said);
    await vi.advanceTimersByTimeAsync(120_000);
    await waiting;
    expect(said).toHaveBeenCalledWith("slow");
    vi.clearAllTimers();
  });

  test("whose file has come within that time is read as ever", async () => {
    const slowly = sent((body) => {
      body.enqueue(bytes(begun));
      setTimeout(() => {
        body.enqueue(bytes(`all of it\r\n--${boundary}--\r\n`));
        body.close();
      }, 100_000);
    });
    const waiting = uploadedFiles(slowly, "file", limits);
    await vi.advanceTimersByTimeAsync(100_000);
    expect(await waiting).toMatchObject([{ name: "answers.xlsx", bytes: bytes("all of it") }]);
  });
});
