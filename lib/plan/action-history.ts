/** What a version of an action came from. */
export const actionChanges = [
  "added",
  "copied",
  "put_forward",
  "changed",
  "criteria",
  "costs",
  "benefits",
  "finished",
  "ended",
  "taken_up",
  "imported",
] as const;
export type ActionChange = (typeof actionChanges)[number];

export const changeNames: Readonly<Record<ActionChange, string>> = {
  added: "Added",
  copied: "Copied from another trust",
  put_forward: "Put forward",
  changed: "Details changed",
  criteria: "Criteria changed",
  costs: "Costs changed",
  benefits: "Benefits changed",
  finished: "Finished",
  ended: "Ended early",
  taken_up: "Taken up again",
  imported: "Changed from a workbook",
};
