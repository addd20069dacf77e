import { z } from "zod";
import { organisationWord } from "@/lib/framework/organisation-word";
import type { Dimension } from "@/lib/framework/schema";
import type { Bounds } from "@/lib/scoring/result";
import type { BoardPanel } from "./board-panel";
import { changeSinceInWords } from "./change-words";
import { dimensionInFigures } from "./stage-words";
import { untoldInWords } from "./unnamed";

/** What a board must take away, one message to each rule below. */
export const messageRules = ["position", "safeguards", "direction", "spread", "sureness"] as const;

export type MessageRule = (typeof messageRules)[number];

/** The longest message that is kept, in characters. */
export const MESSAGE_LIMIT = 500;

/** How messages are worded anew, as it is kept. */
export const messageTextsSchema = z.partialRecord(z.enum(messageRules), z.string().min(1).max(MESSAGE_LIMIT));

/** How each message is drawn from the result: said wherever the messages can be reworded. */
export const ruleInWords: Readonly<Record<MessageRule, string>> = {
  position: "The stage, the overall score, and how many conditions are left to the next stage",
  safeguards: "How many safeguards are at level 3 or above, and which are not",
  direction: "The change since the round before on what can be compared, and how many levels rose and fell",
  spread: "The dimensions with the highest and the lowest score; of equal ones the first",
  sureness: "Evidence, independent review and open challenges",
};

/** A key message: as it is drawn from the result, and as it reads where somebody worded it anew. */
export type KeyMessage = { rule: MessageRule; drawn: string; text: string };

/** How people worded the messages of a signed-off result, and when. What is not here reads as it is drawn. */
export type MessageWording = {
  version: number;
  texts: Partial<Record<MessageRule, string>>;
  editedAt: Date;
  /** What they were in the organisation, in words: people see a role and no name on a board paper. */
  byRole: string;
};

/** The five messages of one care setting in the order a board reads them. */
export function keyMessages(panel: BoardPanel, wording: MessageWording | null): KeyMessage[] {
  return messageRules.map((rule) => {
    const drawn = drawnMessage[rule](panel);
    return { rule, drawn, text: wording?.texts[rule] ?? drawn };
  });
}

const drawnMessage: Readonly<Record<MessageRule, (panel: BoardPanel) => string>> = {
  position: ({ name, stage, score, distance, latest }) =>
    `${whose(latest.framework, name)} ${stage}, with an overall score of ${score} out of 5. ${distance}.`,
  safeguards: ({ safeguards: { secured, of, below, hidden, untold } }) => {
    if (of + untold === 0) return "No safeguard applies here.";
    const more = untold === 0 ? "" : ` ${untoldInWords(untold, "public")}.`;
    if (secured === of) return `All ${of} safeguards are at level 3 or above.${more}`;
    const named = below.map(({ text }) => text);
    if (hidden > 0)
      named.push(
        hidden === 1 ? "1 sensitive one, not named here" : `${hidden} sensitive ones, not named here`,
      );
    return `${secured} of ${of} safeguards are at level 3 or above. Below it: ${named.join("; ")}.${more}`;
  },
  direction: ({ change }) => {
    if (!change) return "This is the first signed-off round, so there is nothing yet to compare it with.";
    const { since, compared } = change;
    const [direction, detail] = changeSinceInWords(since, compared);
    if (!compared) return `${direction}${detail}.`;
    return `${direction}${detail}. ${levels(compared.rose)} rose and ${compared.fell || "none"} fell.`;
  },
  spread: ({ latest: { framework, result } }) => {
    const scored = framework.dimensions.flatMap((dimension) => {
      const bounds = result.dimensions.find(({ id }) => id === dimension.id);
      return bounds ? [{ dimension, bounds }] : [];
    });
    const highest = scored.reduce<Scored | null>(higher, null);
    const lowest = scored.reduce<Scored | null>(lower, null);
    if (!highest || !lowest) return "No dimension applies here.";
    const said = ({ dimension, bounds }: Scored) =>
      `${dimension.number}. ${dimension.name} (${dimensionInFigures(framework, result, bounds)})`;
    if (highest.bounds.low === lowest.bounds.low) return "Every dimension has the same score.";
    return `Strongest is ${said(highest)}, weakest is ${said(lowest)}.`;
  },
  sureness: ({ sure }) => `${sure.join(". ")}.`,
};

type Scored = { dimension: Dimension; bounds: Bounds };

function higher(best: Scored | null, one: Scored): Scored {
  return best && best.bounds.low >= one.bounds.low ? best : one;
}

function lower(worst: Scored | null, one: Scored): Scored {
  return worst && worst.bounds.low <= one.bounds.low ? worst : one;
}

function levels(count: number): string {
  return count === 1 ? "1 level" : `${count || "No"} levels`;
}

function whose(framework: BoardPanel["latest"]["framework"], name: string): string {
  return organisationWord(framework) === "trust" ? `${name} services are at` : "The practice is at";
}
