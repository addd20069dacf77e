import type { PossibleOwner } from "@/lib/data/planning-people";

/** People as a list to choose from, "Farah Siddiqui, Head of information governance". */
export function ownerChoices(people: readonly PossibleOwner[]): { value: string; text: string }[] {
  return people.map(({ personId, name, jobTitle }) => ({
    value: personId,
    text: jobTitle ? `${name}, ${jobTitle}` : name,
  }));
}
