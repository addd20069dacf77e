"use server";

import { z } from "zod";
import { notFound } from "@/lib/auth/not-found";
import { makeCheckpoint } from "@/lib/data/checkpoints";
import { checkpointPath } from "@/lib/http/addresses";
import { formAction } from "@/lib/http/form-action";

const fields = z.object({
  id: z.string(),
  key: z.guid().optional(),
  name: z
    .string()
    .trim()
    .min(1, "Enter what the checkpoint is for")
    .max(200, "Enter 200 characters or fewer"),
});

/** Keeps the current position under a name and shows it. */
export const makeCheckpointAction = formAction(fields, async (user, { id, key, name }) => {
  const outcome = await makeCheckpoint(user, id, name, { key });
  switch (outcome.kind) {
    case "made":
      return { goTo: checkpointPath(id, outcome.id) };
    case "closed":
      return { errors: ["This round is closed. What is signed off is kept already."] };
    default:
      return notFound();
  }
});
