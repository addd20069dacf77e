import type { z } from "zod";
import { may } from "@/lib/access/policy";
import { resultOf, type SettingResult } from "@/lib/data/results";
import { noQuery, type settingResultSchema } from "@/lib/exchange/api/schemas";
import { apiReply, readQuery } from "@/lib/http/api-reply";
import { apiRoute, notThere } from "@/lib/http/api-route";
import { otherMethods } from "@/lib/http/other-methods";
import { withoutSensitiveItems } from "@/lib/report/withheld";
import { ENGINE_VERSION } from "@/lib/scoring/score";

type Params = { assessmentId: string; setting: string };

/** The result of one care setting: the engine's document, with what it stands on and what it leaves out. */
export const GET = apiRoute<Params>("read", async ({ request, user, params }) => {
  const read = readQuery(request, noQuery);
  if (!read.ok) return read.reply;
  const found = await resultOf(user, params.assessmentId, params.setting);
  if (!found) return notThere(request);
  const whole = may(user, "see sensitive items", found.assessment.organisationId, found.assessment.id);
  return apiReply(request, asDocument(found, whole));
});

function asDocument(found: SettingResult, whole: boolean): z.input<typeof settingResultSchema> {
  const { assessment, setting, signedOff, framework } = found;
  const seen = whole
    ? { result: found.result, withheld: { capabilities: 0, safeguards: 0 } }
    : withoutSensitiveItems(framework, setting, found.result);
  return {
    assessment: assessment.id,
    careSetting: setting,
    basis: signedOff
      ? { kind: "signed_off", at: signedOff.at.toISOString(), snapshot: signedOff.id }
      : { kind: "current" },
    engineVersion: signedOff?.engineVersion ?? ENGINE_VERSION,
    ...seen,
  };
}

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
