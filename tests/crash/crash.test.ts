import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { CurrentUser } from "@/lib/access/user";
import { assign } from "@/lib/data/assignments";
import { startSession } from "@/lib/data/sessions";
import { returnToTeam, sendForReview, signOff } from "@/lib/data/sign-off";
import { answerApiPath } from "@/lib/http/addresses";
import { lookBeneath } from "@/tests/support/database";
import { answerAll, startedRound, tasksIn } from "@/tests/support/round";
import { makeTrust, type Trust } from "@/tests/support/trust";
import { problemsIn } from "./checker";
import { Client } from "./client";
import { type Installation, startInstallation } from "./installation";

/** `npm run test:crash` asks for twenty; one is part of `npm test`. */
const loops = Number(process.env.CRASH_LOOPS ?? 1);
/** How many saves have to be acknowledged each time, at the least: 10,000 in all over the twenty (CR-1). */
const savesEachTime = loops === 1 ? 50 : 500;
const peopleEach = 8;
/** Few enough that people meet at the same question all the time, many enough that most saves go through. */
const hotQuestions = 10;
const second = 1000;

type Team = { trust: Trust; lead: CurrentUser; approver: CurrentUser; helper: CurrentUser; round: string };

let installation: Installation;
let teams: Team[];
let clients: Client[];

beforeAll(async () => {
  vi.stubEnv("LOG_LEVEL", "silent");
  installation = await startInstallation();
  teams = await Promise.all([0, 1].map(makeTeam));
  clients = (await Promise.all(teams.map(clientsOf))).flat();
});
afterAll(() => installation.putAway());

async function makeTeam(): Promise<Team> {
  const trust = await makeTrust();
  const [lead, approver] = [await trust.let("digital_lead"), await trust.let("approver")];
  const helper = await trust.let("contributor");
  const round = await startedRound(lead, trust.id);
  await answerAll(lead, round);
  return { trust, lead, approver, helper, round };
}

async function clientsOf({ trust, lead, round }: Team): Promise<Client[]> {
  const paths = (await tasksIn(lead, round))
    .slice(0, hotQuestions)
    .map(({ capability, scope }) =>
      answerApiPath({ assessmentId: round, capabilityId: capability.id, scope }),
    );
  const people = await Promise.all(Array.from({ length: peopleEach }, () => trust.let("digital_lead")));
  return Promise.all(
    people.map(async ({ personId }, index) => {
      const token = await startSession(personId, { assured: true, now: new Date() });
      return new Client(`p${index}`, trust.odsCode, `maturity-session=${token}`, paths, installation.apps);
    }),
  );
}

/** Assigns, sends for review and takes back while others save; what a fault cuts off is tried again later. */
async function keepMoving({ lead, helper, round }: Team, over: () => boolean): Promise<void> {
  while (!over()) {
    const moves = [
      () =>
        assign(lead, round, {
          questions: [{ capabilityId: "c01-2", scope: "organisation" }],
          personId: helper.personId,
          due: null,
          note: "",
        }),
      () => sendForReview(lead, round),
      () => returnToTeam(lead, round, "Back to work"),
    ];
    for (const move of moves) {
      await move().catch(() => undefined);
      await pause(300 + Math.random() * 300);
    }
  }
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const back = await returnToTeam(lead, round, "Back to work").catch(() => null);
    if (back) return;
    await pause(200);
  }
}

async function work(seconds: number, meanwhile: () => Promise<void>, enough = () => true): Promise<void> {
  const end = Date.now() + seconds * second;
  let hurt = true;
  const over = () => !hurt && Date.now() > end && enough();
  const busy = Promise.all([
    ...clients.map((client) => client.saveUntil(over)),
    ...teams.map((team) => keepMoving(team, over)),
  ]);
  try {
    await meanwhile();
  } catch (error) {
    // What cannot be hurt any more need not be worked on either.
    enough = () => true;
    throw error;
  } finally {
    hurt = false;
    await busy;
  }
}

async function expectWhole(): Promise<void> {
  for (const client of clients) await client.resolve();
  const history = clients.flatMap((client) => client.history);
  const trusts = new Map(teams.map(({ trust }) => [trust.odsCode, trust.id]));
  expect(clients.flatMap(({ surprises }) => surprises)).toEqual([]);
  expect(await problemsIn(installation.database, history, trusts)).toEqual([]);
}

const saved = () =>
  clients.flatMap(({ history }) => history).filter(({ outcome }) => outcome === "ok").length;

describe("the service is hurt while two trusts work", () => {
  test.each(Array.from({ length: loops }, (_, index) => index + 1))(
    "time %i: whatever was acknowledged is kept, once, and whole (CR-1, CR-2, DB-2)",
    async () => {
      const before = saved();
      const faults = [
        installation.killApp,
        installation.killBackend,
        installation.dropConnections,
        installation.killPostmaster,
      ];
      const hurt = async () => {
        for (const fault of faults) {
          await pause(300 + Math.random() * 1200);
          await fault();
        }
      };
      await work(6, hurt, () => saved() - before >= savesEachTime);
      await expectWhole();
    },
  );

  test("one of two processes is told to end: it lets go of its streams, and every save is answered (CR-3)", async () => {
    const [leaving] = installation.apps;
    const listening = new AbortController();
    const token = await startSession(teams[0]?.lead.personId ?? "", { assured: true, now: new Date() });
    const stream = await fetch(`${leaving?.origin}/api/assessments/${teams[0]?.round}/changes`, {
      headers: { cookie: `maturity-session=${token}` },
      signal: listening.signal,
    });
    expect(stream.headers.get("content-type")).toBe("text/event-stream");
    await work(4, async () => {
      await pause(second);
      const late = pause(20 * second).then(() => "too late");
      expect(await Promise.race([leaving?.stop(), late])).not.toBe("too late");
      await leaving?.start();
    });
    listening.abort();
    await expectWhole();
  });

  test("signed off while others save: what was signed is what stands, and later saves are refused (CC-4)", async () => {
    const [team] = teams;
    if (!team) throw new Error("There is no team.");
    const { lead, approver, round } = team;
    const end = { now: false };
    const busy = Promise.all(clients.map((client) => client.saveUntil(() => end.now)));
    await pause(second);
    expect(await sendForReview(lead, round)).toMatchObject({ kind: "moved" });
    expect(await signOff(approver, round)).toMatchObject({ kind: "moved" });
    await pause(second);
    end.now = true;
    await busy;
    await expectWhole();
    const rows = await lookBeneath<{ note: string; frozen: string }>(
      `SELECT a.note, f.answer ->> 'note' AS frozen FROM answer a JOIN snapshot s USING (organisation_id, assessment_id),
              LATERAL jsonb_array_elements(s.answers -> 'acute' -> 'answers') f (answer)
       WHERE a.assessment_id = $1 AND f.answer ->> 'capability' = a.capability_id AND a.note <> ''`,
      [round],
      installation.database,
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter(({ note, frozen }) => note !== frozen)).toEqual([]);
  });
});
