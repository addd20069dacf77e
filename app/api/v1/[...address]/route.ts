import { refusal } from "@/lib/http/api-route";

/** Whatever else a program asks for here: told as it is told everything, and not by a page for people. */
export function GET(request: Request): Response {
  return refusal(
    request,
    404,
    "There is nothing here",
    "The addresses there are stand in /api/v1/openapi.json",
  );
}

export { GET as DELETE, GET as PATCH, GET as POST, GET as PUT };
