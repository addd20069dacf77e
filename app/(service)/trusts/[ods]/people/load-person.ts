import { cache } from "react";
import { z } from "zod";
import { notFound } from "@/lib/auth/not-found";
import { personOf } from "@/lib/data/organisation-people";
import { loadPlaceToChange } from "./load-place";

/** One of the people of an organisation, for those who manage them; 404 for everybody else. Once a request. */
export function loadPerson({ ods, personId }: { ods: string; personId: string }) {
  return load(ods, personId);
}

const load = cache(async (ods: string, personId: string) => {
  const found = await loadPlaceToChange(ods);
  if (!z.uuid().safeParse(personId).success) notFound();
  const person = await personOf(found.user, found.place.id, personId, new Date());
  if (!person) notFound();
  return { ...found, person };
});
