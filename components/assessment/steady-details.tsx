"use client";

import { type ComponentProps, useState } from "react";
import { Details } from "@/components/nhs/details";

/**
 * Details that are open or closed as they were when the page came, and from then on as the person leaves them: a
 * page that refreshes itself after a save must not fold away what somebody is working on.
 */
export function SteadyDetails({ open, ...rest }: ComponentProps<typeof Details>) {
  const [atFirst] = useState(open);
  return <Details {...rest} open={atFirst} />;
}
