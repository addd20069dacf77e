import type { Moved } from "@/lib/report/score-trend";
import type { WhyMoved } from "@/lib/report/why-moved";

type Props = {
  heading: string;
  moved: readonly Moved[];
  /** What changed behind each; left out where the answers of both rounds are not at hand. */
  why?: (moved: Moved) => WhyMoved;
  /** The finished actions behind each; left out where none can be. */
  actions?: (moved: Moved) => readonly { title: string; href: string }[];
  /** The history of the answer behind each; null for who may not read answers. */
  historyHref: (moved: Moved) => string | null;
};

/** What rose, or fell, between two rounds: each level then and now, why, and the way to every version of its answer. */
export function MovedList({ heading, moved, why, actions, historyHref }: Props) {
  if (moved.length === 0) return null;
  return (
    <>
      <h4 className="nhsuk-heading-s">{heading}</h4>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {moved.map((level) => {
          const { id, title, from, to } = level;
          const reasons = why?.(level);
          const href = historyHref(level);
          return (
            <li key={id}>
              {title}: from level {from} to level {to}
              {reasons && <Reasons {...reasons} />}
              <Actions actions={actions?.(level) ?? []} />
              {href && (
                <>
                  {" "}
                  <a className="nhsuk-link print:hidden" href={href}>
                    History<span className="nhsuk-u-visually-hidden"> of {title}</span>
                  </a>
                </>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}

function Reasons({ met, lost }: WhyMoved) {
  const parts = [
    ...(met.length > 0 ? [`Met now: ${met.join(" ")}`] : []),
    ...(lost.length > 0 ? [`No longer met: ${lost.join(" ")}`] : []),
  ];
  return parts.length === 0 ? null : <span className="block text-secondary">{parts.join(" ")}</span>;
}

function Actions({ actions }: { actions: readonly { title: string; href: string }[] }) {
  if (actions.length === 0) return null;
  return (
    <span className="block text-secondary">
      Finished action{actions.length === 1 ? "" : "s"}:{" "}
      {actions.map(({ title, href }, index) => (
        <span key={href}>
          {index > 0 && ", "}
          <a className="nhsuk-link" href={href}>
            {title}
          </a>
        </span>
      ))}
    </span>
  );
}
