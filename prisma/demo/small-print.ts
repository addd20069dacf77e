import type { CareSetting } from "@/lib/framework/schema";
import { chance } from "./levels";
import type { DemoPerson } from "./people";
import type { DemoTrust } from "./trusts";

// Forty invented trusts in small print: enough for peer groups, spread as real results are (design 2, "What real
// results look like"): a mean near 2.5, the middle half between 2.2 and 2.7, most rising by about 0.15 a year.

const hospital = (name: string) => `${name} Hospitals NHS Trust`;
const foundation = (name: string) => `${name} NHS Foundation Trust`;
const partnership = (name: string) => `${name} Partnership NHS Trust`;
const community = (name: string) => `${name} Community Healthcare NHS Trust`;
const ambulance = (name: string) => `${name} Ambulance Service NHS Trust`;
const specialist = (name: string) => `${name} Specialist Hospital NHS Trust`;

const kinds: { settings: CareSetting[]; called: (name: string) => string; places: string[] }[] = [
  {
    settings: ["acute"],
    called: hospital,
    places: [
      ...["Aldermere", "Brackenholt", "Calderwick", "Dunmarsh", "Eastwold", "Fenbridge", "Garthdale"],
      ...["Hollowmoor", "Ivelcombe", "Kestrel Bay", "Larkhaven", "Millbeck Vale", "Netherford", "Orrinside"],
    ],
  },
  {
    settings: ["acute", "community"],
    called: foundation,
    places: ["Pellbrook", "Quarrydown", "Ravenscombe", "Stanmere", "Thornwater"],
  },
  {
    settings: ["mental_health"],
    called: partnership,
    places: [
      ...["Upper Wendle", "Valebrook", "Westmarch", "Yarrowdale"],
      ...["Amberfield", "Birchmoor", "Coldharbour Vale", "Dovebridge"],
    ],
  },
  {
    settings: ["community"],
    called: community,
    places: ["Elmsworth", "Fallowmere", "Greystoke Vale", "Heronsgate", "Inglefold"],
  },
  {
    settings: ["ambulance"],
    called: ambulance,
    places: ["Eastern Levels", "Middle Shires", "Southern Downs", "Western Combes", "Three Rivers"],
  },
  { settings: ["specialist"], called: specialist, places: ["Juniper Hill", "Kingfisher", "Lambourne Park"] },
];

const regions = ["Y56", "Y58", "Y59", "Y60", "Y61", "Y62", "Y63"];

/** Codes from ZY01 on, in the order above. */
export const smallPrintTrusts: readonly DemoTrust[] = kinds
  .flatMap(({ settings, called, places }) => places.map((place) => ({ settings, name: called(place) })))
  .map(({ settings, name }, index) => trustOf(`ZY${String(index + 1).padStart(2, "0")}`, name, settings));

function trustOf(odsCode: string, name: string, careSettings: CareSetting[]): DemoTrust {
  const region = Math.floor(chance(odsCode, "region") * regions.length);
  const now = scoreOf(odsCode);
  const rise = 0.15 + (chance(odsCode, "rise") - 0.5) * 0.6;
  const inSettings = (overall: number) =>
    Object.fromEntries(careSettings.map((setting, index) => [setting, overall - index * 0.15]));
  return {
    odsCode,
    name,
    careSettings,
    regionCode: regions[region] ?? "Y56",
    icbCode: `ZX${region}`,
    fixed: {},
    rounds: [
      {
        round: "2024/25",
        frameworkVersion: "2025.1",
        overall: inSettings(Math.max(1.7, now - rise)),
        sentOn: "2025-05-14",
        signedOffOn: "2025-06-02",
      },
      { round: "2025/26", overall: inSettings(now), sentOn: "2026-05-13", signedOffOn: "2026-06-01" },
    ],
  };
}

/** Near 2.45 for most, from 1.8 to 3.3: the mean of four draws lies as real scores do. */
function scoreOf(odsCode: string): number {
  const draws = ["a", "b", "c", "d"].map((draw) => chance(odsCode, draw));
  const mean = draws.reduce((sum, draw) => sum + draw, 0) / draws.length;
  return Math.min(3.3, Math.max(1.8, 2.45 + (mean - 0.5) * 2.4));
}

const firstNames = [
  "Amina",
  "Ben",
  "Carys",
  "Dev",
  "Elin",
  "Femi",
  "Gareth",
  "Hana",
  "Isla",
  "Joel",
  "Kiran",
  "Lowri",
];
const lastNames = [
  "Akande",
  "Bright",
  "Collier",
  "Dhillon",
  "Everard",
  "Fonseca",
  "Gill",
  "Hurst",
  "Iqbal",
  "Jewell",
];

function nameOf(...words: readonly string[]): string {
  const from = (names: readonly string[], salt: string) =>
    names[Math.floor(chance(...words, salt) * names.length)] ?? "";
  return `${from(firstNames, "first")} ${from(lastNames, "last")}`;
}

/** A lead and an approver for each, who give its rounds their signatures and cannot be signed in as. */
export const smallPrintPeople: readonly DemoPerson[] = smallPrintTrusts.flatMap(({ odsCode }) => [
  { name: nameOf(odsCode, "lead"), jobTitle: "Head of digital", odsCode, role: "digital_lead" },
  { name: nameOf(odsCode, "approver"), jobTitle: "Chief operating officer", odsCode, role: "approver" },
]);
