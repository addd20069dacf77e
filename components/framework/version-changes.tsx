import { Details } from "@/components/nhs/details";
import { Tag, type TagColour } from "@/components/nhs/tag";
import type { CapabilityChange } from "@/lib/framework/comparison";
import type { CriterionChange } from "@/lib/framework/criterion-change";
import type { Capability } from "@/lib/framework/schema";
import { partPath } from "./addresses";

type Kind = CapabilityChange["kind"];

/** In the order they are shown: what matters most to a person who answered the older version comes first. */
const KINDS: readonly { kind: Kind; name: string; meaning: string; colour: TagColour }[] = [
  { kind: "changed", name: "Changed", meaning: "asks for something else", colour: "orange" },
  { kind: "split", name: "Split", meaning: "one capability became several", colour: "purple" },
  { kind: "merged", name: "Merged", meaning: "several capabilities became one", colour: "purple" },
  { kind: "new", name: "New", meaning: "was not asked before", colour: "blue" },
  { kind: "dropped", name: "Dropped", meaning: "is no longer asked", colour: "red" },
  { kind: "reworded", name: "Reworded", meaning: "asks the same in other words", colour: "yellow" },
  { kind: "kept", name: "Kept", meaning: "is the same", colour: "green" },
];

type Version = { id: string; version: string };
type Props = { changes: readonly CapabilityChange[]; older: Version; newer: Version };

/** What became of every capability from one version to the next. */
export function VersionChanges({ changes, older, newer }: Props) {
  return KINDS.map(({ kind, name, meaning, colour }) => {
    const ofKind = changes.filter((change) => change.kind === kind);
    if (ofKind.length === 0) return null;
    return (
      <section key={kind} aria-labelledby={kind}>
        <h2 className="nhsuk-heading-l nhsuk-u-margin-bottom-2" id={kind}>
          {name} ({ofKind.length})
        </h2>
        <p>
          <Tag colour={colour}>{name}</Tag> {meaning}.
        </p>
        {kind === "kept" ? (
          <Details summary={`Show the ${ofKind.length} kept`}>
            <ul className="nhsuk-list">
              {ofKind.flatMap(({ after }) => after.map((one) => <li key={one.id}>{linkTo(newer, one)}</li>))}
            </ul>
          </Details>
        ) : (
          ofKind.map((change) => (
            <Change
              key={[...change.before, ...change.after].map(({ id }) => id).join()}
              {...{ change, older, newer }}
            />
          ))
        )}
      </section>
    );
  });
}

function Change({ change, older, newer }: { change: CapabilityChange; older: Version; newer: Version }) {
  const { kind, before, after, criteria } = change;
  const [was] = before;
  const [is] = after;
  const one = before.length === 1 && after.length === 1;
  const told = kind === "new" || kind === "dropped" ? [] : criteria.filter((each) => each.kind !== "kept");
  return (
    <article className="nhsuk-u-margin-bottom-5">
      <h3 className="nhsuk-heading-s nhsuk-u-margin-bottom-2">
        {(is ? after : before).map((each, index) => (
          <span key={each.id}>
            {index > 0 && " · "}
            {linkTo(is ? newer : older, each)}
          </span>
        ))}
      </h3>
      {!one && was && is && <p>Was: {before.map((each) => `${each.number} ${each.name}`).join(" · ")}</p>}
      {one && was && is && <Whole was={was} is={is} />}
      {told.length > 0 && (
        <ul className="nhsuk-list *:border-0 *:border-b *:border-solid *:border-border *:pb-2">
          {told.map((each) => (
            <li key={`${each.before?.criterion.id ?? ""} ${each.after?.criterion.id ?? ""}`}>
              <CriterionLine change={each} />
            </li>
          ))}
        </ul>
      )}
    </article>
  );
}

/** What changed about the capability apart from its criteria. */
function Whole({ was, is }: { was: Capability; is: Capability }) {
  const facts = [
    ...(was.name === is.name ? [] : [`Its name was “${was.name}”.`]),
    ...(was.stem === is.stem ? [] : ["What it is and why it matters is said in other words."]),
    ...(was.scope === is.scope
      ? []
      : [
          is.scope === "organisation"
            ? "It is now answered once."
            : "It is now answered in each care setting.",
        ]),
    ...(was.gateFor.join() === is.gateFor.join()
      ? []
      : [
          is.gateFor.length > was.gateFor.length
            ? "It is now a safeguard."
            : "It is a safeguard in fewer care settings.",
        ]),
    ...((was.appliesTo ?? []).join() === (is.appliesTo ?? []).join()
      ? []
      : ["It is asked in other care settings."]),
  ];
  if (facts.length === 0) return null;
  return <p>{facts.join(" ")}</p>;
}

function CriterionLine({ change: { kind, before, after } }: { change: CriterionChange }) {
  if (!before)
    return (
      <>
        New at level {after?.level}: {after?.criterion.text}
      </>
    );
  if (!after)
    return (
      <>
        Dropped from level {before.level}: <del>{before.criterion.text}</del>
      </>
    );
  const moved = before.level === after.level ? "" : `, from level ${before.level} to ${after.level}`;
  return (
    <>
      {kind === "reworded" ? "Reworded" : "Changed"}
      {moved || ` at level ${after.level}`}: {after.criterion.text}
      {before.criterion.text !== after.criterion.text && (
        <span className="block text-secondary">Was: {before.criterion.text}</span>
      )}
    </>
  );
}

function linkTo({ id, version }: Version, capability: Capability) {
  return (
    <a className="nhsuk-link" href={partPath({ id, version, setting: null }, "capabilities", capability.id)}>
      {capability.number} {capability.name}
    </a>
  );
}
