import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import { Pool, type QueryArrayResult } from "pg";
import { checkout } from "./place";

/** PostgreSQL's one-byte "char", which its catalogue is full of, and the type it is handed on as. */
const oneByteChar = 18;
const paddedChar = 1042;

/**
 * The SQL that would turn the tables of a database into those of prisma/schema.prisma; empty when they are the
 * same. Row-level security, triggers and rights are no part of the schema and are not compared.
 */
export async function schemaDifference(ownerUrl: string): Promise<string> {
  const content = readFileSync(join(checkout, "prisma", "schema.prisma"), "utf8");
  const files = [{ path: "schema.prisma", content }];
  const pool = new CataloguePool({ connectionString: ownerUrl });
  try {
    const { SchemaEngine } = await (loaded ??= loadBindings());
    const engine = await SchemaEngine.new(
      { datamodels: [["schema.prisma", content]] },
      () => undefined,
      bindMigrationAwareSqlAdapterFactory(readerOver(pool)),
    );
    const { stdout } = await engine.diff({
      from: { tag: "schemaDatasource", files, configDir: join(checkout, "prisma") },
      to: { tag: "schemaDatamodel", files },
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    });
    return stdout?.includes("This is an empty migration") ? "" : (stdout ?? "");
  } finally {
    await pool.end();
  }
}

type Bindings = typeof import("@prisma/schema-engine-wasm/schema_engine_bg");

let loaded: Promise<Bindings> | null = null;

/** The engine's own entry wants a bundler for its WebAssembly; Node loads it by hand, and once. */
async function loadBindings(): Promise<Bindings> {
  const bindings = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const place = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const engine = await WebAssembly.compile(readFileSync(place.replace(/\.js$/, ".wasm")));
  const { exports } = await WebAssembly.instantiate(engine, { "./schema_engine_bg.js": bindings });
  bindings.__wbg_set_wasm(exports);
  if (typeof exports.__wbindgen_start === "function") exports.__wbindgen_start();
  return bindings;
}

/** Prisma's adapter does not know "char": the pool disguises such columns, and this names them for what they are. */
function readerOver(pool: CataloguePool): PrismaPg {
  const factory = new PrismaPg(pool);
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const adapter = await connect();
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (query) => {
      const result = await queryRaw(query);
      for (const column of pool.disguised) result.columnTypes[column] = ColumnTypeEnum.Character;
      return result;
    };
    return adapter;
  };
  return factory;
}

class CataloguePool extends Pool {
  /** The "char" columns of the last answer; the engine asks one question at a time. */
  disguised: number[] = [];

  constructor(config: { connectionString: string }) {
    super(config);
    const ask = this.query.bind(this) as (...question: unknown[]) => Promise<QueryArrayResult>;
    const disguising = async (...question: unknown[]) => {
      const answer = await ask(...question);
      this.disguised = answer.fields.flatMap((field, column) =>
        field.dataTypeID === oneByteChar ? [column] : [],
      );
      for (const column of this.disguised)
        Object.assign(answer.fields[column] ?? {}, { dataTypeID: paddedChar });
      return answer;
    };
    Object.assign(this, { query: disguising });
  }
}
