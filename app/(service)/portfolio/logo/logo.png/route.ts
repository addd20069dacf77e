import { guardedRoute } from "@/lib/auth/guarded-route";
import { notFound } from "@/lib/auth/not-found";
import { loadLogo } from "../load-logo";

/**
 * The logo of one's own consultancy, as it was drawn anew: to its own people alone, and as nothing but a picture, in a
 * sandbox (proxy.ts).
 */
export async function GET(): Promise<Response> {
  return guardedRoute("The picture cannot be had just now. Try again", async () => {
    const { logo } = await loadLogo();
    if (!logo) notFound();
    return new Response(new Uint8Array(logo.png), {
      headers: {
        "content-type": "image/png",
        "content-disposition": 'attachment; filename="logo.png"',
        "x-content-type-options": "nosniff",
        "cache-control": "private, no-store",
      },
    });
  });
}
