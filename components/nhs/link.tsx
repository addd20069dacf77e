import type { ComponentProps } from "react";

/**
 * A link to another page. Plain on purpose: the browser loads the whole page, moves focus and announces it by itself,
 * with and without JavaScript, and nothing is fetched ahead of a click.
 */
export function Link({ className, ...rest }: ComponentProps<"a"> & { href: string }) {
  return <a className={className ?? "nhsuk-link"} {...rest} />;
}
