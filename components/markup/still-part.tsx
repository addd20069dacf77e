"use client";

import { createElement } from "react";
import { leftText } from "./texts-on-the-way";

type Props = {
  as: string;
  attributes: Record<string, unknown>;
  /** Made from the markup: the same id is the same markup. */
  id: string;
  /** Where it is not in the page already. */
  markup?: string;
};

type Inner = { __html: string };
const known = new Map<string, Inner>();

/**
 * A long part of a page that only stands there. The server draws it from the markup left for it; the browser finds it
 * in the page and leaves it as it is, so that it is sent once and not twice (decision 0048).
 */
export function StillPart({ as, attributes, id, markup }: Props) {
  const inner = typeof window === "undefined" ? atServer(id, markup) : inBrowser(id, markup);
  return createElement(as, { ...attributes, "data-still": id, dangerouslySetInnerHTML: inner });
}

function atServer(id: string, markup = leftText(id)): Inner {
  if (markup === null) throw new Error("The markup of a part of this page is not there.");
  return { __html: markup };
}

/** Read once, and before anything is drawn anew: should React start the page over, it is still known. */
function inBrowser(id: string, markup?: string): Inner {
  const found = known.get(id);
  if (found) return found;
  const there = markup ?? document.querySelector(`[data-still="${id}"]`)?.innerHTML ?? "";
  const inner = { __html: there };
  known.set(id, inner);
  return inner;
}
