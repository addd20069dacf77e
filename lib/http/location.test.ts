import fc from "fast-check";
import { expect, test } from "vitest";
import { inLocation } from "./location";

test.each([
  ["/trusts/ZZA/sharing?done=given#top", "/trusts/ZZA/sharing?done=given#top"],
  ["/invitation/a%2Fb", "/invitation/a%2Fb"],
  ["/trusts/\u{1f600}\r\nSet-Cookie: x/people", "/trusts/%F0%9F%98%80%0D%0ASet-Cookie:%20x/people"],
  ["/trusts/half \ud83d", "/trusts/half%20%EF%BF%BD"],
])("the path %j goes into a header as %s", (path, header) => expect(inLocation(path)).toBe(header));

test("whatever was sent along, a header takes it", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const location = inLocation(`/trusts/${text}`);
      expect(new Headers({ location }).get("location")).toBe(location);
    }),
  );
});
