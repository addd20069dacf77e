// Server components and what runs in the browser are bundled apart: what one side leaves for the other lies here.
const kept = globalThis as { textsOnTheWay?: Map<string, { text: string; awaited: number }> };
const texts = (kept.textsOnTheWay ??= new Map<string, { text: string; awaited: number }>());

/** Leaves a text under its id for whoever draws the page, until each who left it has dropped it again. */
export function leaveText(id: string, text: string): void {
  const there = texts.get(id);
  if (there) there.awaited += 1;
  else texts.set(id, { text, awaited: 1 });
}

/** Drops a text that was left; it is there as long as somebody else left it as well. */
export function dropText(id: string): void {
  const there = texts.get(id);
  if (there && (there.awaited -= 1) === 0) texts.delete(id);
}

/** The text left under an id; null where there is none. */
export function leftText(id: string): string | null {
  return texts.get(id)?.text ?? null;
}
