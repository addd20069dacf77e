import { beforeAll, describe, expect, test } from "vitest";
import type { CurrentUser } from "@/lib/access/user";
import { giveAccess } from "@/lib/data/grants";
import { consultancyOf, keepReportLogo, preparerOf, reportLogo } from "@/lib/data/report-logo";
import { lookBeneath } from "@/tests/support/database";
import { asTheyAre, makeOrganisation, makeTrust, type Trust } from "@/tests/support/trust";

const logo = { png: Buffer.from("a picture"), width: 40, height: 20 };

let consultancy: Trust;
let consultant: CurrentUser;
let client: Trust;

beforeAll(async () => {
  consultancy = await makeOrganisation("consultancy");
  consultant = await consultancy.let("consultant");
  client = await makeTrust();
  await giveAccess(await client.let("digital_lead"), client.id, {
    kind: "consultancy",
    receiverId: consultancy.id,
    email: null,
    scope: "results",
    beside: "no",
    endsOn: new Date("2099-03-31"),
  });
});

const now = () => asTheyAre(consultant.personId);

describe("a consultant puts the consultancy's logo on its reports", () => {
  test("nobody else sees it or sets it, its clients included", async () => {
    const others = [
      await client.let("digital_lead"),
      await (await makeOrganisation("consultancy")).let("consultant"),
    ];
    for (const who of others) {
      expect(await reportLogo(who, consultancy.id)).toBeNull();
      expect(await keepReportLogo(who, consultancy.id, 0, logo)).toBe("not_found");
      expect(consultancyOf(who)?.organisationId).not.toBe(consultancy.id);
    }
    expect(await lookBeneath("SELECT FROM report_logo WHERE organisation_id = $1", [consultancy.id])).toEqual(
      [],
    );
  });

  test("it stands on reports of a client with the consultancy's name, and on nobody's own", async () => {
    expect(await preparerOf(await now(), client.id)).toEqual({ name: consultancy.name, logo: null });
    expect(await keepReportLogo(consultant, consultancy.id, 0, logo)).toBe("kept");
    expect(await preparerOf(await now(), client.id)).toEqual({ name: consultancy.name, logo });
    expect(await preparerOf(await client.let("digital_lead"), client.id)).toBeNull();
    expect(await preparerOf(await now(), (await makeTrust()).id)).toBeNull();
  });

  test("two at once: the later is told, and nothing is overwritten blindly", async () => {
    expect(await keepReportLogo(consultant, consultancy.id, 0, null)).toBe("stale");
    expect(await keepReportLogo(consultant, consultancy.id, 7, null)).toBe("stale");
    expect(await reportLogo(consultant, consultancy.id)).toEqual({ version: 1, logo });
    expect(await keepReportLogo(consultant, consultancy.id, 1, null)).toBe("kept");
    expect(await reportLogo(consultant, consultancy.id)).toEqual({ version: 2, logo: null });
    const events = await lookBeneath<{ action: string }>(
      "SELECT action FROM audit_event WHERE organisation_id = $1 AND action LIKE 'report_logo.%' ORDER BY id",
      [consultancy.id],
    );
    expect(events.map(({ action }) => action)).toEqual(["report_logo.changed", "report_logo.removed"]);
  });
});
