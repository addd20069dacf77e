import { connection } from "next/server";
import { databaseAnswers } from "@/lib/data/installation";

/** The process can serve: its database answers. 503 while it does not. */
export async function GET(): Promise<Response> {
  await connection();
  const ready = await databaseAnswers();
  return Response.json(
    { status: ready ? "ok" : "database away" },
    { status: ready ? 200 : 503, headers: { "cache-control": "no-store" } },
  );
}
