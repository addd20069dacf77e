import { describe, expect, test } from "vitest";
import { invitationMail } from "./invitation-mail";

const letter = {
  invitedBy: "Priya Raman",
  organisation: "Ashdown Valley",
  roles: ["digital_lead", "approver"] as const,
  link: "https://maturity.example.nhs.uk/invitation/x",
  until: "29 November 2026",
};

describe("I am invited by mail", () => {
  test("and read who invites me to what, as what, until when, and where to go", () => {
    const { subject, text } = invitationMail(letter);
    expect(subject).toBe("You are invited to assess digital maturity at Ashdown Valley");
    expect(text).toContain("Priya Raman has invited you to Ashdown Valley in the service");
    expect(text).toContain(", as digital lead and approver.");
    expect(text).toContain(
      "by the end of 29 November 2026:\n\nhttps://maturity.example.nhs.uk/invitation/x\n",
    );
  });

  test("as a guest, who has no role", () => {
    expect(invitationMail({ ...letter, roles: [] }).text).not.toContain(", as ");
  });

  test("to administer the service, by the command", () => {
    const { text } = invitationMail({ ...letter, invitedBy: null, organisation: null, roles: [] });
    expect(text).toContain(
      "You have been invited to administer the service “Assess your trust’s digital maturity”.",
    );
  });
});
