import { createHash } from "node:crypto";
import { holds } from "@/lib/http/etag";

/** A public file: the same for everybody. */
type PublicFile = {
  body: string | Uint8Array<ArrayBuffer>;
  type: string;
  /** True where what stands at this address will never change. */
  final: boolean;
  /** What distinguishes one content from the next; worked out from the body where it is left out. */
  tag?: string;
  /** Saved under this name instead of being shown. */
  saveAs?: string;
};

/**
 * Sends a public file with its ETag: 304 where the caller holds it already. What is final may be kept for good;
 * what may change is asked for again each time.
 */
export function fileReply(request: Request, { body, type, final, tag, saveAs }: PublicFile): Response {
  const etag = `"${tag ?? createHash("sha256").update(body).digest("hex")}"`;
  const headers = new Headers({
    etag,
    "cache-control": final ? "public, max-age=31536000, immutable" : "no-cache",
  });
  if (holds(request.headers.get("if-none-match"), etag)) return new Response(null, { status: 304, headers });
  headers.set("content-type", type);
  if (saveAs) headers.set("content-disposition", `attachment; filename="${saveAs}"`);
  return new Response(body, { headers });
}
