import { Tag } from "@/components/nhs/tag";
import type { Framework } from "@/lib/framework/schema";

/** Whether a version is a draft, published or only made to illustrate. */
export function VersionTags({ framework }: { framework: Pick<Framework, "status" | "illustrative"> }) {
  return (
    <>
      {framework.status === "published" ? (
        <Tag colour="green">Published</Tag>
      ) : (
        <Tag colour="yellow">Draft</Tag>
      )}
      {framework.illustrative && (
        <>
          {" "}
          <Tag colour="grey">Illustrative</Tag>
        </>
      )}
    </>
  );
}
