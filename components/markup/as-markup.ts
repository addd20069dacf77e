import "server-only";
import {
  cloneElement,
  createElement,
  Fragment,
  isValidElement,
  type ReactElement,
  type ReactNode,
} from "react";
import { LongPart, longPart, type LongPartProps } from "./long-part";
import { closingTag, escapedText, isControl, isLookedAfter, openingTag } from "./tags";

// React makes, sends, reads and draws a page element by element, and sends it a second time for the browser. Most of
// our pages only stand there: what does is put together here in one go, and sent as one text (decision 0017).

type Props = Readonly<Record<string, unknown>> & { readonly children?: ReactNode };
type Drawable = ReactElement<Props>;

/** What a node came to: words, one whole element, several of these, or something that React has to draw. */
type Piece =
  | { kind: "words"; words: string }
  | { kind: "element"; element: Drawable; open: string; inner: string; words: string | null }
  | { kind: "several"; pieces: readonly Piece[]; fragment: boolean; key: string | null }
  | { kind: "left"; node: ReactNode };

/**
 * The same page with every part that only stands there as one piece of markup. Left to React is what runs in the
 * browser, with all that is around it, and the controls of forms, which the person there changes; with `controls`
 * these are markup too, for a part that is never drawn again. For what server components draw.
 */
export function asMarkup(node: ReactNode, { controls = false } = {}): ReactNode {
  return nodeOf(draw(node, controls));
}

/** A part with its controls as markup alone. Throws where some of it runs in the browser. */
export function markupOf(node: ReactNode): string {
  const markup = written(draw(node, true));
  if (markup === null) throw new Error("What runs in the browser cannot be put into markup.");
  return markup;
}

function draw(node: ReactNode, controls: boolean): Piece {
  if (node === null || node === undefined || typeof node === "boolean") return { kind: "words", words: "" };
  if (typeof node === "string" || typeof node === "number") return { kind: "words", words: String(node) };
  if (Array.isArray(node)) {
    const pieces = (node as ReactNode[]).map((each) => draw(each, controls));
    return { kind: "several", pieces, fragment: false, key: null };
  }
  if (!isValidElement<Props>(node)) return { kind: "left", node };
  const { type, props, key } = node;
  if (typeof type === "string") return drawElement(type, node, controls);
  if (type === LongPart) return drawLongPart(node as ReactElement<LongPartProps>);
  if (type === Fragment) return asFragment(draw(props.children, controls), key);
  if (typeof type === "function" && !runsInBrowser(type)) {
    // What waits for something gives a promise, which is left to React.
    return asFragment(draw((type as (props: Props) => ReactNode)(props), controls), key);
  }
  return { kind: "left", node: withChildren(node, draw(props.children, false)) };
}

/** One that was put together before, within what is put together now. */
function drawLongPart({ props: { as, attributes, markup }, key }: ReactElement<LongPartProps>): Piece {
  const given = { ...attributes, ...keyOf({ key }), dangerouslySetInnerHTML: { __html: markup } };
  return drawElement(as, createElement(as, given), false);
}

function runsInBrowser(type: object): boolean {
  return "$$typeof" in type && type.$$typeof === Symbol.for("react.client.reference");
}

function drawElement(type: string, element: Drawable, controls: boolean): Piece {
  const { children, dangerouslySetInnerHTML: given, ...attributes } = element.props;
  if (given) {
    const open = isLookedAfter(type) ? null : openingTag(type, attributes);
    if (open === null) return { kind: "left", node: element };
    return { kind: "element", element, open, inner: (given as { __html: string }).__html, words: null };
  }
  const inside = draw(children, controls);
  const inner = isLookedAfter(type) || (isControl(type) && !controls) ? null : written(inside);
  const open = inner === null ? null : openingTag(type, attributes);
  if (inner === null || open === null) return { kind: "left", node: withChildren(element, inside) };
  return { kind: "element", element, open, inner, words: wordsOf(inside) };
}

function asFragment(piece: Piece, key: string | null): Piece {
  if (key === null && (piece.kind === "words" || piece.kind === "element")) return piece;
  const pieces = piece.kind === "several" ? piece.pieces : [piece];
  return { kind: "several", pieces, fragment: true, key };
}

function withChildren(element: Drawable, inside: Piece): Drawable {
  if (element.props.children === undefined) return element;
  const pieces = inside.kind === "several" && !inside.fragment ? inside.pieces : [inside];
  return cloneElement(element, undefined, ...pieces.map(nodeOf));
}

/** A piece as markup; null where React has to draw some of it. */
function written(piece: Piece): string | null {
  if (piece.kind === "words") return escapedText(piece.words);
  if (piece.kind === "left") return null;
  if (piece.kind === "element") return piece.open + piece.inner + closingTag(piece.element.type as string);
  let markup = "";
  for (const each of piece.pieces) {
    const part = written(each);
    if (part === null) return null;
    markup += part;
  }
  return markup;
}

/** The words of a piece that holds nothing else, which are shorter than the same as markup. */
function wordsOf(piece: Piece): string | null {
  if (piece.kind === "words") return piece.words;
  if (piece.kind !== "several") return null;
  const words = piece.pieces.map(wordsOf);
  return words.includes(null) ? null : words.join("");
}

/** What React is handed for a piece. */
function nodeOf(piece: Piece): ReactNode {
  switch (piece.kind) {
    case "words":
      return piece.words;
    case "left":
      return piece.node;
    case "element": {
      const { children: _, dangerouslySetInnerHTML: __, ...others } = piece.element.props;
      const type = piece.element.type as string;
      const key = keyOf(piece.element);
      const long = piece.words === null ? longPart(type, { ...others, ...key }, piece.inner) : null;
      if (long) return long;
      const given =
        piece.words === null
          ? { dangerouslySetInnerHTML: { __html: piece.inner } }
          : { children: piece.words || null };
      return createElement(type, { ...others, ...given, ...key });
    }
    case "several": {
      const nodes = piece.pieces.map(nodeOf);
      // What stood side by side without keys stays so: in a list React would ask each for one.
      const bare = nodes.some((node) => isValidElement(node) && node.key === null);
      return piece.fragment || bare ? createElement(Fragment, keyOf(piece), ...nodes) : nodes;
    }
  }
}

/** Only where there is one: React would take null for a name. */
function keyOf({ key }: { key: string | null }): { key?: string } {
  return key === null ? {} : { key };
}
