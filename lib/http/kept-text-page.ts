import { createHash } from "node:crypto";

/** What a page that keeps typed text says, and where the form in it goes. */
export type KeptText = {
  title: string;
  body: string;
  fields: Readonly<Record<string, string>>;
  /** The address the form posts to, the one it came from, and its button; left out where it cannot be sent again. */
  again?: { action: string; submit: string };
  link?: { href: string; text: string; newTab?: boolean };
};

const STYLE = `
body{font:19px/1.5 Arial,sans-serif;color:#212b32;background:#f0f4f5;margin:0}
header{background:#005eb8;color:#fff;padding:16px}
main{max-width:42em;margin:0 auto;padding:24px 16px}
textarea{width:100%;box-sizing:border-box;font:inherit;padding:8px;border:2px solid #4c6272}
button{font:inherit;font-weight:bold;background:#007f3b;color:#fff;border:0;padding:12px 16px;box-shadow:0 4px 0 #00401e;cursor:pointer}
a{color:#005eb8}
a:focus,button:focus,textarea:focus{outline:4px solid #ffeb3b;outline-offset:0;box-shadow:inset 0 0 0 4px #212b32}
`;

const STYLE_HASH = createHash("sha256").update(STYLE).digest("base64");

/** What this page may load and do: its one style, and its form. Set by proxy.ts, whose policy is the one that counts. */
export const keptTextPolicy = `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;

/**
 * A small page that needs nothing else to show: it holds what somebody typed in a form that can be sent again,
 * for when a save could not be made (nobody signed in, too long a text, the database away), or only to be copied from.
 * Call it only after the origin was checked: it echoes what was posted.
 */
export function keptTextPage(status: 401 | 404 | 413 | 503, kept: KeptText): Response {
  return new Response(html(kept), {
    status,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "cache-control": "private, no-store",
    },
  });
}

function html({ title, body, fields, again, link }: KeptText): string {
  const { note = "", ...hidden } = fields;
  const target = link?.newTab ? ` target="_blank" rel="noopener"` : "";
  const leadsOn = link ? `<p><a href="${escape(link.href)}"${target}>${escape(link.text)}</a></p>` : "";
  return `<!doctype html><html lang="en-GB"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1"><title>${escape(title)}</title>
<style>${STYLE}</style></head><body><header>Assess your trust&#39;s digital maturity</header>
<main><h1>${escape(title)}</h1><p>${escape(body)}</p>${leadsOn}
${again ? formAgain(again, note, hidden) : noteBox(note, " readonly")}</main></body></html>`;
}

function formAgain(
  { action, submit }: NonNullable<KeptText["again"]>,
  note: string,
  hidden: KeptText["fields"],
): string {
  const inputs = Object.entries(hidden)
    .map(([name, value]) => `<input type="hidden" name="${escape(name)}" value="${escape(value)}">`)
    .join("");
  return `<form method="post" action="${escape(action)}">${inputs}
${noteBox(note)}
<p><button type="submit">${escape(submit)}</button></p></form>`;
}

/** The note to change and send again, or only to be copied from: then none where nothing was typed. */
function noteBox(note: string, readOnly = ""): string {
  if (readOnly && note === "") return "";
  return `<p><label for="note">Your note</label></p><p><textarea id="note" name="note" rows="8"${readOnly}>\n${escape(note)}</textarea></p>`;
}

function escape(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}
