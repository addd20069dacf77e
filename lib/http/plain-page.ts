import { escaped } from "@/lib/charts/svg";
import { serviceName } from "@/lib/service-name";

type PlainPage = {
  title: string;
  /** What happened and what to do, a paragraph each. */
  paragraphs: readonly string[];
  button: { href: string; text: string };
  /** What to do when that does not help; a link to help and contact follows. */
  otherwise: string;
  /** What somebody typed, given back to them. */
  typed?: readonly { label: string; text: string }[];
};

/**
 * A whole page that needs neither the database nor the rest of the application nor JavaScript. It is styled by a file
 * of its own, since the styles of other pages change their name with each build.
 */
export function plainPage({ title, paragraphs, button, otherwise, typed = [] }: PlainPage): string {
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)} – ${serviceName}</title>
<link rel="icon" href="/icons/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/plain.css">
</head>
<body>
<header><a href="/">${serviceName}</a></header>
<main>
<h1>${escaped(title)}</h1>
${paragraphs.map((text) => `<p>${escaped(text)}</p>`).join("\n")}
<p><a class="button" href="${escaped(button.href)}">${escaped(button.text)}</a></p>
<p>${escaped(otherwise)} <a href="/help">Help and contact</a></p>${typed.length > 0 ? givenBack(typed) : ""}
</main>
</body>
</html>
`;
}

function givenBack(typed: NonNullable<PlainPage["typed"]>): string {
  const entries = typed.map(
    ({ label, text }) => `<dt>${escaped(label)}</dt>\n<dd class="typed">${escaped(text)}</dd>`,
  );
  return `\n<h2>What you typed</h2>\n<dl>\n${entries.join("\n")}\n</dl>`;
}
