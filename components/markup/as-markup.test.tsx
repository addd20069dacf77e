import { Fragment, type ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test, vi } from "vitest";
import { asMarkup, markupOf } from "./as-markup";

function Row({ name, children }: { name: string; children?: ReactNode }) {
  return (
    <tr id={name} className={name.length > 3 ? "long" : undefined}>
      <th scope="row">{name}</th>
      <td colSpan={2} aria-hidden={false} data-level={3}>
        {children}
      </td>
    </tr>
  );
}

/** As the server sees what runs in the browser: a name to send, not a function to call. */
const ofBrowser = Object.assign(() => <i>drawn by the browser</i>, {
  $$typeof: Symbol.for("react.client.reference"),
}) as (props: { children?: ReactNode }) => ReactNode;
const InBrowser = ofBrowser;

const pages: Record<string, ReactNode> = {
  "words that look like markup": <p title={`"quoted" & 'more'`}>{"<b>1 & 2</b> \"3\" '4'"}</p>,
  "nothing at all": <p hidden>{[null, undefined, false, true, ""]}</p>,
  "nested lists, fragments and numbers": (
    <ul className="list">
      {[1, 2].map((each) => (
        <li key={each}>
          Number {each}
          <Fragment>
            <b>{each / 2}</b>, {""}
            <br />
          </Fragment>
        </li>
      ))}
    </ul>
  ),
  "components, with children of their own": (
    <table role="table">
      <tbody>
        <Row name="one" />
        <Row name="three">
          <details open={false}>
            <summary>More</summary>
            <div tabIndex={-1}>words</div>
          </details>
        </Row>
        {["x", "y"].map((name) => (
          <Row key={name} name={name}>
            <time dateTime="2026-04-06">6 April</time>
          </Row>
        ))}
      </tbody>
    </table>
  ),
  "a drawing": (
    <svg viewBox="0 0 34 34" aria-hidden="true" focusable="false">
      <path d="M2 27h4" />
    </svg>
  ),
  "markup that was there before": (
    <div id="drawn" dangerouslySetInnerHTML={{ __html: "<svg><g></g></svg>" }} />
  ),
  "controls among what stands there": (
    <div>
      <p>
        Before <b>them</b>
      </p>
      <form method="post" action="/save">
        <label htmlFor="note">
          Your <b>note</b>
        </label>
        <textarea id="note" name="note" defaultValue={"two\nlines"} />
        <input type="radio" name="level" value="1" defaultChecked />
        <button type="submit">Save</button>
      </form>
    </div>
  ),
  "a property it does not know": (
    <section>
      <p style={{ color: "red" }}>
        red <b>words</b>
      </p>
      <a href="relative/address">
        and <b>a link</b>
      </a>
    </section>
  ),
};

describe("a page says the same whether React draws it or it is put together as markup", () => {
  test.each(Object.entries(pages))("%s", (_, page) => {
    const expected = renderToStaticMarkup(page);
    expect(expected.length).toBeGreaterThan(10);
    expect(renderToStaticMarkup(asMarkup(page))).toBe(expected);
  });
});

test("what only stands there is one text; what the person changes, and what runs in the browser, stays React's", () => {
  const drawn = asMarkup(
    <main id="page">
      <p>
        I <b>stand</b> here
      </p>
      <InBrowser>
        <p>
          and <b>so do I</b>
        </p>
      </InBrowser>
      <input name="typed" defaultValue="mine" />
    </main>,
  );
  const main = drawn as { props: { children: { type: unknown; props: Record<string, unknown> }[] } };
  const [still, browser, typed] = main.props.children;
  expect(still?.props.dangerouslySetInnerHTML).toEqual({ __html: "I <b>stand</b> here" });
  expect(browser?.type).toBe(InBrowser);
  expect(browser?.props.children).toMatchObject({
    type: "p",
    props: { dangerouslySetInnerHTML: { __html: "and <b>so do I</b>" } },
  });
  expect(typed?.props).toEqual({ name: "typed", defaultValue: "mine" });
});

test("a list that is drawn again still knows which of its parts is which", () => {
  const list = asMarkup(
    <form>
      {["a", "b"].map((id) => (
        <Row key={id} name={id}>
          <input name={id} />
        </Row>
      ))}
    </form>,
  ) as { props: { children: { key: string }[] } };
  expect(list.props.children.map(({ key }) => key)).toEqual(["a", "b"]);
});

test("parts without a name get none: two of one name would be drawn twice after a save", () => {
  const page = asMarkup(
    <div>
      <p>
        One <b>part</b>
      </p>
      <>
        <input />
        words
      </>
      <p>Another</p>
    </div>,
  ) as { props: { children: { key: string | null }[] } };
  expect(page.props.children.map(({ key }) => key)).toEqual([null, null, null]);
});

describe("a part as markup alone", () => {
  test("holds the state its controls begin with", () => {
    const markup = markupOf(
      <p>
        <input type="radio" name="level" value="2" defaultChecked={true} disabled={false} />
        <input type="radio" name="level" value="3" defaultChecked={false} required />
      </p>,
    );
    expect(markup).toBe(
      '<p><input type="radio" name="level" value="2" checked=""/><input type="radio" name="level" value="3" required=""/></p>',
    );
  });

  test("is refused where something in it needs the browser", () => {
    expect(() => markupOf(<p>{<InBrowser />}</p>)).toThrow(/runs in the browser/);
    expect(() => markupOf(<textarea defaultValue="typed" />)).toThrow(/runs in the browser/);
  });
});

test("an address that is a program is never written", () => {
  expect(() => markupOf(<a href={"java" + "script:alert(1)"}>run</a>)).toThrow();
  expect(markupOf(<a href="/trusts?x=1&y=2">go</a>)).toBe('<a href="/trusts?x=1&amp;y=2">go</a>');
});

test("parts that stood side by side in one place are not a list, and React asks them for no keys", () => {
  const complaint = vi.spyOn(console, "error").mockImplementation(() => undefined);
  const Frame = ({ children }: { children: ReactNode }) => (
    <div>
      {children}
      <input name="after" />
    </div>
  );
  const page = asMarkup(
    <Frame>
      <p>one</p>
      <input name="two" />
    </Frame>,
  );
  expect(renderToStaticMarkup(page)).toBe('<div><p>one</p><input name="two"/><input name="after"/></div>');
  expect(complaint).not.toHaveBeenCalled();
  complaint.mockRestore();
});
