import "server-only";
import { keyedHash } from "@/lib/data/sealed-text";
import type { Visit } from "@/lib/data/sessions";
import { trustedProxies } from "@/lib/env";
import { networkOf } from "@/lib/http/client-network";
import { browserInWords } from "./browser-words";

/** From where somebody signs in, as the session keeps it: no address and no header stands in it. */
export function visitOf(headers: Headers, way: string): Visit & { network: string } {
  return {
    way,
    browser: browserInWords(headers.get("user-agent")),
    network: keyedHash("network", networkOf(headers, trustedProxies())).toString("base64url"),
  };
}
