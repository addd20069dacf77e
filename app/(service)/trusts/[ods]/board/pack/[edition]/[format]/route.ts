import { guardedRoute } from "@/lib/auth/guarded-route";
import { notFound } from "@/lib/auth/not-found";
import { packFormats } from "@/lib/report/file-name";
import { loadPack } from "../../load-pack";
import { packFile } from "../../pack-file";

type Context = { params: Promise<{ ods: string; edition: string; format: string }> };

/** A board pack as a file to keep. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { ods, edition, format: asked } = await params;
  const format = packFormats.find((each) => each === asked);
  if (!format) notFound();
  return guardedRoute("The pack could not be made just now. Try again", async () => {
    const file = await packFile(await loadPack(ods, edition), format);
    if (!file) notFound();
    return file;
  });
}
