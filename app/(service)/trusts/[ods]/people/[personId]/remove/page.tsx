import type { Metadata } from "next";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { BackLink } from "@/components/nhs/back-link";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { personPath } from "@/lib/http/addresses";
import { removeAction } from "../../actions";
import { loadPerson } from "../../load-person";

type Props = { params: Promise<{ ods: string; personId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { person, place } = await loadPerson(await params);
  return { title: `Remove ${person.name} from ${place.name}` };
}

/** The question before somebody is removed. */
export default async function RemovePage({ params }: Props) {
  const { user, place, person } = await loadPerson(await params);
  const isMe = person.personId === user.personId;
  return (
    <Page before={<BackLink href={personPath(place.odsCode, person.personId)} />}>
      <PageHeading caption={place.name}>
        {isMe ? `Leave ${place.name}?` : `Remove ${person.name}?`}
      </PageHeading>
      <ul>
        <li>
          {isMe
            ? "You see nothing of this organisation any more."
            : "They see nothing of it any more, from their next click on, and are signed out everywhere."}
        </li>
        <li>
          What {isMe ? "you" : "they"} answered stays, with {isMe ? "your" : "their"} name in its history.
        </li>
        <li>{isMe ? "You" : "They"} can be invited again.</li>
      </ul>
      <ActionForm action={removeAction}>
        <input type="hidden" name="ods" value={place.odsCode} />
        <input type="hidden" name="person" value={person.personId} />
        <SubmitButton variant="warning">{isMe ? "Leave" : "Remove"}</SubmitButton>
      </ActionForm>
    </Page>
  );
}
