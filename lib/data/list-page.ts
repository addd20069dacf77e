/** How many rows a page of a list holds. */
const ROWS = 50;

/** A page of a list, from 1, and how many of them there are. */
export type ListPage = { page: number; pages: number };

/** The page of a list of `total` rows that was asked for, the last where there are fewer, and which rows stand on it. */
export function listPage(total: number, asked: number): ListPage & { rows: { skip: number; take: number } } {
  const pages = Math.max(1, Math.ceil(total / ROWS));
  const page = Math.min(Math.max(asked, 1), pages);
  return { page, pages, rows: { skip: (page - 1) * ROWS, take: ROWS } };
}
