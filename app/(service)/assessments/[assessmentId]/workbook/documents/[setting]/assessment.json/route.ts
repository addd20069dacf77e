import { documentReply, type DocumentContext } from "../document-reply";

/** The answers of one care setting as an assessment document. */
export async function GET(_request: Request, context: DocumentContext): Promise<Response> {
  return documentReply(context, "assessment", ({ document }) => document);
}
