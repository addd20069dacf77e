import ExcelJS from "exceljs";

/** What is typed into a workbook: the sheet, the id of the row, the heading of the column, and the value. */
export type Typing = { sheet: string; row: string; heading: string; value: ExcelJS.CellValue };

/** Opens a workbook as somebody does at their desk. */
export async function openWorkbook(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  // Its types know no Buffer but their own.
  await workbook.xlsx.load(Uint8Array.from(bytes).buffer as Parameters<typeof workbook.xlsx.load>[0]);
  return workbook;
}

/** The cell in the row of an id, which stands in the first column, under a heading. */
export function cellOf(
  workbook: ExcelJS.Workbook,
  { sheet: name, row, heading }: Omit<Typing, "value">,
): ExcelJS.Cell {
  const sheet = workbook.getWorksheet(name);
  if (!sheet) throw new Error(`There is no sheet ${name}`);
  let [column, line] = [0, 0];
  sheet.getRow(1).eachCell((cell, at) => {
    if (cell.text === heading) column = at;
  });
  sheet.getColumn(1).eachCell((cell, at) => {
    if (cell.text === row) line = at;
  });
  if (column === 0 || line === 0) throw new Error(`There is no cell ${name} ${row} ${heading}`);
  return sheet.getCell(line, column);
}

/** Fills a workbook in, and saves it. */
export async function fillIn(
  bytes: Uint8Array,
  typed: readonly Typing[],
  change: (workbook: ExcelJS.Workbook) => void = () => undefined,
): Promise<Buffer> {
  const workbook = await openWorkbook(bytes);
  for (const { value, ...place } of typed) cellOf(workbook, place).value = value;
  change(workbook);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
