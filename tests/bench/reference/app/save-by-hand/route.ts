import { Pool } from "pg";

const pool = new Pool({ connectionString: process.env.REFERENCE_DATABASE_URL, max: 10 });

/** One find and one upsert as somebody would write them by hand. */
export async function PUT(request: Request): Promise<Response> {
  const { id, version, ...document } = await request.json();
  await pool.query("SELECT * FROM framework_version WHERE framework_id = $1 AND version = $2", [id, "hand"]);
  await pool.query(
    `INSERT INTO framework_version (framework_id, version, status, content_hash, document)
     VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (framework_id, version) DO UPDATE
     SET status = excluded.status, content_hash = excluded.content_hash, document = excluded.document`,
    [id, "hand", "saved", String(version), document],
  );
  return Response.json({ version: version + 1 });
}
