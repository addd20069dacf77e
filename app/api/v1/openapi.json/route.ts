import { openApiDocument } from "@/lib/exchange/api/openapi";
import { appOrigin } from "@/lib/env";
import { otherMethods } from "@/lib/http/other-methods";
import { fileReply } from "../frameworks/file-reply";

/** The OpenAPI document of what programs can ask for. Public. */
export function GET(request: Request): Response {
  const body = JSON.stringify(openApiDocument(appOrigin()), null, 2);
  return fileReply(request, { body, type: "application/json", final: false });
}

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
