import { renderToStaticMarkup } from "react-dom/server";
import { afterEach, expect, test } from "vitest";
import { asMarkup } from "./as-markup";
import { LongPart, type LongPartProps, sentPart } from "./long-part";
import { leftText } from "./texts-on-the-way";

const onceOut: (() => void)[] = [];
const afterwards = (task: () => void) => void onceOut.push(task);

const rows = Array.from({ length: 400 }, (_, row) => <li key={row}>Row {row} &amp; more</li>);
const page = (
  <main id="page" className="wide">
    <ul>{rows}</ul>
  </main>
);

afterEach(() => {
  for (const task of onceOut.splice(0)) task();
});

type Part = { type: unknown; props: LongPartProps };
const part = () => asMarkup(page) as unknown as Part;

test("a long part of a page says the same as React would, and its markup does not go along to the browser", () => {
  const { type, props } = part();
  expect(type).toBe(LongPart);
  const sent = sentPart(props, true, afterwards);
  expect(JSON.stringify(sent.props)).not.toContain("Row 7");
  const drawn = renderToStaticMarkup(sent);
  expect(drawn.replace(/ data-still="[\w-]+"/, "")).toBe(renderToStaticMarkup(page));
});

test("what changes a page that is shown carries its markup along", () => {
  const sent = sentPart(part().props, false, afterwards);
  expect(JSON.stringify(sent.props)).toContain("Row 7");
  expect(renderToStaticMarkup(sent).replace(/ data-still="[\w-]+"/, "")).toBe(renderToStaticMarkup(page));
});

test("two people are sent the same page: the markup stays until the second has it, and then goes", () => {
  const { props } = part();
  sentPart(props, true, afterwards);
  const [first] = onceOut.splice(0);
  sentPart(props, true, afterwards);
  first?.();
  expect(leftText(props.id)).toBe(props.markup);
  for (const task of onceOut.splice(0)) task();
  expect(leftText(props.id)).toBeNull();
});

test("one within what is put together later becomes part of that", () => {
  const outer = asMarkup(<div lang="en">{asMarkup(page)}</div>) as unknown as Part;
  expect(outer.props.as).toBe("div");
  expect(`<div lang="en">${outer.props.markup}</div>`).toBe(
    renderToStaticMarkup(<div lang="en">{page}</div>),
  );
});

test("a short part goes as it did", () => {
  expect(
    asMarkup(
      <p>
        Only a few <b>words</b>
      </p>,
    ),
  ).toMatchObject({ type: "p" });
});
