import { frameworkCsv } from "@/lib/exchange/framework-csv";
import { sendFile } from "../send-file";

type Context = { params: Promise<{ id: string; version: string }> };

/** Every criterion as CSV; with ?setting= only what applies there, in its words. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return sendFile(request, await params, "text/csv; charset=utf-8", "csv", frameworkCsv);
}
