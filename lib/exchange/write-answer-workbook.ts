import writeExcelFile, { type Cell as ExcelCell, type Sheet } from "write-excel-file/node";
import { scopeName } from "@/lib/framework/setting-names";
import { criteriaIn } from "@/lib/framework/find";
import { excelPages, tallEnough } from "@/lib/report/excel-pages";
import { spreadsheetText } from "@/lib/report/spreadsheet-text";
import {
  type AnswerWorkbook,
  APPLIES,
  appliesWords,
  evidenceHeadings,
  labels,
  questionHeadings,
  questionLabel,
  rowId,
  sheetNames,
  statementLabel,
  words,
  WORKBOOK_FORMAT,
  type WorkbookQuestion,
} from "./answer-workbook";
import { type SheetRules, workbookRules } from "./workbook-rules";
import { lettersOf } from "./workbook-table";

/** The colour of a cell that can be filled in; the others are locked. */
const TO_FILL_IN = "#FFF9E5";
const HEADING = "#E8EDEE";
const DAY = "d mmmm yyyy";
/** Empty rows for evidence that is new. */
const ROWS_FOR_EVIDENCE = 100;

type Cell = ExcelCell | null;

/**
 * An assessment as a workbook to fill in: a sheet of questions, one of their statements and one of evidence, with
 * lists to choose from and ids that cannot be typed over; and, hidden, which assessment it is and at which version each
 * answer stood.
 */
export async function writeAnswerWorkbook(workbook: AnswerWorkbook): Promise<Buffer> {
  const choices = choiceColumns(workbook);
  const sheets: { sheet: Sheet<never>; rules: SheetRules }[] = [
    { sheet: about(workbook), rules: { locked: true } },
    questions(workbook, choices),
    statements(workbook, choices),
    evidence(workbook, choices),
    { sheet: choices.sheet, rules: { locked: true, hidden: true } },
    { sheet: identity(workbook), rules: { locked: true, hidden: true } },
  ];
  return writeExcelFile(
    sheets.map(({ sheet }) => tallEnough(sheet)),
    {
      fontFamily: "Arial",
      fontSize: 11,
      features: [
        workbookRules(
          sheets.map(({ rules }) => rules),
          TO_FILL_IN,
        ),
        excelPages,
      ],
    },
  ).toBuffer();
}

function about({ organisation, round, framework, madeAt, withTargets }: AnswerWorkbook): Sheet<never> {
  const lines = [
    `${organisation}: assessment ${round}`,
    `Made on ${madeAt.toLocaleString("en-GB", { dateStyle: "long", timeStyle: "short", timeZone: "Europe/London" })}, with the questions of ${framework.title} ${framework.version}.`,
    "Fill in the yellow cells, save the file as .xlsx, and upload it where you downloaded it. You then see each difference before anything is saved, with what colleagues saved meanwhile, and choose.",
    `${sheetNames.statements}: choose Met, Not met or Not known for each statement. The level follows from them.`,
    `${sheetNames.questions}: whether the question applies, a note, and how sure you are${withTargets ? "; and the level you want to reach" : ""}.`,
    `${sheetNames.evidence}: add links and document titles below those that are there. Change those in the service.`,
    "A cell you leave as it is changes nothing, whoever else is at work. A cell you empty is cleared only if you say so after the upload.",
    "You may sort, filter, hide columns and delete rows. Type values only: a formula is not taken.",
    "Do not enter anything about a patient. What you write may be released under the Freedom of Information Act.",
  ];
  return {
    sheet: sheetNames.about,
    orientation: "landscape",
    columns: [{ width: 110 }],
    data: lines.map((line, index) => [index === 0 ? heading(line) : fixed(line)]),
  };
}

function questions({ framework, questions, withTargets }: AnswerWorkbook, choices: Choices) {
  const { applies, note, confidence, ...targets } = questionHeadings;
  const header = [labels.questionId, labels.question, labels.for, labels.levelNow, applies, note, confidence];
  const widths = [16, 44, 16, 10, 30, 70, 12, ...(withTargets ? [10, 16, 50] : [])];
  return {
    sheet: {
      ...table(sheetNames.questions, widths),
      data: [
        [...header, ...(withTargets ? Object.values(targets) : [])].map(heading),
        ...questions.map((question): Cell[] => {
          const { capability, scope, content, level, target } = question;
          return [
            fixed(rowId(capability.id, scope)),
            fixed(questionLabel(question)),
            fixed(scopeName(framework, scope)),
            fixed(level),
            typed(appliesIn(question)),
            typed(content?.note ?? ""),
            typed(wordFor(words.confidence, content?.confidence)),
            ...(withTargets
              ? [number(target?.level), day(target?.by ?? null), typed(target?.reason ?? "")]
              : []),
          ];
        }),
      ],
    },
    rules: {
      locked: true,
      lists: [
        ...questions.map(({ capability }, index) => ({
          cells: `E${index + 2}`,
          from: choices.place(`applies ${capability.id}`),
        })),
        ...listsFor("G", questions.length, choices.place("confidence")),
        ...(withTargets ? listsFor("H", questions.length, choices.place("level")) : []),
      ],
    },
  };
}

function statements({ framework, questions }: AnswerWorkbook, choices: Choices) {
  const rows = questions.flatMap((question) => {
    const { capability, scope, settings, content } = question;
    return criteriaIn(capability, settings).flatMap(({ level, criteria }) =>
      criteria.map((criterion): Cell[] => [
        fixed(rowId(criterion.id, scope)),
        fixed(questionLabel(question)),
        fixed(scopeName(framework, scope)),
        { value: level, type: Number, align: "left", ...top },
        fixed(statementLabel(criterion, scope)),
        typed(wordFor(words.answer, content?.criteria[criterion.id])),
      ]),
    );
  });
  const { statementId, question, for: forWhom, level, statement, answer } = labels;
  return {
    sheet: {
      ...table(sheetNames.statements, [22, 44, 16, 8, 90, 14]),
      data: [[statementId, question, forWhom, level, statement, answer].map(heading), ...rows],
    },
    rules: { locked: true, lists: listsFor("F", rows.length, choices.place("answer")) },
  };
}

function evidence({ evidence }: AnswerWorkbook, choices: Choices) {
  const rows = evidence.map((item): Cell[] => [
    fixed(item.id),
    fixed(rowId(item.capabilityId, item.scope)),
    fixed(item.title),
    fixed(item.url),
    fixed(item.reference),
    fixed(item.owner),
    item.effective === null ? null : { ...dated(item.effective) },
    item.review === null ? null : { ...dated(item.review) },
    fixed(item.grade),
    fixed(item.counter ? "Yes" : ""),
  ]);
  const empty: Cell[] = [
    null,
    ...Array.from({ length: 5 }, () => typed("")),
    day(null),
    day(null),
    typed(""),
    typed(""),
  ];
  const last = rows.length + 1 + ROWS_FOR_EVIDENCE;
  const first = rows.length + 2;
  return {
    sheet: {
      ...table(sheetNames.evidence, [38, 20, 50, 40, 30, 24, 16, 16, 14, 14]),
      data: [
        Object.values(evidenceHeadings).map(heading),
        ...rows,
        ...Array.from({ length: ROWS_FOR_EVIDENCE }, () => empty),
      ],
    },
    rules: {
      locked: true,
      lists: [
        { cells: `B${first}:B${last}`, from: choices.place("question") },
        { cells: `I${first}:I${last}`, from: choices.place("grade") },
        { cells: `J${first}:J${last}`, from: choices.place("counter") },
      ],
    },
  };
}

type Choices = { sheet: Sheet<never>; place: (name: string) => string };

/** A hidden sheet with a column for each list, and where each stands. */
function choiceColumns({ questions }: AnswerWorkbook): Choices {
  const lists = new Map<string, string[]>([
    ["answer", Object.keys(words.answer)],
    ["confidence", Object.keys(words.confidence)],
    ["grade", Object.keys(words.grade)],
    ["counter", Object.keys(words.counter)],
    ["level", ["1", "2", "3", "4", "5"]],
    ["question", questions.map(({ capability, scope }) => rowId(capability.id, scope))],
    ...questions.map(({ capability }): [string, string[]] => [
      `applies ${capability.id}`,
      Object.keys(appliesWords(capability)),
    ]),
  ]);
  const columns = [...lists.entries()];
  const longest = Math.max(...columns.map(([, values]) => values.length));
  const places = new Map(
    columns.map(([name, values], index) => {
      const column = lettersOf(index + 1);
      return [name, `${sheetNames.choices}!$${column}$1:$${column}$${values.length}`];
    }),
  );
  return {
    sheet: {
      sheet: sheetNames.choices,
      data: Array.from({ length: longest }, (_, row) =>
        columns.map(([name, values]): Cell => {
          const value = values[row];
          if (value === undefined) return null;
          return name === "level" ? { value: Number(value), type: Number } : { value, type: String };
        }),
      ),
    },
    place: (name) => places.get(name) ?? "",
  };
}

function identity({ assessmentId, framework, madeAt, questions }: AnswerWorkbook): Sheet<never> {
  const rows: [string, string, string][] = [
    ["format", WORKBOOK_FORMAT, ""],
    ["assessment", assessmentId, ""],
    ["framework", framework.id, framework.version],
    ["made", madeAt.toISOString(), ""],
    ...questions.map(({ capability, scope, version, target }): [string, string, string] => [
      rowId(capability.id, scope),
      String(version),
      target === null ? "" : JSON.stringify(target),
    ]),
  ];
  return {
    sheet: sheetNames.identity,
    data: rows.map((row) => row.map((value): Cell => ({ value, type: String }))),
  };
}

function appliesIn({ capability, content }: WorkbookQuestion): string {
  return wordFor(appliesWords(capability), content?.notApplicable ?? APPLIES);
}

function wordFor(list: Readonly<Record<string, string>>, meaning: string | null | undefined): string {
  return Object.entries(list).find(([, known]) => known === meaning)?.[0] ?? "";
}

function listsFor(column: string, rows: number, from: string) {
  return rows === 0 ? [] : [{ cells: `${column}2:${column}${rows + 1}`, from }];
}

function table(sheet: string, widths: readonly number[]) {
  return {
    sheet,
    stickyRowsCount: 1,
    orientation: "landscape" as const,
    columns: widths.map((width) => ({ width })),
  };
}

const top = { alignVertical: "top" as const };

function heading(text: string): Cell {
  return { value: text, type: String, fontWeight: "bold", backgroundColor: HEADING, wrap: true, ...top };
}

function fixed(text: string): Cell {
  return text === "" ? null : { value: spreadsheetText(text), type: String, wrap: true, ...top };
}

function typed(text: string): Cell {
  const value = text === "" ? undefined : spreadsheetText(text);
  return { value, type: String, wrap: true, backgroundColor: TO_FILL_IN, ...top };
}

function number(value: number | undefined): Cell {
  return { value, type: Number, backgroundColor: TO_FILL_IN, align: "left", ...top };
}

function dated(iso: string) {
  return { value: new Date(`${iso}T00:00:00Z`), type: Date, format: DAY, align: "left" as const, ...top };
}

function day(iso: string | null): Cell {
  const empty = { value: undefined, type: Date, format: DAY, align: "left" as const, ...top };
  return { ...(iso === null ? empty : dated(iso)), backgroundColor: TO_FILL_IN };
}
