// Invites the first administrator, or another: `npm run admin:invite -- EMAIL`. Prints the link to open; where a mail
// server is set up it is sent as well.
import { inviteAdministrator } from "@/lib/data/administrators";
import { disconnect } from "@/lib/db";
import { checkSettings, mailServer } from "@/lib/env";
import { momentInWords } from "@/lib/report/dates";
import { failPlainly } from "./fail-plainly";

await failPlainly(async () => {
  const [email] = process.argv.slice(2);
  if (!email) throw new Error("Say whom to invite: npm run admin:invite -- name@example.nhs.uk");
  checkSettings();
  try {
    const invitation = await inviteAdministrator(null, email, new Date());
    if (!invitation) throw new Error(`"${email}" is no email address.`);
    console.log(`Whoever opens this link can set up an account that administers the installation:\n`);
    console.log(`  ${invitation.link}\n`);
    console.log(
      `It works once, until ${momentInWords(invitation.expiresAt)}. Pass it on in a way others cannot read.`,
    );
    if (mailServer()) console.log("It is on its way by email as well, as soon as the service runs.");
  } finally {
    await disconnect();
  }
});
