import { describe, expect, it, vi } from "vitest";
import { unchanging } from "./unchanging";

describe("A page goes back over many years", () => {
  const read = vi.fn(async (missing: string[]) => missing.map((id) => [id, `${id}!`] as const));

  it("what was read before is not read again, and what is not there stays away", async () => {
    const recall = unchanging<string>(10);
    expect(await recall(["a", "b"], read)).toEqual(
      new Map([
        ["a", "a!"],
        ["b", "b!"],
      ]),
    );
    read.mockClear();
    expect(await recall(["b", "c"], read)).toEqual(
      new Map([
        ["b", "b!"],
        ["c", "c!"],
      ]),
    );
    expect(read.mock.calls).toEqual([[["c"]]]);
    expect(await recall(["nowhere"], async () => [])).toEqual(new Map());
  });

  it("nothing that was asked for is lost where the memory is full and begins anew", async () => {
    const recall = unchanging<string>(2);
    await recall(["a", "b"], read);
    expect([...(await recall(["a", "b", "c"], read)).keys()].sort()).toEqual(["a", "b", "c"]);
    read.mockClear();
    await recall(["a"], read);
    expect(read).toHaveBeenCalledTimes(1);
  });
});
