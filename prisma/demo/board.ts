import type { CurrentUser } from "@/lib/access/user";
import { boardRecord } from "@/lib/data/board-record";
import { keepDmaScores } from "@/lib/data/dma-scores";
import { wordMessages } from "@/lib/data/message-wording";

/** What a digital lead adds before a board meeting: the official scores of last year, and one message in their own words. */
export async function fillBoard(lead: CurrentUser, organisationId: string): Promise<void> {
  await keepDmaScores(lead, { organisationId, careSetting: "acute", year: 2025 }, 0, {
    scores: { WL: 30, SF: 26, SP: 23, SW: 25, EP: 19, IC: 24, HP: 17 },
    remarks: {
      HP: "The assessment asked about a population health platform, which we share with our system and did not count.",
    },
  });
  await keepDmaScores(lead, { organisationId, careSetting: "community", year: 2025 }, 0, {
    scores: { WL: 30, SF: 25, SP: 24, SW: 25, EP: 17, IC: 22, HP: 19 },
    remarks: {},
  });
  const record = await boardRecord(lead, organisationId, "private");
  const snapshotId = record?.signOffs[0]?.id;
  if (!snapshotId) throw new Error("The board of the demo has nothing that was signed off.");
  await wordMessages(lead, { organisationId, snapshotId, careSetting: "acute", audience: "private" }, 0, {
    position: "One safeguard and a rise of our overall score stand between us and the next stage.",
  });
}
