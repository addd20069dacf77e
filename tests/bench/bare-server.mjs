// The least a server can do: node:http and one query.
import { createServer } from "node:http";
import pg from "pg";

const pool = new pg.Pool({ connectionString: process.env.REFERENCE_DATABASE_URL, max: 10 });

createServer(async (_request, response) => {
  const { rows } = await pool.query("SELECT count(*)::int AS count FROM framework_version");
  response.setHeader("content-type", "application/json");
  response.end(JSON.stringify(rows[0]));
}).listen(Number(process.env.PORT), "127.0.0.1");
