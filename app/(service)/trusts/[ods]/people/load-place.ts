import type { Crumb } from "@/components/nhs/breadcrumb";
import { may } from "@/lib/access/policy";
import { notFound } from "@/lib/auth/not-found";
import type { OrganisationFacts } from "@/lib/data/organisation-facts";
import type { CurrentUser } from "@/lib/access/user";
import { requireRecentSignIn } from "@/lib/auth/recent-sign-in";
import { requireUser } from "@/lib/auth/current-user";
import { managedOrganisation } from "@/lib/data/managed-organisation";
import { adminPath, organisationPath, trustPath } from "@/lib/http/addresses";

export type PeoplePlace = { user: CurrentUser; place: OrganisationFacts; crumbs: Crumb[] };

/** The same for a page that changes who is in: who is signed in has just proven that it is them. */
export async function loadPlaceToChange(ods: string): Promise<PeoplePlace> {
  const found = await loadPlace(ods);
  await requireRecentSignIn();
  return found;
}

/** The organisation whose people this user manages, and the way back to it; 404 for everybody else. */
export async function loadPlace(ods: string): Promise<PeoplePlace> {
  const user = await requireUser();
  const place = await managedOrganisation(user, ods);
  if (!place) notFound();
  const isOurs = may(user, "see the trust", place.id);
  return {
    user,
    place,
    crumbs: isOurs
      ? [{ href: trustPath(place.odsCode), text: place.name }]
      : [
          { href: adminPath(), text: "Administration" },
          { href: organisationPath(place.odsCode), text: place.name },
        ],
  };
}
