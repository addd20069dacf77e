import "server-only";
import { may } from "@/lib/access/policy";
import type { CurrentUser } from "@/lib/access/user";
import { findCapability } from "@/lib/framework/find";
import type { Framework } from "@/lib/framework/schema";
import { inPlanOrder, keptParts, type PlannedAction, putForward } from "@/lib/plan/action";
import { emptyContext, type PlanContext } from "@/lib/plan/context";
import type { Audience } from "@/lib/report/unnamed";
import { noteLook } from "./access-log";
import { findFramework } from "./frameworks";
import { type TenantTransaction, withTenant } from "./tenant";

const shown = {
  id: true,
  title: true,
  description: true,
  ownerTitle: true,
  ownerId: true,
  phase: true,
  status: true,
  startsOn: true,
  dueOn: true,
  finishedOn: true,
  endedReason: true,
  risk: true,
  serves: true,
  costs: true,
  benefits: true,
  optimismPercent: true,
  noDoubleRunning: true,
  version: true,
} as const;

/** The plan of a trust as one person may see it. */
export type Plan = {
  /** In the order they are read. */
  actions: PlannedAction[];
  /** Actions about sensitive questions that were left out. */
  hidden: number;
  context: PlanContext;
};

/**
 * The plan of a trust. Drafts are seen by who plans alone. Who only owns actions sees those; who may not see sensitive
 * items sees the others and how many were left out. Null where it is not the user's to see.
 */
export async function planOf(user: CurrentUser, organisationId: string): Promise<Plan | null> {
  const sees = seenOfPlan(user, organisationId);
  if (!sees) return null;
  const stored = await withTenant(user, {}, (tx) => storedPlanIn(tx, organisationId, sees));
  await noteLook(user, organisationId);
  return planAsSeen(user, organisationId, stored);
}

type SeenOfPlan = "all" | "nothing sensitive" | "their own";

/** How much of a plan somebody may see; null where that is nothing. */
export function seenOfPlan(
  user: CurrentUser,
  organisationId: string,
  audience: Audience = "private",
): SeenOfPlan | null {
  if (may(user, "see the plan", organisationId))
    return audience === "private" && may(user, "see sensitive items", organisationId)
      ? "all"
      : "nothing sensitive";
  return may(user, "finish own actions", organisationId) ? "their own" : null;
}

/** A plan as it is kept, before what somebody may not see is left out (`planAsSeen`). */
type StoredPlan = Omit<Plan, "hidden"> & {
  sees: SeenOfPlan;
  /** Whose questions say which are sensitive; read where something is to be left out. */
  framework: { id: string; version: string } | null;
};

/** What is kept of the plan, inside a transaction that is already open. */
export async function storedPlanIn(
  tx: TenantTransaction,
  organisationId: string,
  sees: SeenOfPlan,
): Promise<StoredPlan> {
  return {
    sees,
    actions: await actionsIn(tx, organisationId),
    context: sees === "their own" ? emptyContext : await contextIn(tx, organisationId),
    framework: sees === "nothing sensitive" ? await latestFrameworkIn(tx, organisationId) : null,
  };
}

/** The plan without what its reader may not see; for after the transaction, since it may read a framework. */
export async function planAsSeen(
  user: CurrentUser,
  organisationId: string,
  { sees, actions: all, context, framework }: StoredPlan,
): Promise<Plan> {
  const actions = may(user, "plan", organisationId) ? all : putForward(all);
  if (sees === "all") return { actions, hidden: 0, context };
  if (sees === "their own") {
    return { actions: actions.filter(({ ownerId }) => ownerId === user.personId), hidden: 0, context };
  }
  const questions = framework && (await findFramework(framework.id, framework.version));
  const named = actions.filter((action) => !isSensitive(questions, action));
  return { actions: named, hidden: putForward(actions).length - putForward(named).length, context };
}

/** Every action of an organisation in the order they are read, inside a transaction that is already open. */
export async function actionsIn(tx: TenantTransaction, organisationId: string): Promise<PlannedAction[]> {
  const rows = await tx.plannedAction.findMany({ where: { organisationId }, select: shown });
  return rows.map(actionFrom).sort(inPlanOrder);
}

/** One action, inside a transaction that is already open. */
export async function actionIn(
  tx: TenantTransaction,
  organisationId: string,
  id: string,
): Promise<PlannedAction | null> {
  const row = await tx.plannedAction.findUnique({
    where: { organisationId_id: { organisationId, id } },
    select: shown,
  });
  return row && actionFrom(row);
}

/** True where an action is about a question that only those may know who see sensitive items. */
export function isSensitive(framework: Framework | null, { serves }: PlannedAction): boolean {
  return serves.some(
    ({ capabilityId }) => !framework || (findCapability(framework, capabilityId)?.sensitive ?? true),
  );
}

type Row = Omit<PlannedAction, "phase" | "status" | "startsOn" | "dueOn" | "finishedOn" | keyof Parts> &
  Record<keyof Parts, unknown> & {
    phase: number;
    status: string;
    startsOn: Date | null;
    dueOn: Date;
    finishedOn: Date | null;
  };
type Parts = Pick<PlannedAction, "risk" | "serves" | "costs" | "benefits">;

function actionFrom(row: Row): PlannedAction {
  const day = (date: Date) => date.toISOString().slice(0, 10);
  const { risk, serves, costs, benefits } = row;
  return {
    ...row,
    ...keptParts.parse({ risk, serves, costs, benefits }),
    phase: row.phase as PlannedAction["phase"],
    status: row.status as PlannedAction["status"],
    startsOn: row.startsOn && day(row.startsOn),
    dueOn: day(row.dueOn),
    finishedOn: row.finishedOn && day(row.finishedOn),
  };
}

/** What was typed to read the money beside, inside a transaction that is already open. */
export async function contextIn(tx: TenantTransaction, organisationId: string): Promise<PlanContext> {
  const row = await tx.planContext.findUnique({
    where: { organisationId },
    select: {
      efficiencyYear: true,
      efficiencyPounds: true,
      version: true,
      productivityYear: true,
      productivityTenths: true,
      productivitySource: true,
    },
  });
  if (!row) return emptyContext;
  const { efficiencyYear, efficiencyPounds, productivityYear, productivityTenths, productivitySource } = row;
  return {
    efficiency:
      efficiencyYear === null || efficiencyPounds === null
        ? null
        : { year: efficiencyYear, pounds: efficiencyPounds },
    productivity:
      productivityYear === null || productivityTenths === null
        ? null
        : { year: productivityYear, tenths: productivityTenths, source: productivitySource },
    version: row.version,
  };
}

async function latestFrameworkIn(tx: TenantTransaction, organisationId: string) {
  const row = await tx.assessment.findFirst({
    where: { organisationId },
    select: { frameworkId: true, frameworkVersion: true },
    orderBy: { round: "desc" },
  });
  return row && { id: row.frameworkId, version: row.frameworkVersion };
}
