import { z } from "zod";
import type { CurrentUser } from "@/lib/access/user";
import { notFound } from "@/lib/auth/not-found";
import { organisationByCode } from "@/lib/data/organisations";
import type { CopyOutcome } from "@/lib/data/trusts-beside";
import type { ActionResult } from "@/lib/http/form-action";

/** The fields of a form that copies something to another trust of the group. */
export const copyFields = z.object({ ods: z.string(), id: z.string(), toTrust: z.string() });

type Copied = {
  copy: (
    user: CurrentUser,
    organisationId: string,
    id: string,
    toOrganisation: string,
  ) => Promise<CopyOutcome>;
  /** Where it stands in the other trust. */
  pathOf: (odsCode: string, id: string) => string;
  /** What is said where it stands there already. */
  there: (trust: string) => string;
};

/** Copies something to another trust of the group and goes to the copy. */
export function copyToTrust({ copy, pathOf, there }: Copied) {
  return async (
    user: CurrentUser,
    { ods, id, toTrust }: z.output<typeof copyFields>,
  ): Promise<ActionResult> => {
    const [trust, to] = [await organisationByCode(user, ods), await organisationByCode(user, toTrust)];
    const outcome = trust && to && (await copy(user, trust.id, id, to.id));
    switch (outcome?.kind) {
      case "copied":
        return { goTo: `${pathOf(outcome.to.odsCode, outcome.id)}?copied=yes` };
      case "there":
        return { errors: [there(outcome.to.name)] };
      default:
        return notFound();
    }
  };
}
