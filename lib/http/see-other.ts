import { inLocation } from "./location";

/** Leads a browser on after a form was taken, to a page that reloading does not send again. */
export function seeOther(location: string): Response {
  return new Response(null, {
    status: 303,
    headers: { location: inLocation(location), "cache-control": "private, no-store" },
  });
}
