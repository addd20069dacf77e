import { boardSeenBy } from "@/app/(service)/trusts/[ods]/board/load-board";
import { packOf } from "@/app/(service)/trusts/[ods]/board/pack/load-pack";
import { packFile } from "@/app/(service)/trusts/[ods]/board/pack/pack-file";
import { noQuery } from "@/lib/exchange/api/schemas";
import { readQuery } from "@/lib/http/api-reply";
import { apiRoute, notThere } from "@/lib/http/api-route";
import { otherMethods } from "@/lib/http/other-methods";
import { packFormats } from "@/lib/report/file-name";

type Params = { ods: string; edition: string; format: string };

/** A board pack as a file, the very one its page offers. */
export const GET = apiRoute<Params>("export", async ({ request, user, params }) => {
  const read = readQuery(request, noQuery);
  if (!read.ok) return read.reply;
  const { ods, edition } = params;
  const format = packFormats.find((each) => each === params.format);
  if (!format || (edition !== "private" && edition !== "public")) return notThere(request);
  const board = await boardSeenBy(user, ods, edition, { frontSheet: true });
  const pack = board && packOf(board, edition);
  return (pack && (await packFile(pack, format))) ?? notThere(request);
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
