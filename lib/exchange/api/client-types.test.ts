import openapiTS, { astToString } from "openapi-typescript";
import { format, resolveConfig } from "prettier";
import { test, expect } from "vitest";
import { openApiDocument } from "./openapi";

const FILE = "tests/support/api-types.ts";

test("the client that the tests use is made from the document as it is now (after a change: vitest -u)", async () => {
  const types = astToString(
    await openapiTS(openApiDocument("http://localhost:3000") as never, { alphabetize: true }),
  );
  const head =
    "// Made from the OpenAPI document by openapi-typescript; see lib/exchange/api/client-types.test.ts.\n\n";
  // What a client without them has no use for.
  const used = types.replaceAll(/^export type (webhooks|\$defs) = .*;$/gm, "");
  const written = await format(head + used, { ...(await resolveConfig(FILE)), parser: "typescript" });
  await expect(written).toMatchFileSnapshot(`../../../${FILE}`);
});
