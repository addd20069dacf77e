/** Leads to a new action of the plan, begun from a gap or a step; nothing for who may not plan. */
export function PlanLink({ href, about }: { href: string | null; about: string }) {
  if (href === null) return null;
  return (
    <a className="nhsuk-link mt-2 inline-block print:hidden" href={href}>
      Add to the plan<span className="nhsuk-u-visually-hidden">: {about}</span>
    </a>
  );
}
