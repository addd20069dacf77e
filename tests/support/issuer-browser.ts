import { NextRequest } from "next/server";
import { GET, POST } from "@/app/api/auth/[...nextauth]/route";
import { newCsrfCookie } from "@/lib/auth/csrf";
import { appOrigin } from "@/lib/env";

/** Where somebody is led, and the page in between where there was one. */
export type Step = { status: number; location: string; body: string };

/**
 * A browser that signs in through issuers: it keeps the cookies of the service and of each issuer, and asks the
 * service's own routes.
 */
export class IssuerBrowser {
  readonly cookies = new Map<string, string>();
  readonly #atIssuers = new Map<string, string>();

  /** The session token this browser holds, or null. */
  get session(): string | null {
    return this.cookies.get("maturity-session") || null;
  }

  /** Sends the form that leads to an issuer. */
  async leave(issuer: string, fields: Record<string, string> = {}): Promise<Step> {
    const csrf = newCsrfCookie();
    this.cookies.set("maturity-csrf", csrf);
    const form = new URLSearchParams({
      csrfToken: csrf.split("|")[0] ?? "",
      callbackUrl: "/trusts",
      ...fields,
    });
    const reply = await POST(
      this.#request(`/api/auth/signin/${issuer}`, { method: "POST", body: form.toString() }),
      { params: Promise.resolve({ nextauth: ["signin", issuer] }) },
    );
    return this.#read(reply, /url=(.*)$/.exec(reply.headers.get("refresh") ?? "")?.[1]);
  }

  /** Goes through the issuer and returns the address it sends the browser back to. */
  async signInThere(address: string): Promise<string> {
    let next = address;
    for (let hops = 0; hops < 10; hops += 1) {
      if (next.startsWith(appOrigin())) return next;
      const { origin } = new URL(next);
      const cookie = this.#atIssuers.get(origin) ?? "";
      const reply = await fetch(next, { redirect: "manual", headers: { cookie } });
      const jar = new Map(
        cookie
          .split("; ")
          .filter(Boolean)
          .map((line) => [line.split("=")[0] ?? "", line]),
      );
      for (const line of reply.headers.getSetCookie()) {
        const [pair = ""] = line.split(";");
        jar.set(pair.split("=")[0] ?? "", pair);
      }
      this.#atIssuers.set(origin, [...jar.values()].join("; "));
      const location = reply.headers.get("location");
      if (!location) throw new Error(`The issuer answered ${reply.status}: ${await reply.text()}`);
      next = new URL(location, next).href;
    }
    throw new Error("The issuer sends the browser round in circles");
  }

  /** Comes back to the service. */
  async comeBack(address: string, issuer: string): Promise<Step> {
    const { pathname, search } = new URL(address);
    const reply = await GET(this.#request(pathname + search), {
      params: Promise.resolve({ nextauth: ["callback", issuer] }),
    });
    return this.#read(reply);
  }

  /** All three. */
  async signIn(issuer: string, fields: Record<string, string> = {}): Promise<Step> {
    const { location } = await this.leave(issuer, fields);
    return this.comeBack(await this.signInThere(location), issuer);
  }

  #request(path: string, init: { method?: string; body?: string } = {}): NextRequest {
    const cookie = [...this.cookies]
      .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
      .join("; ");
    return new NextRequest(`${appOrigin()}${path}`, {
      ...init,
      headers: {
        cookie,
        origin: appOrigin(),
        "x-socket-address": "192.0.2.7",
        ...(init.body !== undefined && { "content-type": "application/x-www-form-urlencoded" }),
      },
    });
  }

  async #read(reply: Response, location = reply.headers.get("location") ?? ""): Promise<Step> {
    for (const line of reply.headers.getSetCookie()) {
      const [pair = ""] = line.split(";");
      const at = pair.indexOf("=");
      const [name, value] = [pair.slice(0, at), decodeURIComponent(pair.slice(at + 1))];
      if (value === "") this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return { status: reply.status, location, body: await reply.text() };
  }
}
