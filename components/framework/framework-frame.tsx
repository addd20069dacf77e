import type { ReactNode } from "react";
import { Breadcrumb, type Crumb } from "@/components/nhs/breadcrumb";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import type { Framework } from "@/lib/framework/schema";
import { FRAMEWORKS, overviewPath, type FrameworkPlace } from "./addresses";

/** The frame of a page below the overview of a framework version. */
export function FrameworkFrame({
  framework,
  place,
  crumbs = [],
  heading,
  width,
  children,
}: {
  framework: Framework;
  place: FrameworkPlace;
  /** Between the overview and this page. */
  crumbs?: readonly Crumb[];
  heading: ReactNode;
  width?: "two-thirds" | "full";
  children: ReactNode;
}) {
  const versionName = `${framework.title} ${framework.version}`;
  return (
    <Page
      {...(width && { width })}
      before={
        <Breadcrumb
          items={[
            { href: FRAMEWORKS, text: "Frameworks" },
            { href: overviewPath(place), text: versionName },
            ...crumbs,
          ]}
        />
      }
    >
      <PageHeading caption={versionName}>{heading}</PageHeading>
      {children}
    </Page>
  );
}
