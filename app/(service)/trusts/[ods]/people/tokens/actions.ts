"use server";

import { z } from "zod";
import { notFound } from "@/lib/auth/not-found";
import { managedOrganisation } from "@/lib/data/managed-organisation";
import { endReach } from "@/lib/data/token-reaches";
import { reachingTokensPath } from "@/lib/http/addresses";
import { formAction } from "@/lib/http/form-action";

const fields = z.object({ ods: z.string().max(20), token: z.string().max(40) });

/** Ends what somebody's token reaches in an organisation. Taking away asks for no proof: it must be quick. */
export const endReachAction = formAction(fields, async (user, { ods, token }) => {
  const place = await managedOrganisation(user, ods);
  if (!place) return notFound();
  const ended = await endReach(user, place.id, token, new Date());
  return { goTo: `${reachingTokensPath(place.odsCode)}${ended ? "?ended=yes" : ""}` };
});
