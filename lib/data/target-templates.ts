import "server-only";
import { z } from "zod";
import { may } from "@/lib/access/policy";
import type { CurrentUser } from "@/lib/access/user";
import { findCapability } from "@/lib/framework/find";
import { type Framework, type Level, levelSchema } from "@/lib/framework/schema";
import { record } from "./audit";
import { currentFrameworkVersion, getFramework } from "./frameworks";
import { namesOf } from "./people";
import { shared, withTenant } from "./tenant";

const FRAMEWORK = "nhs-trust";

/** The levels a board or region would like its trusts to reach, and why. It sets no trust's target. */
export type TargetTemplate = {
  organisationId: string;
  odsCode: string;
  organisationName: string;
  frameworkId: string;
  frameworkVersion: string;
  levels: Readonly<Record<string, Level>>;
  reason: string;
  publishedAt: Date;
  publishedBy: string;
};

const levelsSchema = z.record(z.string(), levelSchema);

/** The framework that templates speak of: the one a trust's new round is assessed against. */
export async function trustFramework(): Promise<Framework> {
  return getFramework(FRAMEWORK, await currentFrameworkVersion(FRAMEWORK));
}

/** The templates of the board and region above one trust, for whoever may see the trust. */
export async function templatesAbove(user: CurrentUser, organisationId: string): Promise<TargetTemplate[]> {
  if (!may(user, "see the trust", organisationId)) return [];
  const [trust, templates] = await Promise.all([
    shared().organisation.findUnique({
      where: { id: organisationId },
      select: { icbCode: true, regionCode: true },
    }),
    templatesSeenBy(user),
  ]);
  return templates.filter(({ odsCode }) => [trust?.icbCode, trust?.regionCode].includes(odsCode));
}

/** The templates within a person's reach: their own system's, and those above their trusts. */
export async function templatesSeenBy(user: CurrentUser): Promise<TargetTemplate[]> {
  const rows = await withTenant(user, {}, (tx) =>
    tx.targetTemplate.findMany({
      select: {
        organisationId: true,
        frameworkId: true,
        frameworkVersion: true,
        levels: true,
        reason: true,
        publishedAt: true,
        publishedById: true,
        organisation: { select: { name: true, odsCode: true } },
      },
      orderBy: { publishedAt: "desc" },
    }),
  );
  const names = await namesOf(rows.map(({ publishedById }) => publishedById));
  return rows.map(({ organisation, publishedById, levels, ...row }) => ({
    ...row,
    levels: levelsSchema.parse(levels),
    odsCode: organisation.odsCode,
    organisationName: organisation.name,
    publishedBy: names.get(publishedById) ?? "A former colleague",
  }));
}

export type NewTemplate = { levels: Readonly<Record<string, Level>>; reason: string };

/**
 * Publishes a template in place of the one before; one without levels takes it back. False where it is not the
 * person's to publish, or it names a capability that the framework has not.
 */
export async function publishTemplate(
  user: CurrentUser,
  organisationId: string,
  { levels, reason }: NewTemplate,
  now = new Date(),
): Promise<boolean> {
  if (!may(user, "publish a target template", organisationId)) return false;
  const framework = await trustFramework();
  const { version: frameworkVersion } = framework;
  if (!Object.keys(levels).every((id) => findCapability(framework, id))) return false;
  await withTenant(user, { write: organisationId }, async (tx) => {
    await tx.targetTemplate.deleteMany({ where: { organisationId } });
    if (Object.keys(levels).length > 0) {
      await tx.targetTemplate.create({
        data: {
          organisationId,
          frameworkId: FRAMEWORK,
          frameworkVersion,
          levels: { ...levels },
          reason,
          publishedAt: now,
          publishedById: user.personId,
        },
        select: { organisationId: true },
      });
    }
    await record(tx, {
      organisationId,
      actorId: user.personId,
      action: "template.published",
      subject: `organisation:${organisationId}`,
      detail: { framework: `${FRAMEWORK}@${frameworkVersion}`, levels: Object.keys(levels).length },
    });
  });
  return true;
}
