import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "@/lib/generated/prisma/client";

const database = new PrismaClient({
  adapter: new PrismaPg({ connectionString: process.env.REFERENCE_DATABASE_URL, max: 10 }),
});

/** One find and one upsert, with nothing around them. */
export async function PUT(request: Request): Promise<Response> {
  const { id, version, ...document } = await request.json();
  const key = { frameworkId_version: { frameworkId: id, version: "bare" } };
  await database.frameworkVersion.findUnique({ where: key });
  const values = { status: "saved", contentHash: String(version), document };
  await database.frameworkVersion.upsert({
    where: key,
    update: values,
    create: { frameworkId: id, version: "bare", ...values },
  });
  return Response.json({ version: version + 1 });
}
