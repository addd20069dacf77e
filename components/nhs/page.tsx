import { asMarkup } from "@/components/markup/as-markup";
import { PageFrame, type PageProps } from "./page-frame";

/** A page in its frame. What only stands there is sent as markup (decision 0017). */
export function Page(props: PageProps) {
  return asMarkup(<PageFrame {...props} />);
}
