import type { Metadata } from "next";
import { overviewPath } from "@/components/framework/addresses";
import { FrameworkFrame } from "@/components/framework/framework-frame";
import { VersionChanges } from "@/components/framework/version-changes";
import { Link } from "@/components/nhs/link";
import { compareVersions, comparablePairs } from "@/lib/framework/comparison";
import { capabilitiesOf } from "@/lib/framework/find";
import { orUnavailable } from "@/lib/http/database-away";
import { knownFramework, loadFramework, type FrameworkQuery } from "../../../load-framework";

type Props = { params: Promise<{ id: string; version: string }>; searchParams: FrameworkQuery };

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { framework } = await loadFramework(params, searchParams);
  return { title: `What changed – ${framework.title} ${framework.version}` };
}

/** A version beside the one it follows, question by question. */
export default async function ChangesPage({ params, searchParams }: Props) {
  const { framework: newer, place } = await loadFramework(params, searchParams);
  const follows = newer.follows?.version ?? null;
  const older = follows === null ? null : await orUnavailable(knownFramework(newer.id, follows));
  const heading = follows === null ? "What changed" : `What changed since version ${follows}`;
  return (
    <FrameworkFrame framework={newer} place={place} heading={heading}>
      {follows === null && <p>This is the first version, so there is nothing to compare it with.</p>}
      {follows !== null && !older && (
        <p>Version {follows} is not in this installation, so the two cannot be compared here.</p>
      )}
      {older && (
        <>
          <p>
            {comparablePairs(older, newer).length} of the {capabilitiesOf(newer).length} capabilities can be
            compared with{" "}
            <Link href={overviewPath({ ...older, setting: null })}>version {older.version}</Link>. Trends
            across the two versions rest on those alone.
          </p>
          <VersionChanges changes={compareVersions(older, newer)} older={older} newer={newer} />
        </>
      )}
    </FrameworkFrame>
  );
}
