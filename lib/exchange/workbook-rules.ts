import type { Feature, Image } from "write-excel-file/node";

/** What a spreadsheet program keeps people to on one sheet. */
export type SheetRules = {
  /** Only cells of the colour for filling in can be changed; sorting, filtering and widths stay free. */
  locked: boolean;
  hidden?: boolean;
  /** Cells that take one of a list alone, and where the list stands. */
  lists?: readonly { cells: string; from: string }[];
};

/**
 * Locks sheets, hides some and puts lists into cells, which the writer of Excel files has no words for: marks for the
 * programs that open it, and no protection from anybody. `open` is the colour of cells that stay open, "#FFF9E5".
 */
export function workbookRules(sheets: readonly SheetRules[], open: string): Feature<Image["content"]> {
  return {
    files: {
      transform: {
        "xl/worksheets/sheet{id}.xml": {
          transform: (xml, _options, { sheetIndex }) => {
            const rules = sheets[sheetIndex];
            return rules
              ? xml.replace("</sheetData>", `</sheetData>${protection(rules)}${lists(rules)}`)
              : xml;
          },
        },
        "xl/workbook.xml": {
          transform: (xml) => {
            let index = 0;
            return xml.replace(/<sheet /g, () => {
              const { hidden } = sheets[index++] ?? {};
              return hidden ? `<sheet state="hidden" ` : "<sheet ";
            });
          },
        },
        "xl/styles.xml": { transform: (xml) => opened(xml, open) },
      },
    },
  };
}

function protection({ locked }: SheetRules): string {
  const free = ["formatColumns", "formatRows", "sort", "autoFilter", "deleteRows"];
  return locked ? `<sheetProtection sheet="1" ${free.map((name) => `${name}="0"`).join(" ")}/>` : "";
}

function lists({ lists = [] }: SheetRules): string {
  if (lists.length === 0) return "";
  const said = `showErrorMessage="1" errorTitle="Choose from the list" error="Choose one of the answers in the list, or empty the cell."`;
  const rules = lists.map(
    ({ cells, from }) =>
      `<dataValidation type="list" allowBlank="1" ${said} sqref="${cells}"><formula1>${from}</formula1></dataValidation>`,
  );
  return `<dataValidations count="${rules.length}">${rules.join("")}</dataValidations>`;
}

/** Takes the lock from every style of this colour. */
function opened(xml: string, colour: string): string {
  const fills = xml.slice(xml.indexOf("<fills"), xml.indexOf("</fills>")).split("<fill>").slice(1);
  const fill = fills.findIndex((one) => one.toUpperCase().includes(colour.slice(1).toUpperCase()));
  if (fill === -1) throw new Error("No cell can be filled in.");
  return xml.replace(
    new RegExp(`<xf ([^>]*fillId="${fill}"[^>]*)>(.*?)</xf>`, "g"),
    (_whole, attributes: string, inside: string) =>
      `<xf ${attributes} applyProtection="1">${inside}<protection locked="0"/></xf>`,
  );
}
