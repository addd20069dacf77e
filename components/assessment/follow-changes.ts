import { changesApiPath } from "@/lib/http/addresses";
import type { LiveChange } from "@/lib/assessment/live-change";

type Follower = {
  saved(answer: LiveChange): void;
  /** The version of every answer there is, when the stream opens and after it was broken; by capability/scope. */
  standing(versions: Readonly<Record<string, number>>): void;
};

/**
 * Follows what colleagues save while the page is in sight; returns how to stop. The windows of a browser share one
 * stream for an assessment: whichever holds the lock has it open and tells the others. A stream that breaks is the
 * browser's to open again; until then everything else on the page works as before.
 */
export function followChanges(assessmentId: string, follower: Follower): () => void {
  const name = `changes of ${assessmentId}`;
  const others = new BroadcastChannel(name);
  let letGo: (() => void) | null = null;

  const hear = (kind: string, text: string) => {
    if (kind === "saved") follower.saved(JSON.parse(text) as LiveChange);
    else follower.standing(JSON.parse(text) as Record<string, number>);
  };
  others.onmessage = ({ data }: MessageEvent<{ kind: string; text: string }>) => hear(data.kind, data.text);

  const listen = (): (() => void) => {
    const source = new EventSource(changesApiPath(assessmentId));
    const pass = (kind: string, text: string) => {
      hear(kind, text);
      others.postMessage({ kind, text });
    };
    source.addEventListener("saved", (event) => pass("saved", event.data as string));
    source.addEventListener("standing", (event) => pass("standing", event.data as string));
    source.addEventListener("ended", () => source.close());
    return () => source.close();
  };

  const begin = () => {
    const gone = new AbortController();
    let close: (() => void) | null = null;
    letGo = () => {
      gone.abort();
      close?.();
      letGo = null;
    };
    const hold = () =>
      new Promise<void>((resolve) => {
        close = listen();
        gone.signal.addEventListener("abort", () => resolve());
      });
    // Locks are there on https and on this machine; elsewhere each window has a stream of its own.
    if ("locks" in navigator) {
      navigator.locks.request(name, { signal: gone.signal }, hold).catch(() => undefined);
    } else void hold();
  };

  const look = () => {
    if (document.visibilityState === "hidden") letGo?.();
    else if (!letGo) begin();
  };
  look();
  document.addEventListener("visibilitychange", look);
  return () => {
    document.removeEventListener("visibilitychange", look);
    letGo?.();
    others.close();
  };
}
