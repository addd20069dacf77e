import { problemAt, type ContentRule } from "@/lib/framework/content-rules/places";
import { proseOf } from "@/lib/framework/content-rules/prose";
import { finderOf } from "@/lib/framework/content-rules/word-list";

/** Names as their owners write them: "Epic" is a company and "epic" is not, so case counts. */
const supplierNames = finderOf(
  `Epic, Cerner, Oracle, Meditech, MEDITECH, Altera, Allscripts, Nervecentre, CareFlow, System C, Dedalus, Lorenzo,
  InterSystems, TrakCare, EMIS, Optum, SystmOne, TPP, RiO, Servelec, Carenotes, Civica, Magentus, CliniSys,
  Clinisys, Graphnet, Orion Health, Sectra, Agfa, Philips, GE HealthCare, Siemens, Soliton, Imprivata, Hyland,
  Cleric, Ortivus, ZOLL, Corpuls, MIS C3, Patients Know Best, DrDoctor, Zesty, Accurx, accuRx, Doccla, Huma,
  Docobo, Feebris, Isla Health, Brigid, Patientrack, WellSky, JAC, Microsoft, Azure, Copilot, Google, Amazon, AWS,
  Apple, IBM, Palantir, Foundry, OpenAI, ChatGPT, Nuance, Dragon Medical, Salesforce, ServiceNow, Citrix, VMware,
  Cisco, Power BI, Tableau, Qlik, Snowflake, Databricks, WhatsApp, Zoom, Attend Anywhere`,
  { caseCounts: true },
);

/** A question is about what a trust does, never about whose system it bought (design 2). */
export const supplierName: ContentRule = (framework) =>
  proseOf(framework).flatMap(({ text, at }) =>
    supplierNames(text).map((name) =>
      problemAt(at, `"${name}" is a supplier or product: say what it does instead`),
    ),
  );
