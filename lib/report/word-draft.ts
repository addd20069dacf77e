import {
  HorizontalPositionAlign,
  HorizontalPositionRelativeFrom,
  ImageRun,
  Paragraph,
  TextWrappingType,
  VerticalPositionAlign,
  VerticalPositionRelativeFrom,
} from "docx";
import { DRAFT_COLOUR, draftWord } from "./draft-word";
import { pictureOf } from "./drawing-picture";

/** As wide as the text and taller, in pixels. */
const SIZE = { width: 600, height: 760 };

/** A large, pale "DRAFT" behind the text of every page, for the header of a Word file. */
export function draftBehind(): Paragraph {
  return new Paragraph({
    style: "Header",
    children: [
      new ImageRun({
        type: "png",
        data: pictureOf(drawing()).png,
        transformation: SIZE,
        altText: { name: "Draft", title: "Draft", description: "Draft" },
        floating: {
          behindDocument: true,
          horizontalPosition: {
            relative: HorizontalPositionRelativeFrom.PAGE,
            align: HorizontalPositionAlign.CENTER,
          },
          verticalPosition: {
            relative: VerticalPositionRelativeFrom.PAGE,
            align: VerticalPositionAlign.CENTER,
          },
          wrap: { type: TextWrappingType.NONE },
        },
      }),
    ],
  });
}

function drawing(): string {
  const { letters, width, height } = draftWord();
  const scale = SIZE.height / width;
  const colour = `rgb(${DRAFT_COLOUR.map((part) => Math.round(part * 255)).join(",")})`;
  const paths = letters.map(({ path, from }) => `<path transform="translate(${from} 0)" d="${path}"/>`);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${SIZE.width}" height="${SIZE.height}">`,
    `<g fill="${colour}" transform="translate(${SIZE.width / 2} ${SIZE.height / 2}) rotate(-52) `,
    `scale(${scale} ${-scale}) translate(${-width / 2} ${-height / 2})">${paths.join("")}</g></svg>`,
  ].join("");
}
