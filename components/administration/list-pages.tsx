import { Pagination } from "@/components/nhs/pagination";

type Props = { path: string; words: string; page: number; pages: number; label: string };

/** The way to the pages before and after of a list that was searched for some words. */
export function ListPages({ path, words, page, pages, label }: Props) {
  const neighbour = (number: number) => {
    if (number < 1 || number > pages) return null;
    const query = new URLSearchParams({ ...(words && { q: words }), page: String(number) });
    return { href: `${path}?${query}`, label: `Page ${number} of ${pages}` };
  };
  return <Pagination previous={neighbour(page - 1)} next={neighbour(page + 1)} label={label} />;
}
