import { openOrganisations } from "@/lib/data/organisations";
import { noQuery } from "@/lib/exchange/api/schemas";
import { apiReply, readQuery } from "@/lib/http/api-reply";
import { apiRoute } from "@/lib/http/api-route";
import { otherMethods } from "@/lib/http/other-methods";

/** The organisations the token reaches, by name. */
export const GET = apiRoute("read", async ({ request, user }) => {
  const read = readQuery(request, noQuery);
  if (!read.ok) return read.reply;
  const organisations = await openOrganisations(user);
  return apiReply(request, {
    items: organisations.map(({ odsCode: ods, name, kind, careSettings }) => ({
      ods,
      name,
      kind,
      careSettings,
    })),
  });
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
