import { readBytes } from "./read-body";

/** A file as a form sent it. */
export type UploadedFile = { name: string; bytes: Uint8Array };

/** Why no file came: nothing chosen, too many, too large, sent too slowly, or nothing that can be read. */
export type UploadProblem = "none" | "many" | "large" | "slow" | "unread";

/** What a browser writes around each file. */
const AROUND = 10_000;
/** How long a file may take to arrive, in milliseconds. */
const LONGEST = 120_000;

/**
 * The files that a form sent in one of its fields. What is too large, by what it says or by what comes, is never held
 * in memory, and who sends too slowly is not waited for. Nothing is written to disk.
 */
export async function uploadedFiles(
  request: Request,
  field: string,
  { largest, most, longest = LONGEST }: { largest: number; most: number; longest?: number },
): Promise<UploadedFile[] | UploadProblem> {
  const body = await withinTime(readBytes(request, largest * most + AROUND * most), longest);
  if (body === "slow") return "slow";
  if (body === null) return "large";
  const headers = { "content-type": request.headers.get("content-type") ?? "" };
  const form = await new Response(new Uint8Array(body), { headers }).formData().catch(() => null);
  if (!form) return "unread";
  const sent = form.getAll(field).filter((one) => typeof one !== "string");
  const files = sent.filter(({ name, size }) => name !== "" || size > 0);
  if (files.length === 0) return "none";
  if (files.length > most) return "many";
  return Promise.all(
    files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
  );
}

async function withinTime<T>(work: Promise<T>, milliseconds: number): Promise<T | "slow"> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<"slow">((done) => {
    timer = setTimeout(() => done("slow"), milliseconds);
  });
  // What still comes of a body that nobody waits for is of no interest.
  work.catch(() => undefined);
  return Promise.race([work, over]).finally(() => clearTimeout(timer));
}
