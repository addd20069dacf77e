import { element, escaped } from "@/lib/charts/svg";

// Long lists as markup. Hundreds of list items as elements took most of the time a results page needs (measured
// beside docs/performance.md's reference page), and none of them has anything to do but stand there.

/** One item of a list: words, perhaps with a link that opens the answer behind them. Everything is escaped here. */
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
