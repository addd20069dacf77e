import { problemAt, type ContentRule } from "@/lib/framework/content-rules/places";
import { proseOf } from "@/lib/framework/content-rules/prose";

const RATINGS = [
  /risk[- ](scores?|scoring|ratings?|bands?|banding|levels?|categor\w+|tools?|stratif\w+|assessments?)/i,
  /(high|medium|moderate|low|higher|lower)[- ]risk/i,
  /at risk of/i,
  /(predict\w*|forecasts?|likely to|likelihood of)\b[^.]{0,60}\b(harm|suicid\w*|violen\w*|crisis|crises|relapse\w*|abscond\w*)/i,
];

/**
 * National guidance rejects scoring or banding a person's risk, and predicting suicide or self-harm: what
 * mental health services read asks for a shared account and a safety plan (design 2, capability 11.3).
 */
export const ratedRisk: ContentRule = (framework) =>
  proseOf(framework)
    .filter(({ settings }) => settings.includes("mental_health"))
    .flatMap(({ text, at }) =>
      RATINGS.flatMap((rating) => {
        const words = rating.exec(text)?.[0];
        return words === undefined
          ? []
          : [problemAt(at, `"${words}" rates a person's risk: ask for a shared safety assessment and plan`)];
      }),
    );
