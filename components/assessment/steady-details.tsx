"use client";

import { type ComponentProps, useState } from "react";
import { Details } from "@/components/nhs/details";

type Props = Omit<ComponentProps<typeof Details>, "children"> & {
  /** What is inside, controls and all, from `markupOf`. */
  markup: string;
};

/**
 * Details that hold what they held when the page came, open or closed as then, and from then on as the person leaves
 * them: a page that refreshes itself after a save must not fold away or write over what somebody is working on.
 */
export function SteadyDetails({ open, markup, ...rest }: Props) {
  const [atFirst] = useState({ open, inside: { __html: markup } });
  return (
    <Details {...rest} open={atFirst.open}>
      <div dangerouslySetInnerHTML={atFirst.inside} />
    </Details>
  );
}
