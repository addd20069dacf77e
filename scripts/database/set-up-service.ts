import { setUpDatabase, type Addresses } from "./set-up";
import { publishFrameworkFiles } from "./publish-frameworks";

/**
 * Everything a database needs before it serves: role, tables and rights, and the frameworks of this checkout.
 * Says what it did through `say`, one plain line each. Takes over DATABASE_URL of this process.
 */
export async function setUpService(addresses: Addresses, say: (line: string) => void): Promise<void> {
  const applied = await setUpDatabase(addresses);
  for (const name of applied) say(`Applied migration ${name}.`);
  if (applied.length === 0) say("The tables are up to date.");
  process.env.DATABASE_URL = addresses.appUrl;
  const published = await publishFrameworkFiles();
  for (const framework of published) say(`Published framework ${framework}.`);
  if (published.length === 0) say("The frameworks are up to date.");
}
