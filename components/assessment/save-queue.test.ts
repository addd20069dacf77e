import { describe, expect, test } from "vitest";
import { SaveQueue, type SaveContent, type SaveState, type SendResult } from "./save-queue";

type Sent = {
  content: SaveContent;
  version: number;
  key: string;
  reply: (result: SendResult) => Promise<void>;
};

/** A queue whose requests are answered by the test, one by one. */
function queueAt(version: number) {
  const sent: Sent[] = [];
  const states: SaveState["kind"][] = [];
  const waits: { act: () => void; milliseconds: number }[] = [];
  let keys = 0;
  const queue = new SaveQueue({
    version,
    newKey: () => `key-${(keys += 1)}`,
    tell: (state) => states.push(state.kind),
    later: (act, milliseconds) => waits.push({ act, milliseconds }),
    send: (content, at, key) =>
      new Promise((resolve) => {
        const reply = async (result: SendResult) => {
          resolve(result);
          await new Promise((settled) => setTimeout(settled));
        };
        sent.push({ content, version: at, key, reply });
      }),
  });
  return { queue, sent, states, waits };
}

const saved = (version: number): SendResult => ({
  kind: "saved",
  version,
  savedAt: "2026-11-22T10:00:00.000Z",
  build: "this",
});

describe("saving as somebody fills in an answer", () => {
  test("each save goes on from the version that the last one made", async () => {
    const { queue, sent, states } = queueAt(3);
    queue.save({ level: 2 });
    await sent[0]?.reply(saved(4));
    queue.save({ level: 3 });
    expect(sent.map(({ version, content }) => [version, content])).toEqual([
      [3, { level: 2 }],
      [4, { level: 3 }],
    ]);
    expect(states).toEqual(["saving", "saved", "saving"]);
  });

  test("what is entered while a save is under way is saved after it, only the latest", async () => {
    const { queue, sent } = queueAt(0);
    queue.save({ note: "a" });
    queue.save({ note: "ab" });
    queue.save({ note: "abc" });
    expect(sent).toHaveLength(1);
    await sent[0]?.reply(saved(1));
    expect(sent.map(({ content }) => content)).toEqual([{ note: "a" }, { note: "abc" }]);
    await sent[1]?.reply(saved(2));
    expect(queue.unsaved).toBe(false);
  });

  test("bad Wi-Fi: it tries again with the same key, waiting longer each time, and stays unsaved", async () => {
    const { queue, sent, states, waits } = queueAt(0);
    queue.save({ level: 2 });
    await sent[0]?.reply({ kind: "unreachable" });
    waits[0]?.act();
    await sent[1]?.reply({ kind: "unreachable" });
    waits[1]?.act();
    expect(sent.map(({ key }) => key)).toEqual(["key-1", "key-1", "key-1"]);
    expect(waits.map(({ milliseconds }) => milliseconds)).toEqual([1000, 2000]);
    expect(queue.unsaved).toBe(true);
    await sent[2]?.reply(saved(1));
    expect(states.at(-1)).toBe("saved");
    expect(queue.unsaved).toBe(false);
  });

  test("signed out: nothing is lost, and signing in again saves it", async () => {
    const { queue, sent, states } = queueAt(0);
    queue.save({ note: "Typed for ten minutes" });
    await sent[0]?.reply({ kind: "signed_out" });
    expect([states.at(-1), queue.unsaved]).toEqual(["signed_out", true]);
    queue.retry();
    expect(sent[1]).toMatchObject({ content: { note: "Typed for ten minutes" }, key: "key-1" });
  });

  test("a colleague saved first: my answer waits until I choose, then goes on from theirs", async () => {
    const { queue, sent } = queueAt(1);
    queue.save({ level: 4 });
    await sent[0]?.reply({ kind: "stale", current: { version: 2 } });
    expect(queue.unsaved).toBe(true);
    queue.resumeFrom(2, { level: 4 });
    expect(sent[1]).toMatchObject({ content: { level: 4 }, version: 2 });
    expect(sent[1]?.key).not.toBe(sent[0]?.key);
  });
});
