// Lets somebody in again who has lost their second factor: `npm run admin:reset -- EMAIL`. Whoever runs it makes sure
// first that it is them. Takes their second factor away and prints a link to set a new password.
import { resetAccess } from "@/lib/data/access-reset";
import { disconnect } from "@/lib/db";
import { checkSettings } from "@/lib/env";
import { failPlainly } from "./fail-plainly";

await failPlainly(async () => {
  const [email] = process.argv.slice(2);
  if (!email) throw new Error("Say whom to let in again: npm run admin:reset -- name@example.nhs.uk");
  checkSettings();
  try {
    const link = await resetAccess(email, new Date());
    if (!link) throw new Error("Nobody signs in here with that address and a password.");
    console.log("Their second factor and recovery codes are gone, and every session of theirs has ended.");
    console.log(
      "With this link they set a new password, within an hour; then they set up a new second factor:\n",
    );
    console.log(`  ${link}\n`);
    console.log("Give it to nobody but them.");
  } finally {
    await disconnect();
  }
});
