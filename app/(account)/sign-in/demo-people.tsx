import { roleNames } from "@/lib/access/role";
import { formToken } from "@/lib/auth/form-token";
import { type DemoPerson, demoPeople } from "@/lib/data/people";
import { orUnavailable } from "@/lib/http/database-away";

/** Everybody of the demonstration, by organisation: one plain form, one button a person. */
export async function DemoPeople({ returnTo }: { returnTo: string }) {
  const csrfToken = await formToken();
  const people = await orUnavailable(demoPeople());
  if (people.length === 0) return <p>The demonstration has nobody in it. Stop it and run it again.</p>;
  return (
    <>
      <p>
        Choose who to sign in as. There are no passwords, and you can come back to this page at any time to be
        somebody else.
      </p>
      <form id="people" method="post" action="/api/auth/callback/demo" tabIndex={-1}>
        <input type="hidden" name="csrfToken" value={csrfToken} />
        <input type="hidden" name="callbackUrl" value={returnTo} />
        {byOrganisation(people).map(([organisation, members]) => (
          <section key={organisation}>
            <h2 className="nhsuk-heading-m">{organisation}</h2>
            <ul className="nhsuk-list">
              {members.map((person) => (
                <li key={person.demoId}>
                  <button
                    className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
                    name="person"
                    value={person.demoId}
                  >
                    {person.user.name}
                    <span className="nhsuk-u-font-weight-normal">, {describe(person)}</span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </form>
    </>
  );
}

/** Job title and role, or the one that there is; said once where they are the same. */
function describe({ jobTitle, user }: DemoPerson): string {
  const held = user.memberships.map(({ role }) => role);
  const all = user.administrator ? [...held, "administrator" as const] : held;
  const roles = [...new Set(all)].map((role) => roleNames[role].toLowerCase()).join(", ");
  if (!jobTitle) return roles;
  return roles && jobTitle.toLowerCase() !== roles ? `${jobTitle} (${roles})` : jobTitle;
}

function byOrganisation(people: readonly DemoPerson[]): [string, DemoPerson[]][] {
  const groups = new Map<string, DemoPerson[]>();
  for (const person of people) {
    const name = person.user.memberships[0]?.organisationName ?? "This installation";
    groups.set(name, [...(groups.get(name) ?? []), person]);
  }
  return [...groups];
}
