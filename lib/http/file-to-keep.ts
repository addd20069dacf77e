import { contentTypes } from "@/lib/report/file-name";

/** A report as a file to keep, never held by a cache. */
export function fileToKeep(file: string | Buffer, name: string, format: keyof typeof contentTypes): Response {
  return new Response(typeof file === "string" ? file : new Uint8Array(file), {
    headers: {
      "content-type": contentTypes[format],
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "private, no-store",
    },
  });
}
