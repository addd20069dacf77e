/** The process is alive. It asks nothing of the database, so that a restart is not tried where it cannot help. */
export function GET(): Response {
  return Response.json({ status: "ok" }, { headers: { "cache-control": "no-store" } });
}
