import { readFileSync } from "node:fs";
import { join } from "node:path";
import { checkout } from "@/scripts/database/place";

const readBuilt = (file: string): unknown => JSON.parse(readFileSync(join(checkout, ".next", file), "utf8"));

/** An address of the build. `methods` are what a route file answers; a page is looked at by GET. */
export type BuiltRoute = { route: string; methods: readonly string[]; isPage: boolean };

/** A server action of the build: `pages` are the routes whose forms send it. */
export type BuiltAction = { id: string; name: string; file: string; pages: readonly string[] };

/** Every address that the build answers at, once. */
export function builtRoutes(): BuiltRoute[] {
  const known = readBuilt("app-path-routes-manifest.json") as Record<string, string>;
  return Object.entries(known).map(([source, route]) => {
    const isPage = !source.endsWith("/route");
    return { route, isPage, methods: isPage ? ["GET"] : methodsOf(source) };
  });
}

/** Every server action that the build knows. */
export function builtActions(): BuiltAction[] {
  type Built = { filename: string; exportedName: string; workers: Record<string, unknown> };
  const { node } = readBuilt("server/server-reference-manifest.json") as { node: Record<string, Built> };
  return Object.entries(node).map(([id, { filename, exportedName, workers }]) => ({
    id,
    file: filename,
    name: exportedName,
    pages: Object.keys(workers).map(routeOf),
  }));
}

/** What a route file exports is what it answers. */
function methodsOf(source: string): string[] {
  const text = readFileSync(join(checkout, `app${source}.ts`), "utf8");
  const exported = [...text.matchAll(/^export [^(=]*?(?:function|const|as) ([A-Z]+)\b/gm)];
  const methods = exported.flatMap(([, method]) => method ?? []);
  if (methods.length === 0) throw new Error(`No method is found in app${source}.ts`);
  return [...new Set(methods)];
}

/** "app/(service)/trusts/[ods]/page" is served at "/trusts/[ods]". */
function routeOf(worker: string): string {
  const path = worker
    .replace(/^app/, "")
    .replace(/\/page$/, "")
    .replace(/\/\([^)]*\)/g, "");
  return path === "" ? "/" : path;
}
