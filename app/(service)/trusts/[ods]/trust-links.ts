import type { LinkGroup } from "@/components/nhs/link-groups";
import type { Permission } from "@/lib/access/policy";
import {
  auditPath,
  boardPath,
  dmaPath,
  everythingPath,
  evidencePath,
  exportsPath,
  peoplePath,
  planPath,
  sharingPath,
  trendPath,
} from "@/lib/http/addresses";

type Can = (permission: Permission) => boolean;

/** The pages of an organisation beside its rounds that this person may open, by what they are for. */
export function trustLinks(ods: string, can: Can, lastRound: string | null): LinkGroup[] {
  const groups: { heading: string; links: { href: string; text: string; shown: boolean }[] }[] = [
    {
      heading: "What to do next",
      links: [
        {
          href: planPath(ods),
          text: can("see the plan") ? "Plan" : "Your actions in the plan",
          shown: can("see the plan") || can("finish own actions"),
        },
      ],
    },
    {
      heading: "For the board",
      links: [
        {
          href: boardPath(ods),
          text: `Board view of ${lastRound ?? ""}`,
          shown: lastRound !== null && can("see the board view"),
        },
        {
          href: trendPath(ods),
          text: "Trend over the rounds",
          shown: lastRound !== null && can("see the board view"),
        },
        {
          href: dmaPath(ods),
          text: "Official DMA scores beside ours",
          shown: lastRound !== null && can("see the board view"),
        },
        { href: exportsPath(ods), text: "Past exports", shown: can("see past exports") },
      ],
    },
    {
      heading: "What it rests on",
      links: [
        {
          href: evidencePath(ods),
          text: "Register of evidence",
          shown: can("attach evidence") || can("read answers"),
        },
        { href: auditPath(ods), text: "Audit record", shown: can("read the trust's audit record") },
        {
          href: everythingPath(ods),
          text: "Take everything with you",
          shown: can("take everything out"),
        },
      ],
    },
    {
      heading: "Who takes part",
      links: [
        { href: peoplePath(ods), text: "People and invitations", shown: can("manage people") },
        { href: sharingPath(ods), text: "Sharing with others", shown: can("manage sharing") },
      ],
    },
  ];
  return groups
    .map(({ heading, links }) => ({ heading, links: links.filter(({ shown }) => shown) }))
    .filter(({ links }) => links.length > 0);
}
