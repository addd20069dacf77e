import type { Metadata } from "next";
import { Breadcrumb } from "@/components/nhs/breadcrumb";
import { Link } from "@/components/nhs/link";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { SummaryList } from "@/components/nhs/summary-list";
import { keptParts } from "@/components/people/date-parts";
import { roleChoices } from "@/components/people/role-choices";
import { RolesForm } from "@/components/people/roles-form";
import { peoplePath, personPath } from "@/lib/http/addresses";
import { momentInWords } from "@/lib/report/dates";
import { setRolesAction } from "../actions";
import { loadPerson } from "../load-person";

type Props = { params: Promise<{ ods: string; personId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { person } = await loadPerson(await params);
  return { title: person.name };
}

/** One of the people of an organisation: what they are, to be changed. */
export default async function PersonPage({ params }: Props) {
  const { user, place, crumbs, person } = await loadPerson(await params);
  const { personId, name, jobTitle, email, roles, lastSignIn } = person;
  const always = roles.filter(({ startsOn, endsOn }) => !startsOn && !endsOn);
  const deputy = roles.filter((role) => !always.includes(role));
  const isMe = personId === user.personId;
  return (
    <Page before={<Breadcrumb items={[...crumbs, { href: peoplePath(place.odsCode), text: "People" }]} />}>
      <PageHeading caption={place.name}>{name}</PageHeading>
      <SummaryList
        rows={[
          { key: "Job title", value: jobTitle ?? "Not given" },
          { key: "Email address", value: email ?? "Not given" },
          { key: "Last signed in", value: lastSignIn ? momentInWords(lastSignIn) : "Not yet" },
        ]}
      />
      {!isMe && <p>When you save new roles, they are signed out, and sign in again with these.</p>}
      <RolesForm
        action={setRolesAction}
        hidden={{ ods: place.odsCode, person: personId }}
        choices={roleChoices(place.kind)}
        roles={always.map(({ role }) => role)}
        deputyRoles={deputy.map(({ role }) => role)}
        startsOn={keptParts(deputy[0]?.startsOn ?? null)}
        endsOn={keptParts(deputy[0]?.endsOn ?? null)}
      />
      <h2 className="nhsuk-heading-m">{isMe ? "Leave" : "Remove"}</h2>
      <p>
        <Link href={`${personPath(place.odsCode, personId)}/remove`}>
          {isMe ? `Leave ${place.name}` : `Remove ${name} from ${place.name}`}
        </Link>
      </p>
    </Page>
  );
}
