// Makes the database of DATABASE_OWNER_URL and DATABASE_URL ready, or brings it up to date.
import { disconnect } from "@/lib/db";
import { withConnection } from "./database/connection";
import { setUpService } from "./database/set-up-service";
import { failPlainly } from "./fail-plainly";

await failPlainly(async () => {
  const addresses = {
    ownerUrl: addressIn("DATABASE_OWNER_URL", "the role that owns the tables; it may make roles"),
    appUrl: addressIn("DATABASE_URL", "the application's own role, which is made if it is missing"),
  };
  if (new URL(addresses.ownerUrl).pathname !== new URL(addresses.appUrl).pathname) {
    throw new Error("DATABASE_OWNER_URL and DATABASE_URL name different databases.");
  }
  try {
    await adviseOnOwner(addresses.ownerUrl);
    await setUpService(addresses, console.log);
    console.log("The database is ready.");
  } finally {
    await disconnect();
  }
});

function addressIn(name: string, whose: string): string {
  const address = process.env[name];
  if (address && URL.canParse(address) && /^postgres(ql)?:$/.test(new URL(address).protocol)) return address;
  throw new Error(
    `${name} is ${address ? "not an address" : "missing"}: set it to postgresql://role:password@host:5432/database, ` +
      `for ${whose}.`,
  );
}

/** A superuser works, but data migrations are only proven with an owner that row-level security binds. */
async function adviseOnOwner(ownerUrl: string): Promise<void> {
  await withConnection(ownerUrl, async (owner) => {
    const { rows } = await owner.query("SELECT rolsuper FROM pg_roles WHERE rolname = current_user");
    if (!rows[0]?.rolsuper) return;
    console.warn(
      "The role of DATABASE_OWNER_URL is a superuser. Better give the tables an owner that is not.",
    );
  });
}
