import { z } from "zod";
import { ASSESSMENT_FORMAT, assessmentSchema } from "@/lib/exchange/assessment-schema";
import { FRAMEWORK_FORMAT, frameworkSchema } from "@/lib/framework/schema";
import { RESULT_FORMAT, resultSchema } from "@/lib/scoring/result";

/**
 * The JSON Schemas that others build on, by file name in docs/schemas, made from the schemas the code itself
 * reads and writes by. What we read is described as it may be written, with optional keys left out and unknown
 * ones refused; what we write may gain keys later, so its readers are told to allow for more.
 */
export function publishedSchemas(): Record<string, string> {
  return {
    "framework.schema.json": published(FRAMEWORK_FORMAT, frameworkSchema, "input"),
    "assessment.schema.json": published(ASSESSMENT_FORMAT, assessmentSchema, "input"),
    "result.schema.json": published(RESULT_FORMAT, resultSchema, "output"),
  };
}

function published(title: string, schema: z.ZodType, io: "input" | "output"): string {
  const { $schema, ...body } = z.toJSONSchema(schema, {
    io,
    override: ({ jsonSchema }) => {
      if (io === "output" && jsonSchema.additionalProperties === false)
        delete jsonSchema.additionalProperties;
    },
  });
  return `${JSON.stringify({ $schema, title, ...body }, null, 2)}\n`;
}
