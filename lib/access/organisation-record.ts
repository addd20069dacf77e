import type { CareSetting } from "@/lib/framework/schema";
import type { OrganisationKind } from "./organisation-kind";

/** Public facts of an organisation as an administrator keeps them. Days are at midnight UTC. */
export type OrganisationRecord = {
  odsCode: string;
  name: string;
  kind: OrganisationKind;
  careSettings: CareSetting[];
  subtype: string | null;
  regionCode: string | null;
  icbCode: string | null;
  openedOn: Date | null;
  closedOn: Date | null;
  /** Where a closed one went. */
  successorCode: string | null;
};

export type RecordFault = { field: keyof OrganisationRecord; message: string };

const ofTrusts: readonly CareSetting[] = ["acute", "mental_health", "community", "ambulance", "specialist"];

/** The care settings an organisation of this kind can have. */
export function careSettingsFor(kind: OrganisationKind): readonly CareSetting[] {
  if (kind === "trust") return ofTrusts;
  return kind === "gp_practice" ? ["practice"] : [];
}

/** NHS England's regions by their code in extracts. */
export const regionNames: Readonly<Record<string, string>> = {
  Y56: "London",
  Y58: "South West",
  Y59: "South East",
  Y60: "Midlands",
  Y61: "East of England",
  Y62: "North West",
  Y63: "North East and Yorkshire",
};

/** The first thing wrong with a record, with its field; null when it can be kept. */
export function faultInRecord(record: OrganisationRecord): RecordFault | null {
  const fault = (field: RecordFault["field"], message: string) => ({ field, message });
  if (!/^[A-Z0-9-]{2,12}$/.test(record.odsCode)) {
    return fault("odsCode", "Enter 2 to 12 capital letters, figures or hyphens");
  }
  if (record.name.trim() === "") return fault("name", "Enter the name");
  const possible = careSettingsFor(record.kind);
  if (record.careSettings.some((setting) => !possible.includes(setting))) {
    return fault("careSettings", "Choose care settings that this kind of organisation has");
  }
  if (record.icbCode !== null && !/^[A-Z0-9]{2,5}$/.test(record.icbCode)) {
    return fault("icbCode", "Enter the code of the integrated care board, such as QWO");
  }
  if (record.regionCode !== null && !Object.hasOwn(regionNames, record.regionCode)) {
    return fault("regionCode", "Choose a region from the list");
  }
  if (record.closedOn && record.openedOn && record.closedOn < record.openedOn) {
    return fault("closedOn", "The day it closed must be the day it opened or later");
  }
  if (record.successorCode === record.odsCode) {
    return fault("successorCode", "An organisation cannot follow itself");
  }
  if (record.successorCode !== null && record.closedOn === null) {
    return fault("closedOn", "Enter the day it closed, since another took its place");
  }
  return null;
}
