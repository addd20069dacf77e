/**
 * Saves one answer as it is filled in, one request at a time. What was not acknowledged stays "not saved" and is
 * tried again; a repeat of the same content carries the same key, so that a reply that was lost on the way is
 * found again instead of becoming a second save. Knows nothing of the page: it is given the content and a way to
 * send it.
 */
export type SaveContent = Readonly<Record<string, unknown>>;

export type SendResult =
  /** By which build: the service may have been updated since the page was opened. */
  | { kind: "saved"; version: number; savedAt: string; build: string | null }
  | { kind: "stale" | "locked"; current: unknown }
  | { kind: "invalid"; messages: string[] }
  | { kind: "signed_out" | "not_found" | "too_large" }
  /** No reply, or one that says to try again. */
  | { kind: "unreachable" };

export type SaveState =
  | { kind: "idle" }
  /** Something was entered that is about to be saved. */
  | { kind: "changed" }
  | { kind: "saving" }
  | { kind: "saved"; savedAt: string; build: string | null }
  | { kind: "retrying" }
  | Exclude<SendResult, { kind: "saved" | "unreachable" }>;

type Parts = {
  version: number;
  send: (content: SaveContent, version: number, key: string) => Promise<SendResult>;
  tell: (state: SaveState, version: number) => void;
  newKey: () => string;
  later: (act: () => void, milliseconds: number) => void;
};

const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 30_000;

export class SaveQueue {
  private version: number;
  private wanted: { content: SaveContent; key: string } | null = null;
  private sending = false;
  private wait = FIRST_WAIT;

  constructor(private readonly parts: Parts) {
    this.version = parts.version;
  }

  /** True while something that was entered is not acknowledged. */
  get unsaved(): boolean {
    return this.wanted !== null;
  }

  /** Asks for this content to be saved; it replaces what was still waiting. */
  save(content: SaveContent): void {
    this.wanted = { content, key: this.parts.newKey() };
    this.wait = FIRST_WAIT;
    void this.next();
  }

  /** Tries again now what is still waiting, for example once the person signed in again. */
  retry(): void {
    void this.next();
  }

  /** Lets go of what is waiting, after the person chose a colleague's answer over their own. */
  drop(): void {
    this.wanted = null;
  }

  /** Saves over a newer version, after the person chose to keep their own answer over a colleague's. */
  resumeFrom(version: number, content: SaveContent): void {
    this.version = version;
    this.save(content);
  }

  private async next(): Promise<void> {
    if (this.sending || !this.wanted) return;
    this.sending = true;
    const attempt = this.wanted;
    this.parts.tell({ kind: "saving" }, this.version);
    const result = await this.parts
      .send(attempt.content, this.version, attempt.key)
      .catch((): SendResult => ({ kind: "unreachable" }));
    this.sending = false;
    this.settle(attempt, result);
  }

  private settle(attempt: { content: SaveContent; key: string }, result: SendResult): void {
    if (result.kind === "unreachable") {
      this.parts.tell({ kind: "retrying" }, this.version);
      this.parts.later(() => void this.next(), this.wait);
      this.wait = Math.min(this.wait * 2, LONGEST_WAIT);
      return;
    }
    if (result.kind !== "saved") {
      this.parts.tell(result, this.version);
      return;
    }
    this.version = result.version;
    this.wait = FIRST_WAIT;
    const newer = this.wanted !== attempt;
    if (!newer) this.wanted = null;
    this.parts.tell({ kind: "saved", savedAt: result.savedAt, build: result.build }, this.version);
    if (newer) void this.next();
  }
}
