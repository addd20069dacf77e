/** What an organisation can be. A group is two or more trusts with one digital team. */
export const organisationKinds = ["trust", "group", "icb", "region", "consultancy", "gp_practice"] as const;

export type OrganisationKind = (typeof organisationKinds)[number];

/** The kind in the words people see. */
export const organisationKindNames: Readonly<Record<OrganisationKind, string>> = {
  trust: "Trust",
  group: "Group of trusts",
  icb: "Integrated care board",
  region: "NHS England region",
  consultancy: "Consultancy",
  gp_practice: "GP practice",
};
