import { frameworkWorkbook } from "@/lib/exchange/framework-workbook";
import { sendFile } from "../send-file";

type Context = { params: Promise<{ id: string; version: string }> };

const EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** The framework as an Excel workbook; with ?setting= only what applies there, in its words. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return sendFile(request, await params, EXCEL, "xlsx", async (framework, setting) =>
    Uint8Array.from(await frameworkWorkbook(framework, setting)),
  );
}
