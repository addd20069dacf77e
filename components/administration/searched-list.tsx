import type { ReactNode } from "react";
import { SearchForm } from "@/components/forms/search-form";
import { PageHeading } from "@/components/nhs/page-heading";
import { Pagination } from "@/components/nhs/pagination";
import { type Column, type Row, Table } from "@/components/nhs/table";

type Props = {
  path: string;
  title: string;
  /** What words are looked for in, such as "Name or code". */
  searched: string;
  /** What is listed, one and many: "account", "accounts". */
  counted: readonly [one: string, many: string];
  words: string;
  /** What was found; page by page, from 1. */
  found: { total: number; page: number; pages: number };
  columns: readonly Column[];
  rows: readonly Row[];
  /** Said in place of the table where nothing was found. */
  empty: string;
  /** What can be done here besides looking. */
  children?: ReactNode;
};

/** A list that administrators look through: by words, and page by page. */
export function SearchedList({ path, title, searched, counted, words, found, children, ...table }: Props) {
  const { total, page, pages } = found;
  const neighbour = (number: number) => {
    if (number < 1 || number > pages) return null;
    const query = new URLSearchParams({ ...(words && { q: words }), page: String(number) });
    return { href: `${path}?${query}`, label: `Page ${number} of ${pages}` };
  };
  return (
    <>
      <PageHeading>{title}</PageHeading>
      <SearchForm action={path} label={searched} words={words} />
      {children}
      <p role="status">
        {total} {counted[total === 1 ? 0 : 1]}
        {words && ` with “${words}”`}
        {pages > 1 && `, page ${page} of ${pages}`}
      </p>
      <Table caption={title} {...table} />
      <Pagination
        previous={neighbour(page - 1)}
        next={neighbour(page + 1)}
        label={`Pages of ${counted[1]}`}
      />
    </>
  );
}
