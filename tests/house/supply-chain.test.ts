import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const checkout = join(import.meta.dirname, "../..");
type Locked = {
  version?: string;
  integrity?: string;
  resolved?: string;
  license?: string;
  optional?: boolean;
  devOptional?: boolean;
  dev?: boolean;
};
const { packages } = JSON.parse(readFileSync(join(checkout, "package-lock.json"), "utf8")) as {
  packages: Record<string, Locked>;
};
const locked = Object.entries(packages).filter(([place]) => place !== "");

/** Versions below which a hole is known that the service stands open by (design 5, security decisions). */
const floors: Readonly<Record<string, string>> = {
  next: "16.4.6",
  "next-auth": "4.24.15",
  nodemailer: "7.0.13",
};

/** What may be in what we hand on: free to use, change and pass on, our own code's licence untouched. */
const allowed =
  /^\(?((MIT(-0)?|ISC|Apache-2\.0|BSD-[23]-Clause|0BSD|BlueOak-1\.0\.0|CC0-1\.0|CC-BY-4\.0|Unlicense|Python-2\.0|MPL-2\.0|Zlib|LGPL-3\.0-or-later|EPL-2\.0|OFL-1\.1)( (AND|OR|and) )?)+\)?$/;

/** Where a package offers one licence or another, one that we may use is enough. */
function mayUse(license: string): boolean {
  const offered = / AND /i.test(license) ? [license] : license.replace(/[()]/g, "").split(" OR ");
  return offered.some((one) => allowed.test(one));
}

describe("what we build on (SC-1)", () => {
  test("stands above every known hole", () => {
    const below = locked.flatMap(([place, { version = "0" }]) => {
      const floor = floors[place.replace(/^.*node_modules\//, "")];
      return floor && newer(floor, version) ? [`${place} ${version} is below ${floor}`] : [];
    });
    expect(below).toEqual([]);
    expect(packages["node_modules/next"]?.version).toBeDefined();
  });

  test("is locked to one content each, and names no registry", () => {
    const needed = locked.filter(([, { optional, devOptional }]) => !optional && !devOptional);
    expect(
      needed.filter(([, { version, integrity }]) => !version || !integrity?.startsWith("sha512-")),
    ).toEqual([]);
    expect(locked.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
  });

  test("may be used and passed on", () => {
    const known = locked.filter(([, { license }]) => license !== undefined);
    expect(known.filter(([, { license = "" }]) => !mayUse(license)).map(([place]) => place)).toEqual([]);
    const needed = locked.filter(([, { optional, devOptional }]) => !optional && !devOptional);
    // What names no licence to the registry has it in a file.
    const unnamed = needed.filter(([, { license }]) => license === undefined).map(([place]) => place);
    const stated = (place: string) => readFileSync(join(checkout, place, "LICENSE"), "utf8");
    expect(unnamed.filter((place) => !stated(place).startsWith("MIT License\n"))).toEqual([]);
  });
});

describe("what we keep", () => {
  const ours = [
    "app",
    "components",
    "docs",
    "frameworks",
    "lib",
    "prisma",
    "public",
    "scripts",
    "tests",
    ".ci",
  ];
  const files = [
    ...readdirSync(checkout, { withFileTypes: true }).flatMap((entry) =>
      entry.isFile() ? [entry.name] : [],
    ),
    ...ours.flatMap((folder) =>
      readdirSync(join(checkout, folder), { recursive: true, encoding: "utf8" }).map((file) =>
        join(folder, file),
      ),
    ),
  ].filter((file) => !/^lib.generated|\.(png|ico|xlsx|tsbuildinfo)$/.test(file));

  /** What a secret looks like: keys, tokens of well-known services, passwords in addresses. */
  const secrets = [
    /-----BEGIN (RSA |EC |OPENSSH |ENCRYPTED )?PRIVATE KEY-----/,
    /\bAKIA[0-9A-Z]{16}\b/,
    /\bgh[pousr]_[A-Za-z0-9]{36}\b/,
    /\bnpm_[A-Za-z0-9]{36}\b/,
    /\bxox[abprs]-[A-Za-z0-9-]{10,}/,
    /\beyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\./,
    /_authToken=[^$\s]/,
    /postgres(?:ql)?:\/\/[\w-]+:(?!\$|…|%|password@|secret@|not-|wrong)[\w+/=-]{12,}@(?!127\.0\.0\.1|localhost)/,
  ];

  test("holds no secret", () => {
    const found = files.flatMap((file) => {
      const path = join(checkout, file);
      if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return [];
      const text = readFileSync(path, "utf8");
      return secrets.filter((secret) => secret.test(text)).map((secret) => `${file}: ${secret.source}`);
    });
    expect(found.filter((line) => !line.startsWith("tests/house/supply-chain.test.ts"))).toEqual([]);
  });

  test("leaves out what a machine keeps for itself", () => {
    expect(
      files.filter((file) => /(^|\/)(\.env(\..*)?|\.npmrc\.local|.*\.(pem|key|p12|pfx))$/.test(file)),
    ).toEqual([]);
    const ignored = readFileSync(join(checkout, ".gitignore"), "utf8");
    for (const folder of [".data", ".next", "node_modules"]) expect(ignored).toContain(folder);
  });
});

/** Whether the first of two versions is the newer one. */
function newer(one: string, other: string): boolean {
  return one.localeCompare(other, "en", { numeric: true }) > 0;
}
