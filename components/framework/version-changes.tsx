import { Table } from "@/components/nhs/table";
import type { CapabilityChange } from "@/lib/framework/comparison";
import type { CriterionChange } from "@/lib/framework/criterion-change";
import type { Capability } from "@/lib/framework/schema";
import { partPath } from "./addresses";

type Kind = CapabilityChange["kind"];

/** In the order they are shown: what matters most to a person who answered the older version comes first. */
const KINDS: readonly { kind: Kind; name: string; meaning: string }[] = [
  { kind: "changed", name: "Changed", meaning: "Asks for something else" },
  { kind: "split", name: "Split", meaning: "One capability became several" },
  { kind: "merged", name: "Merged", meaning: "Several capabilities became one" },
  { kind: "new", name: "New", meaning: "Was not asked before" },
  { kind: "dropped", name: "Dropped", meaning: "Is no longer asked" },
  { kind: "reworded", name: "Reworded", meaning: "Asks the same in other words" },
  { kind: "kept", name: "Kept", meaning: "Is the same" },
];

type Version = { id: string; version: string };
type Props = { changes: readonly CapabilityChange[]; older: Version; newer: Version };

/** What became of every capability from one version to the next: how many of each kind, then each in turn. */
export function VersionChanges({ changes, older, newer }: Props) {
  const kinds = KINDS.map((kind) => ({
    ...kind,
    found: changes.filter((change) => change.kind === kind.kind),
  })).filter(({ found }) => found.length > 0);
  return (
    <>
      <Table
        caption="What became of the capabilities"
        columns={[
          { header: "What happened" },
          { header: "What it means" },
          { header: "Capabilities", numeric: true },
        ]}
        rows={kinds.map(({ kind, name, meaning, found }) => ({
          id: kind,
          cells: [
            <a key={kind} className="nhsuk-link" href={`#${kind}`}>
              {name}
            </a>,
            meaning,
            found.length,
          ],
        }))}
      />
      {kinds.map(({ kind, name, found }) => (
        <section key={kind} aria-labelledby={kind}>
          <h2 className="nhsuk-heading-l" id={kind}>
            {name}
          </h2>
          {kind === "kept" ? (
            <ul className="nhsuk-list">
              {found.flatMap(({ after }) => after.map((one) => <li key={one.id}>{linkTo(newer, one)}</li>))}
            </ul>
          ) : (
            found.map((change) => (
              <Change
                key={[...change.before, ...change.after].map(({ id }) => id).join()}
                {...{ change, older, newer }}
              />
            ))
          )}
        </section>
      ))}
    </>
  );
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
        <ul className="nhsuk-list *:border-0 *:border-b *:border-solid *:border-border *:pb-2 *:last:border-b-0">
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
