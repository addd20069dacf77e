import { documentReply, type DocumentContext } from "../document-reply";

/** What the answers of one care setting come to, as a result document. */
export async function GET(_request: Request, context: DocumentContext): Promise<Response> {
  return documentReply(context, "result", ({ result }) => result);
}
