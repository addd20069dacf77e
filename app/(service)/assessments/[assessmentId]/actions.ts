"use server";

import { z } from "zod";
import { notFound } from "@/lib/auth/not-found";
import { deleteEmptyRound } from "@/lib/data/rounds";
import { trustPath } from "@/lib/http/addresses";
import { formAction } from "@/lib/http/form-action";

/** Deletes a round that nobody has answered. */
export const deleteRoundAction = formAction(
  z.object({ id: z.string(), ods: z.string().max(12) }),
  async (user, { id, ods }) => {
    const outcome = await deleteEmptyRound(user, id);
    if (outcome === "deleted") return { goTo: trustPath(encodeURIComponent(ods)) };
    if (outcome === "has_answers") {
      return { errors: ["The round was not deleted: a colleague has answered something in it."] };
    }
    return notFound();
  },
);
