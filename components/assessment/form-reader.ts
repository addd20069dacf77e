import { CRITERION_FIELD } from "@/lib/assessment/answer-form";
import type { SaveContent } from "./save-queue";

/** Reads and sets the plain form of a capability page, by the names its fields have. */
export type FormReader = ReturnType<typeof readerOf>;

const LEVELS = [1, 2, 3, 4, 5];

type Criteria = Record<string, string>;
type CriterionField = { id: string; level: number; text: string };

/** A criterion that two answers decide differently; null where one leaves it undecided. */
export type Difference = { id: string; text: string; mine: string | null; theirs: string | null };

export function readerOf(form: HTMLFormElement) {
  const fields: CriterionField[] = [...form.querySelectorAll<HTMLElement>("[data-criterion]")].map((box) => ({
    id: box.dataset.criterion ?? "",
    level: Number(box.dataset.level),
    text: box.querySelector("legend")?.textContent ?? "",
  }));

  const criteria = (): Criteria =>
    Object.fromEntries(
      fields.flatMap(({ id }) => {
        const value = chosen(form, CRITERION_FIELD + id);
        return value === null ? [] : [[id, value]];
      }),
    );
  const patternOf = (level: number): Criteria =>
    Object.fromEntries(fields.map((field) => [field.id, field.level <= level ? "met" : "not_met"]));
  const levelOf = (decided: Criteria): number | null =>
    LEVELS.find((level) => same(patternOf(level), decided)) ?? null;
  const shared = () => ({ note: textOf(form, "note"), confidence: chosen(form, "confidence") });

  /** The answer as the page shows it; one that does not apply stays so until a criterion is decided. */
  const content = (): SaveContent => {
    const decided = criteria();
    const reason = form.dataset.notApplicable;
    if (reason && Object.keys(decided).length === 0) return { notApplicable: { reason }, ...shared() };
    return { criteria: decided, ...shared() };
  };
  const choose = (name: string, value: string | null) => {
    for (const radio of radiosOf(form, name)) radio.checked = radio.value === value;
  };

  return {
    content,

    /** True where somebody filled something in before the page was ready to notice. */
    get touchedAlready(): boolean {
      const radios = [...form.querySelectorAll<HTMLInputElement>('input[type="radio"]')];
      const texts = [...form.querySelectorAll("textarea")];
      return (
        radios.some((radio) => radio.checked !== radio.defaultChecked) ||
        texts.some((text) => text.value !== text.defaultValue)
      );
    },

    /** What pressing this button saves, or null where the plain form had better be sent. */
    contentFor(button: HTMLElement | null): SaveContent | null {
      const use = button?.getAttribute("value");
      if (use === "criteria" || use === "confirm") return content();
      if (use === "level" && chosen(form, "level") !== null) return content();
      const reason = textOf(form, "reason");
      if (use !== "not_applicable" || reason === "") return null;
      for (const { id } of fields) choose(CRITERION_FIELD + id, null);
      choose("level", null);
      form.dataset.notApplicable = reason;
      return content();
    },

    /** The level that this change picked, or null where it changed something else. */
    pickedLevel(target: EventTarget | null): number | null {
      return target instanceof HTMLInputElement && target.name === "level" ? Number(target.value) : null;
    },

    /** The criteria decided one by one that picking the level would turn round, in words. */
    decisionsLostBy(level: number): string[] {
      const decided = criteria();
      if (levelOf(decided) !== null) return [];
      const pattern = patternOf(level);
      return fields
        .filter(({ id }) => decided[id] !== undefined && decided[id] !== pattern[id])
        .map(({ text }) => text);
    },

    /** Marks every criterion as picking the level means it. */
    showLevel(level: number): void {
      for (const [id, state] of Object.entries(patternOf(level))) choose(CRITERION_FIELD + id, state);
      choose("level", String(level));
    },

    /** Follows a criterion that was decided: the picked level stands only while the criteria still say the same. */
    touched(target: EventTarget | null): void {
      if (!(target instanceof HTMLInputElement) || !target.name.startsWith(CRITERION_FIELD)) return;
      const level = levelOf(criteria());
      choose("level", level === null ? null : String(level));
    },

    /** Takes back a level that was picked but not confirmed. */
    forgetLevel(): void {
      choose("level", null);
    },

    /** Where the answer on the page and another one part: the criteria decided differently, and the note. */
    differencesFrom(theirs: { criteria: Readonly<Criteria>; note: string }) {
      const mine = criteria();
      const apart = fields.flatMap(({ id, text }): Difference[] => {
        const both = { mine: mine[id] ?? null, theirs: theirs.criteria[id] ?? null };
        return both.mine === both.theirs ? [] : [{ id, text, ...both }];
      });
      const note = theirs.note.trim();
      return { criteria: apart, note: note !== "" && !textOf(form, "note").includes(note) };
    },

    /** Notes the version that this page has already told of, so that nothing else tells of it again. */
    setSeen(version: number): void {
      form.dataset.seen = String(version);
    },

    /** Writes a colleague's note beneath one's own, and puts the cursor behind it. */
    addNote(note: string): void {
      const box = form.elements.namedItem("note");
      if (!(box instanceof HTMLTextAreaElement)) return;
      box.value = [box.value.trimEnd(), note].filter(Boolean).join("\n\n");
      box.dispatchEvent(new InputEvent("input", { bubbles: true }));
      box.focus();
    },

    /** Keeps the plain form usable after a save: it goes on from this version, with a key of its own. */
    setVersion(version: number): void {
      setHidden(form, "version", String(version));
      setHidden(form, "key", crypto.randomUUID());
    },
  };
}

function radiosOf(form: HTMLFormElement, name: string): HTMLInputElement[] {
  return [...form.querySelectorAll<HTMLInputElement>(`input[type="radio"][name="${CSS.escape(name)}"]`)];
}

function chosen(form: HTMLFormElement, name: string): string | null {
  return radiosOf(form, name).find((radio) => radio.checked)?.value ?? null;
}

function textOf(form: HTMLFormElement, name: string): string {
  const field = form.elements.namedItem(name);
  return field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement ? field.value : "";
}

function setHidden(form: HTMLFormElement, name: string, value: string): void {
  const field = form.elements.namedItem(name);
  if (field instanceof HTMLInputElement) field.value = value;
}

function same(one: Criteria, other: Criteria): boolean {
  const ids = Object.keys(one);
  return ids.length === Object.keys(other).length && ids.every((id) => one[id] === other[id]);
}
