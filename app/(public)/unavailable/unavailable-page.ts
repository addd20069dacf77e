import { escaped } from "@/lib/charts/svg";

/** The page as one document. It is styled by a file of its own, since the styles of other pages change their name. */
export function unavailablePage(returnTo: string): string {
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Sorry, the service is unavailable – Assess your trust’s digital maturity</title>
<link rel="icon" href="/icons/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/plain.css">
</head>
<body>
<header><a href="/">Assess your trust’s digital maturity</a></header>
<main>
<h1>Sorry, the service is unavailable</h1>
<p>We cannot reach the place where answers are kept. Answers you saw marked as saved are safe.</p>
<p>This is usually over in a minute or two. You do not need to sign in again.</p>
<p><a class="button" href="${escaped(returnTo)}">Try again</a></p>
<p>If it lasts longer, tell your trust’s digital lead. <a href="/help">Help and contact</a></p>
</main>
</body>
</html>
`;
}
