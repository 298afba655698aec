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
export const ApiPage = ({ view, operations, publicUrl }: { view: View; operations: ReadonlyMap<string, Operation[]>; publicUrl: string }): VNode => (
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
    <Beginning view={view} publicUrl={publicUrl} />
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

/** From nothing to the first answer, in commands that can be pasted. */
const Beginning = ({ view: { t }, publicUrl }: { view: View; publicUrl: string }): VNode => (
  <section id="begin">
    <h2>{t(WORDS.begin)}</h2>
    <p>{t(WORDS.openToAll)}</p>
    <pre>
      <code>{`curl '${publicUrl}/api/territories?on=2021-07-01'`}</code>
    </pre>
    <p>{t(WORDS.forTheRest)}</p>
    <ol>
      <li>
        {t(WORDS.register)} <a href="/apps/new/machine">{t(WORDS.toApps)}</a>
      </li>
      <li>
        {t(WORDS.token)}
        <pre>
          <code>{`curl -u '<${t(WORDS.identifier)}>:<${t(WORDS.secret)}>' \\\n  -d grant_type=client_credentials ${publicUrl}/oidc/token`}</code>
        </pre>
      </li>
      <li>
        {t(WORDS.ask)}
        <pre>
          <code>{`curl -H 'Authorization: Bearer <access_token>' \\\n  ${publicUrl}/api/education/classes`}</code>
        </pre>
      </li>
    </ol>
    <p>{t(WORDS.refusals)}</p>
    <p>
      {t(WORDS.people)} <a href="/oidc/.well-known/openid-configuration">/oidc/.well-known/openid-configuration</a>
    </p>
  </section>
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
  begin: { lv: 'Kā sākt', en: 'How to begin' },
  openToAll: { lv: 'Kam nav atzīmes “vajag marķieri”, to var jautāt uzreiz:', en: 'What is not marked “token needed” can be asked at once:' },
  forTheRest: { lv: 'Pārējam programmai vajag piekļuves marķieri (OAuth 2.0, client credentials):', en: 'For the rest a program needs a token (OAuth 2.0, client credentials):' },
  register: {
    lv: 'Iestādes vai pašvaldības administrators izveido tehnisko lietotāju (Lietotāji), piešķir tam vajadzīgās tiesības un reģistrē programmu, kas strādā bez cilvēka (Lietotnes), norādot šo lietotāju. Jums nodod identifikatoru un noslēpumu; noslēpumu rāda vienreiz.',
    en: 'An administrator of the institution or municipality makes a technical user (Users), gives it the rights that the program needs, and registers a program that works without a person (Programs), naming that user. You are handed the identifier and the secret, which is shown once.',
  },
  toApps: { lv: 'Reģistrēt programmu', en: 'Register a program' },
  token: { lv: 'Saņemiet marķieri; tas derīgs 10 minūtes (expires_in), pēc tam prasiet jaunu tāpat:', en: 'Get a token. It lasts 10 minutes (expires_in); then ask for another in the same way:' },
  identifier: { lv: 'identifikators', en: 'identifier' },
  secret: { lv: 'noslēpums', en: 'secret' },
  ask: { lv: 'Jautājiet ar to:', en: 'Ask with it:' },
  refusals: {
    lv: 'Atbilde 401: marķiera nav vai tas beidzies – prasiet jaunu. 403: tehniskajam lietotājam nav tiesību, kuras nosauc permission – tās piešķir lietotāju administrators, visā valstī – tiesību administrators. 422: kas ievadē nav pareizi, pa laukiem. 429 un 503: mēģiniet vēlreiz pēc brīža. Operācijas, kurās minēta galvene x-reason, grib zināt, kādēļ skatāties personas datus; to redz arī pati persona.',
    en: 'Answer 401: there is no token, or it has ended: ask for another. 403: the technical user lacks the right that permission names; its user administrator gives it, for the whole country the rights administrator. 422: what is wrong with the input, by field. 429 and 503: try again in a moment. Operations that name the header x-reason want to know why you look at personal data; the person concerned sees it too.',
  },
  people: { lv: 'Lai cilvēki jūsu programmā ienāktu ar Vienkopus (OpenID Connect), programmas apraksts ir:', en: 'For people to enter your program through Vienkopus (OpenID Connect), its configuration is:' },
  docs: { lv: 'Interaktīvs apraksts', en: 'Interactive documentation' },
  document: { lv: 'OpenAPI 3.1 dokuments', en: 'OpenAPI 3.1 document' },
  signIn: { lv: 'vajag marķieri', en: 'token needed' },
  try: { lv: 'Izmēģināt', en: 'Try it' },
  tryThere: { lv: 'Izmēģināt interaktīvajā aprakstā', en: 'Try it in the interactive documentation' },
} as const satisfies Record<string, Text>;
