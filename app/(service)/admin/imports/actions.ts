"use server";

import { z } from "zod";
import { notFound } from "@/lib/auth/not-found";
import { applyImport } from "@/lib/data/organisation-imports";
import { adminPath, importPath } from "@/lib/http/addresses";
import { formAction } from "@/lib/http/form-action";

const fields = z.object({
  import: z.string(),
  mergers: z.preprocess(
    (value) => (value === undefined ? [] : [value].flat()),
    z.array(z.string().max(12)).max(1000),
  ),
});

/** Applies an import as it was looked at. */
export const applyImportAction = formAction(fields, async (user, { import: id, mergers }) => {
  const outcome = await applyImport(user, id, mergers, new Date());
  switch (outcome.kind) {
    case "applied":
    case "applied_already":
      return { goTo: `${importPath(id)}?done=applied` };
    case "out_of_date":
      return {
        errors: [
          `Organisations have changed since you looked at this, so nothing was applied. Choose the files again under ${adminPath("imports")}`,
        ],
      };
    default:
      return notFound();
  }
});
