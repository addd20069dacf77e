import { element, escaped } from "@/lib/charts/svg";

// Long lists as markup. Fifty capabilities with their criteria are well over a thousand elements, each made, sent and
// drawn on its own: that took most of the time a results page needs, and none of them has anything to do but stand
// there. Every word is escaped here.

/** One item of a list: words, perhaps with a link that opens the answer behind them. */
export type ListedItem = { text: string; href?: string | null; after?: string; quiet?: string };

/** `<li>` elements, to be put into a list. */
export function itemsMarkup(items: readonly ListedItem[]): string {
  return items.map((item) => element("li", {}, itemMarkup(item))).join("");
}

/** Words, with their link and what follows them. */
export function itemMarkup({ text, href, after = "", quiet }: ListedItem): string {
  const words = href ? element("a", { class: "nhsuk-link", href }, escaped(text)) : escaped(text);
  const aside = quiet ? element("span", { class: "text-secondary" }, escaped(` (${quiet})`)) : "";
  return words + escaped(after) + aside;
}
