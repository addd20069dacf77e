import "server-only";
import { createHash } from "node:crypto";
import { headers } from "next/headers";
import { after } from "next/server";
import { createElement, type ReactElement } from "react";
import { StillPart } from "./still-part";
import { dropText, leaveText } from "./texts-on-the-way";

/** From how many characters on a part is worth sending once: shorter ones cost less than what spares them. */
const LONG = 4_000;

export type LongPartProps = { as: string; attributes: Record<string, unknown>; markup: string; id: string };

/** An element whose markup is long, to be sent once; null where it is short. */
export function longPart(
  as: string,
  { key, ...attributes }: Record<string, unknown> & { key?: string },
  markup: string,
): ReactElement<LongPartProps> | null {
  if (markup.length < LONG) return null;
  const id = createHash("sha256").update(markup).digest("base64url").slice(0, 16);
  return createElement(LongPart, { as, attributes, markup, id, key });
}

/** Sends a part on with what the request under way asks for. */
export async function LongPart(part: LongPartProps) {
  const wholePage = (await headers()).get("accept")?.includes("text/html") ?? false;
  return sentPart(part, wholePage, after);
}

/**
 * Only a whole page, which a browser asks for as text/html, is drawn at the server: its markup is left for that until
 * the answer is out. What is fetched to change a page that is shown carries it along.
 */
export function sentPart(
  { markup, ...part }: LongPartProps,
  wholePage: boolean,
  afterwards: (task: () => void) => void,
) {
  if (!wholePage) return <StillPart {...part} markup={markup} />;
  leaveText(part.id, markup);
  afterwards(() => dropText(part.id));
  return <StillPart {...part} />;
}
