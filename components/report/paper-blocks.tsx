import { Table } from "@/components/nhs/table";
import type { Block } from "@/lib/report/paper";

const headings = { 1: "nhsuk-heading-l", 2: "nhsuk-heading-m", 3: "nhsuk-heading-s" } as const;

/** A document as a page: the blocks that its PDF and Word files are made from. */
export function PaperBlocks({ blocks }: { blocks: readonly Block[] }) {
  return blocks.map((block, index) => <PaperBlock key={index} block={block} />);
}

function PaperBlock({ block }: { block: Block }) {
  switch (block.kind) {
    case "heading": {
      const Heading = `h${block.level + 1}` as "h2" | "h3" | "h4";
      return <Heading className={headings[block.level]}>{block.text}</Heading>;
    }
    case "paragraph":
      return <p className="whitespace-pre-line">{block.text}</p>;
    case "list":
      return (
        <ul className="nhsuk-list nhsuk-list--bullet">
          {block.items.map((item, index) => (
            <li key={index}>{item}</li>
          ))}
        </ul>
      );
    case "table":
      return (
        <Table
          caption={block.caption}
          columns={block.columns.map(({ header }) => ({ header }))}
          rows={block.rows.map((cells, index) => ({ id: String(index), cells }))}
          layout="scroll"
        />
      );
    case "figure":
      return (
        <figure className="app-figure">
          <figcaption>{block.caption}</figcaption>
          {/* `lib/charts` escapes every word it draws; its tests try to break out of it. */}
          <div
            className="app-scroll app-figure__drawing"
            role="region"
            aria-label={block.caption}
            tabIndex={0}
            dangerouslySetInnerHTML={{ __html: block.drawing }}
          />
        </figure>
      );
  }
}
