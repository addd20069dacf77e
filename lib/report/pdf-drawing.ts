import { type Node, readMarkup } from "@/lib/charts/read-markup";

type Pdf = PDFKit.PDFDocument;
type Attributes = Node["attributes"];
/** A drawing read and ready to be put on a page, with the size it is laid out for. */
export type ReadDrawing = { root: Node; width: number; height: number };

/** Reads a drawing from lib/charts, so that its size is known before there is room for it. */
export function readDrawing(markup: string): ReadDrawing {
  const root = readMarkup(markup);
  return { root, width: figure(root.attributes, "width"), height: figure(root.attributes, "height") };
}

/**
 * Draws it with lines and words, not as a picture: sharp at any size, its words can be found, and quicker than dots.
 * Throws on what no drawing of ours holds.
 */
export function drawDrawing(document: Pdf, drawing: ReadDrawing, x: number, y: number, width: number): void {
  document
    .save()
    .translate(x, y)
    .scale(width / drawing.width);
  drawChildren(document, drawing, drawing.root);
  document.restore();
}

function drawChildren(document: Pdf, drawing: ReadDrawing, { children }: Node): void {
  for (const child of children) drawNode(document, drawing, child);
}

function drawNode(document: Pdf, drawing: ReadDrawing, node: Node): void {
  const { name, attributes, words } = node;
  const at = (key: string) => figure(attributes, key);
  switch (name) {
    // What it is and shows is said by the document, and its one pattern is drawn where it is used.
    case "title":
    case "desc":
    case "defs":
      return;
    case "g":
      return drawChildren(document, drawing, node);
    case "text":
      return drawWords(document, attributes, words);
    case "rect":
      return paint(document, drawing, attributes, () =>
        document.rect(at("x"), at("y"), at("width"), at("height")),
      );
    case "circle":
      return paint(document, drawing, attributes, () => document.circle(at("cx"), at("cy"), at("r")));
    case "line":
      return paint(document, drawing, { ...attributes, fill: "none" }, () =>
        document.moveTo(at("x1"), at("y1")).lineTo(at("x2"), at("y2")),
      );
    case "polygon":
      return paint(document, drawing, attributes, () => document.polygon(...pointsOf(attributes.points)));
    case "path":
      return paint(document, drawing, attributes, () => document.path(attributes.d ?? ""));
    default:
      throw new Error(`A document cannot draw <${name}>.`);
  }
}

function drawWords(document: Pdf, attributes: Attributes, words: string): void {
  if (words === "") return;
  document
    .font(attributes["font-weight"] === "bold" ? "bold" : "regular")
    .fontSize(figure(attributes, "font-size"))
    .fillColor(attributes.fill ?? "#000000");
  const shift = { start: 0, middle: 0.5, end: 1 }[attributes["text-anchor"] ?? "start"] ?? 0;
  const x = figure(attributes, "x") - shift * document.widthOfString(words);
  document.text(words, x, figure(attributes, "y"), { lineBreak: false, baseline: "alphabetic" });
}

/** Fills and outlines a shape as its attributes say. */
function paint(document: Pdf, drawing: ReadDrawing, attributes: Attributes, shape: () => void): void {
  const { fill = "#000000", stroke = "none" } = attributes;
  document.save();
  if (attributes["fill-opacity"]) document.fillOpacity(figure(attributes, "fill-opacity"));
  if (fill.startsWith("url(")) hatch(document, drawing, shape);
  else if (fill !== "none") {
    shape();
    document.fill(fill);
  }
  if (stroke !== "none") {
    document.lineWidth(figure(attributes, "stroke-width", 1));
    const dash = (attributes["stroke-dasharray"] ?? "").split(" ").map(Number);
    if (dash.length === 2) document.dash(dash[0] ?? 0, { space: dash[1] });
    shape();
    document.stroke(stroke);
  }
  document.restore();
}

/** The stripes of lib/charts (`hatched`): two wide, six apart, leaning to the left. */
function hatch(document: Pdf, { root, width, height }: ReadDrawing, shape: () => void): void {
  const [ground, stripe] = root.children.flatMap(({ name, children }) =>
    name === "defs" ? children.flatMap((pattern) => pattern.children) : [],
  );
  if (!ground || !stripe) throw new Error("A drawing has no stripes to fill with.");
  const [apart, wide] = [figure(ground.attributes, "width"), figure(stripe.attributes, "width")];
  document.save();
  shape();
  document.clip();
  document.rect(0, 0, width, height).fill(ground.attributes.fill ?? "");
  // Turned by 45°, a band from corner to corner covers everything.
  document.rotate(45);
  const reach = width + height;
  for (let x = 0; x < reach; x += apart) document.rect(x, -reach, wide, 2 * reach);
  document.fill(stripe.attributes.fill ?? "");
  document.restore();
}

function pointsOf(points = ""): number[][] {
  return points.split(" ").map((point) => point.split(",").map(Number));
}

function figure(attributes: Attributes, name: string, otherwise = 0): number {
  const value = attributes[name];
  return value === undefined ? otherwise : Number(value);
}
