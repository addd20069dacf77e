import { expect, test } from "vitest";
import { getAssessment } from "@/lib/data/assessments";
import { namesOf } from "@/lib/data/people";
import { withTenant } from "@/lib/data/tenant";
import { makeTrust } from "@/tests/support/trust";

test("who holds a connection is refused a second one at once, not only when all are taken (decision 0002)", async () => {
  const lead = await (await makeTrust()).let("digital_lead");
  const elsewhere = "00000000-0000-4000-8000-000000000000";
  await expect(withTenant(lead, {}, () => namesOf([lead.personId]))).rejects.toThrow(/use its `tx`/);
  await expect(withTenant(lead, {}, () => getAssessment(lead, elsewhere))).rejects.toThrow(/use its `tx`/);
  expect(await namesOf([lead.personId])).toEqual(new Map([[lead.personId, lead.name]]));
});
