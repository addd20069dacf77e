import type { Metadata } from "next";
import { CodeBlock } from "@/components/programs/code-block";
import { OperationView } from "@/components/programs/operation-view";
import { Breadcrumb } from "@/components/nhs/breadcrumb";
import { Link } from "@/components/nhs/link";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { Table } from "@/components/nhs/table";
import { tokenScopes, tokenScopeWords } from "@/lib/access/token-scope";
import { appOrigin } from "@/lib/env";
import { API_BASE, openApiDocument } from "@/lib/exchange/api/openapi";
import { readableOperations } from "@/lib/exchange/api/readable";
import { tokensPath } from "@/lib/http/addresses";

export const metadata: Metadata = { title: "What programs can ask for" };

/** The OpenAPI document as people read it: everything below the first part is made from it. */
export default function ApiGuidePage() {
  const operations = readableOperations(openApiDocument(appOrigin()));
  return (
    <Page width="full" before={<Breadcrumb items={[{ href: "/help", text: "Help and contact" }]} />}>
      <PageHeading>What programs can ask for</PageHeading>
      <p>
        A program of yours, such as a data warehouse or a spreadsheet, can read assessments and results and
        save answers. It acts for you, and may do no more than you may.
      </p>
      <ol className="nhsuk-list nhsuk-list--number">
        <li>
          <Link href={tokensPath}>Make a token</Link> in your account. Choose as little as will do.
        </li>
        <li>Keep it where you keep passwords. Whoever has it can do in your name what you chose.</li>
        <li>Send it with each request, in the header “Authorization”.</li>
      </ol>
      <CodeBlock
        label="A first request"
        text={`export TOKEN=dmat_…\ncurl ${appOrigin()}${API_BASE}/organisations -H "Authorization: Bearer $TOKEN"`}
      />
      <p>
        The same as a document for tools: <Link href={`${API_BASE}/openapi.json`}>OpenAPI 3.1</Link>.
      </p>

      <h2 className="nhsuk-heading-m">What holds everywhere</h2>
      <ul>
        <li>Moments are in UTC. Numbers are unrounded.</li>
        <li>Replies may gain keys later. Unknown keys and parameters in what you send are refused.</li>
        <li>What you may not see is answered like what is not there: 404.</li>
        <li>
          What goes wrong comes as problem details (RFC 9457): “title” says what, “detail” what to do,
          “errors” where.
        </li>
        <li>Lists come in pages. Send “next” of one page as “cursor” of the next one, until it is null.</li>
        <li>
          Each reply has an ETag. Send it back in If-None-Match, and the reply is 304 with nothing in it while
          nothing has changed.
        </li>
        <li>
          There are limits for each minute: the header “RateLimit” says what is left. After 429, wait as many
          seconds as “Retry-After” says.
        </li>
      </ul>
      <Table
        caption="What a token can be made for"
        columns={[{ header: "Scope" }, { header: "It lets a program" }]}
        rows={tokenScopes.map((scope) => ({
          id: scope,
          cells: [
            <code key="scope">{scope}</code>,
            `${tokenScopeWords[scope].name}. ${tokenScopeWords[scope].hint}.`,
          ],
        }))}
      />

      <h2 className="nhsuk-heading-m">Requests</h2>
      <ul className="nhsuk-list">
        {operations.map(({ id, operation }) => (
          <li key={id}>
            <Link href={`#${id}`}>{operation.summary}</Link>
          </li>
        ))}
      </ul>
      {operations.map((operation) => (
        <OperationView key={operation.id} {...operation} />
      ))}
    </Page>
  );
}
