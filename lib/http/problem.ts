/** Problem details (RFC 9457). `type` stays about:blank: the status and `reason` say what a client needs. */
export function problem(
  status: number,
  title: string,
  extra: Readonly<Record<string, unknown>> = {},
  headers: Readonly<Record<string, string>> = {},
): Response {
  return new Response(JSON.stringify({ type: "about:blank", title, status, ...extra }), {
    status,
    headers: {
      "content-type": "application/problem+json",
      "cache-control": "private, no-store",
      ...headers,
    },
  });
}

/** A JSON reply to a signed-in person; never kept by a cache. */
export function reply(value: unknown, headers: Readonly<Record<string, string>> = {}): Response {
  return Response.json(value, { headers: { "cache-control": "private, no-store", ...headers } });
}
