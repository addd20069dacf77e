import type { Page } from "@playwright/test";

/**
 * What a page asks of a hand (AX-6): targets too small to hit, fields that a password manager, a phone or a paste
 * cannot fill, and things that have to be dragged. A target is large enough at 24 by 24 pixels; a link in a sentence
 * may be as high as its line, and a smaller one may stand alone, with no other within the 24 pixels around its middle
 * (WCAG 2.5.8).
 */
export function hardToUse(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const LEAST = 24;
    type Target = { part: HTMLElement; box: DOMRect };
    const named = (part: HTMLElement) =>
      `${part.tagName.toLowerCase()} ${(part.innerText || part.getAttribute("name") || part.id).slice(0, 40)}`;
    const seen = (part: HTMLElement) =>
      part.checkVisibility({ visibilityProperty: true, opacityProperty: false }) &&
      part.getBoundingClientRect().width > 1 &&
      getComputedStyle(part).clip === "auto";
    /** A choice is hit by its label as well. */
    const boxOf = (part: HTMLElement) => {
      const box = part.getBoundingClientRect();
      const label = part instanceof HTMLInputElement ? part.labels?.[0]?.getBoundingClientRect() : undefined;
      if (!label || !/^(radio|checkbox)$/.test((part as HTMLInputElement).type)) return box;
      const [left, top] = [Math.min(box.left, label.left), Math.min(box.top, label.top)];
      const [right, bottom] = [Math.max(box.right, label.right), Math.max(box.bottom, label.bottom)];
      return new DOMRect(left, top, right - left, bottom - top);
    };
    const inSentence = (part: HTMLElement) => {
      const around = part.parentElement?.innerText.trim().length ?? 0;
      return getComputedStyle(part).display === "inline" && around > part.innerText.trim().length;
    };
    const selector = "a[href], button, summary, select, textarea, input:not([type=hidden]), [tabindex='0']";
    const targets: Target[] = [...document.querySelectorAll<HTMLElement>(selector)]
      .filter(seen)
      .map((part) => ({ part, box: boxOf(part) }));
    const crowded = ({ part, box }: Target) => {
      const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
      return targets.some((other) => {
        if (other.part === part || other.part.contains(part) || part.contains(other.part)) return false;
        const across = Math.max(other.box.left - x, 0, x - other.box.right);
        const down = Math.max(other.box.top - y, 0, y - other.box.bottom);
        return Math.hypot(across, down) < LEAST / 2;
      });
    };
    const small = targets
      .filter(({ box }) => box.width < LEAST || box.height < LEAST)
      .filter((target) => !inSentence(target.part) && crowded(target))
      .map(({ part, box }) => `${named(part)} is ${Math.round(box.width)} by ${Math.round(box.height)}`);

    const fields = [...document.querySelectorAll<HTMLInputElement>("input:not([type=hidden])")];
    const expected = ({ type, name }: HTMLInputElement) => {
      if (type === "password") return /^(current|new)-password$/;
      if (name === "code") return /^one-time-code$/;
      return null;
    };
    const unfilled = fields
      .filter((field) => expected(field)?.test(field.autocomplete) === false)
      .map((field) => `${named(field)} cannot be filled in: autocomplete is “${field.autocomplete}”`);
    const unpasted = fields
      .filter((field) => /^(text|password|email)$/.test(field.type))
      .filter((field) => !field.dispatchEvent(new Event("paste", { bubbles: true, cancelable: true })))
      .map((field) => `${named(field)} takes no paste`);
    const dragged = [...document.querySelectorAll<HTMLElement>("[draggable=true], [aria-grabbed]")].map(
      (part) => `${named(part)} has to be dragged`,
    );
    return [...small, ...unfilled, ...unpasted, ...dragged];
  });
}
