// Rendered for each request, as every page of the product is.
export const dynamic = "force-dynamic";

export default function Page() {
  return <h1>A page without data</h1>;
}
