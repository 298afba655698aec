import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { Details } from '#ui/details.js';
import { Button, ButtonLink, ButtonRow } from '#ui/form/button.js';
import { TextField } from '#ui/form/text-field.js';
import { Lead } from '#ui/lead.js';
import { Page } from '#ui/page.js';
import { StatusTag } from '#ui/status-tag.js';
import type { View } from '../view.js';
import type { Operation } from './operations.js';

/** What machines can ask, for people: each operation with a form to try it, without script. */
export const ApiPage = ({ view, operations }: { view: View; operations: ReadonlyMap<string, Operation[]> }): VNode => (
  <Page {...view.frame} title={view.t(WORDS.title)}>
    <h1>{view.t(WORDS.title)}</h1>
    <Lead>{view.t(WORDS.lead)}</Lead>
    <ButtonRow>
      <ButtonLink href="/api/docs" variant="secondary">
        {view.t(WORDS.docs)}
      </ButtonLink>
      <ButtonLink href="/api/openapi.json" variant="quiet">
        {view.t(WORDS.document)}
      </ButtonLink>
    </ButtonRow>
    {[...operations].map(([tag, list]) => (
      <section key={tag}>
        <h2>{tag}</h2>
        {list.map((operation) => (
          <Details key={`${operation.method} ${operation.path}`} summary={<Summary view={view} operation={operation} />}>
            <Trying view={view} operation={operation} />
          </Details>
        ))}
      </section>
    ))}
  </Page>
);

const Summary = ({ view, operation: { method, path, summary, signInNeeded } }: { view: View; operation: Operation }): VNode => (
  <>
    <code>{`${method} ${path}`}</code> <span lang="en">{summary}</span> {signInNeeded && <StatusTag tone="warning">{view.t(WORDS.signIn)}</StatusTag>}
  </>
);

/** A plain form can ask only by GET, and only what stands in the query; for the rest there is the page with script. */
function Trying({ view, operation }: { view: View; operation: Operation }): VNode {
  const { method, path, tag, parameters } = operation;
  if (method !== 'GET' || parameters.some((one) => one.in !== 'query')) return <p><a href={`/api/docs#/${encodeURIComponent(tag)}`}>{view.t(WORDS.tryThere)}</a></p>;
  return (
    <form class="form" method="get" action={path}>
      {parameters.map(({ name, description, required }) => (
        <TextField key={name} lang={view.lang} name={name} label={name} hint={description} optional={!required} />
      ))}
      <Button variant="secondary">{view.t(WORDS.try)}</Button>
    </form>
  );
}

const WORDS = {
  title: { lv: 'API izstrādātājiem', en: 'API for developers' },
  lead: {
    lv: 'Ko citas sistēmas var jautāt Vienkopus programmai. Atbildes ir JSON; kļūdas apraksta RFC 9457 “problem details”. Apraksti ir angļu valodā.',
    en: 'What other systems can ask Vienkopus. Answers are JSON; errors are RFC 9457 problem details.',
  },
  docs: { lv: 'Interaktīvs apraksts', en: 'Interactive documentation' },
  document: { lv: 'OpenAPI 3.1 dokuments', en: 'OpenAPI 3.1 document' },
  signIn: { lv: 'jāpierakstās', en: 'sign-in needed' },
  try: { lv: 'Izmēģināt', en: 'Try it' },
  tryThere: { lv: 'Izmēģināt interaktīvajā aprakstā', en: 'Try it in the interactive documentation' },
} as const satisfies Record<string, Text>;
