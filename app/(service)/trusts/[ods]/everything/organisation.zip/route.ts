import { organisationArchive } from "@/lib/exchange/organisation-document";
import { type EverythingContext, takeOut } from "../take-out";

/** Everything an organisation has as documents for another installation, or for its own keeping. */
export async function GET(_request: Request, context: EverythingContext): Promise<Response> {
  return takeOut(context, "json", organisationArchive);
}
