import type { VNode } from 'preact';
import { readableDay } from '#kernel/iso-date.js';
import { same, type Text } from '#kernel/text.js';
import { Button, ButtonLink, ButtonRow } from '#ui/form/button.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { Form } from '#ui/form/form.js';
import { PostButton } from '#ui/form/post-button.js';
import { TextField } from '#ui/form/text-field.js';
import { instant, number } from '#ui/format.js';
import { Notice } from '#ui/notice.js';
import { Page } from '#ui/page.js';
import { StatusTag } from '#ui/status-tag.js';
import { SummaryList } from '#ui/summary-list.js';
import { DataTable } from '#ui/table/data-table.js';
import { pagingByKey } from '#web/list-links.js';
import type { Attempt } from '#web/page-route.js';
import type { View } from '#web/view.js';
import type { JournalCard } from '../../actions/keep-journals.js';
import { JournalTag, W } from '../intake-words.js';

/** An e-journal as the keeper of the register sees it, with the form for another contact. */
export function JournalPage({ view, card, attempt }: { view: View; card: JournalCard; attempt: Attempt }): VNode {
  const { lang, t } = view;
  const { journal } = card;
  const at = `/intake/journals/${journal.code}`;
  const field = fieldsOf({ lang, ...attempt });
  return (
    <Page {...view.frame} title={journal.name} width="work" breadcrumbs={[{ text: W.journals, href: '/intake/journals' }, { text: same(journal.name) }]}>
      <ErrorSummary lang={lang} errors={attempt.errors} />
      <h1>{journal.name}</h1>
      <JournalFacts view={view} card={card} />
      {journal.state !== 'closed' && (
        <ButtonRow>
          <ButtonLink href={`${at}/change`} variant="secondary">{t(CHANGE)}</ButtonLink>
          <ButtonLink href={`${at}/state`} variant="secondary">{t(CHANGE_STATE)}</ButtonLink>
        </ButtonRow>
      )}
      <h2>{t(CONTACTS)}</h2>
      <DataTable
        lang={lang}
        caption={CONTACTS}
        captionHidden
        rows={card.contacts}
        rowKey={(one) => one.id}
        empty={{ title: NO_CONTACTS, hint: NO_CONTACTS_HINT }}
        columns={[
          { key: 'name', header: WHO, rowHeader: true, cell: (one) => one.name },
          { key: 'email', header: EMAIL, cell: (one) => <a href={`mailto:${one.email}`}>{one.email}</a> },
          { key: 'login', header: LOGIN, cell: (one) => one.login ?? '–' },
          { key: 'end', header: W.action, cell: (one) => <PostButton action={`${at}/contacts/end`} csrf={view.csrf} hidden={{ id: one.id }} variant="quiet">{t(REMOVE)}</PostButton> },
        ]}
      />
      {journal.state !== 'closed' && (
        <Form csrf={view.csrf} action={at}>
          <TextField {...field('contact')} label={WHO} width="medium" />
          <TextField {...field('email')} label={EMAIL} type="email" width="medium" />
          <TextField {...field('user')} label={LOGIN} hint={LOGIN_HINT} width="medium" optional />
          <Button variant="secondary">{t(ADD_CONTACT)}</Button>
        </Form>
      )}
      {card.agreed.length > 0 && (
        <>
          <h2>{t(AGREED)}</h2>
          <p class="hint">{t(AGREED_HINT)}</p>
          <DataTable
            lang={lang}
            caption={AGREED}
            captionHidden
            rows={card.agreed}
            rowKey={(one) => one.nameKey}
            columns={[
              { key: 'name', header: W.name, rowHeader: true, cell: (one) => `“${one.name}”` },
              { key: 'means', header: MEANS, cell: (one) => t(one.subject) },
              { key: 'schools', header: AGREEING, number: true, cell: (one) => number(one.schools, lang) },
              { key: 'spread', header: W.action, cell: (one) => <PostButton action={`${at}/spread`} csrf={view.csrf} hidden={{ name: one.name }} variant="secondary">{t(SPREAD)}</PostButton> },
            ]}
          />
        </>
      )}
      <JournalUse view={view} card={card} heading="h2" schoolHref={(regNr) => `/intake/schools/${regNr}`} />
    </Page>
  );
}

/** The same as its vendor sees it, with nothing to change. */
export const OwnJournalPage = ({ view, cards }: { view: View; cards: readonly JournalCard[] }): VNode => (
  <Page {...view.frame} title={view.t(OWN)} width="work">
    <h1>{view.t(OWN)}</h1>
    {cards.length === 0 && <Notice lang={view.lang} title={NOT_A_CONTACT} />}
    {cards.map((card) => (
      <section key={card.journal.id}>
        <h2>{card.journal.name}</h2>
        <JournalFacts view={view} card={card} />
        <JournalUse view={view} card={card} heading="h3" />
      </section>
    ))}
  </Page>
);

const JournalFacts = ({ view, card: { journal } }: { view: View; card: JournalCard }): VNode => (
  <SummaryList
    lang={view.lang}
    items={[
      { key: W.state, value: <JournalTag view={view} state={journal.state} /> },
      ...(journal.reason ? [{ key: W.reason, value: journal.reason }] : []),
      { key: W.vendor, value: journal.vendor },
      { key: CODE, value: <code>{journal.code}</code> },
      { key: USER, value: journal.login ?? <StatusTag tone="warning">{view.t(NO_USER)}</StatusTag> },
      { key: REGISTERED, value: instant(journal.recordedAt) },
    ]}
  />
);

function JournalUse({ view, card, heading: Heading, schoolHref }: { view: View; card: JournalCard; heading: 'h2' | 'h3'; schoolHref?: (regNr: string) => string }): VNode {
  const { lang, t } = view;
  return (
    <>
      <Heading>{t(SCHOOLS)}</Heading>
      <DataTable
        lang={lang}
        caption={SCHOOLS}
        captionHidden
        rows={card.schools}
        rowKey={(one) => one.institutionId}
        empty={{ title: NO_SCHOOLS, hint: NO_SCHOOLS_HINT }}
        paging={pagingByKey(view, { shown: card.schools.length, next: card.next })}
        columns={[
          { key: 'school', header: W.school, rowHeader: true, cell: (one) => (schoolHref ? <a href={schoolHref(one.regNr)}>{one.school}</a> : one.school) },
          { key: 'from', header: W.since, cell: (one) => readableDay(one.validFrom) },
          { key: 'rows', header: W.rows, number: true, cell: (one) => number(one.rows, lang) },
          { key: 'waiting', header: W.waiting, number: true, cell: (one) => number(one.waiting, lang) },
          { key: 'refused', header: W.refused, number: true, cell: (one) => number(one.refused, lang) },
          { key: 'last', header: W.lastBatch, cell: (one) => (one.lastBatchAt ? instant(one.lastBatchAt) : '–') },
        ]}
      />
      <Heading>{t(CALLS)}</Heading>
      <DataTable
        lang={lang}
        caption={CALLS}
        captionHidden
        rows={card.calls}
        rowKey={(one) => one.path}
        empty={{ title: NO_CALLS, hint: NO_CALLS_HINT }}
        columns={[
          { key: 'path', header: ADDRESS, rowHeader: true, cell: (one) => <code>{one.path}</code> },
          { key: 'old', header: W.state, cell: (one) => (one.old ? <StatusTag tone="warning">{t(OLD)}</StatusTag> : <StatusTag tone="success">{t(NEW)}</StatusTag>) },
          { key: 'calls', header: COUNT, number: true, cell: (one) => number(one.calls, lang) },
          { key: 'last', header: LAST, cell: (one) => instant(one.lastAt) },
        ]}
      />
    </>
  );
}

export const OWN: Text = { lv: 'Mans e-žurnāls', en: 'My e-journal' };
const NOT_A_CONTACT: Text = { lv: 'Jūs neesat neviena e-žurnāla kontaktpersona. Lūdziet izglītības reģistra pārzinim jūs pievienot.', en: 'You are no contact of any e-journal. Ask the keeper of the education register to add you.' };
const CHANGE: Text = { lv: 'Mainīt datus', en: 'Change the facts' };
const CHANGE_STATE: Text = { lv: 'Apturēt vai slēgt', en: 'Suspend or close' };
const CONTACTS: Text = { lv: 'Tehniskās kontaktpersonas', en: 'Technical contacts' };
const NO_CONTACTS: Text = { lv: 'Kontaktpersonu nav.', en: 'There are no contacts.' };
const NO_CONTACTS_HINT: Text = { lv: 'Pievienojiet vismaz vienu: viņam raksta, kad mainās adrese.', en: 'Add at least one: they get a letter when an address moves.' };
const WHO: Text = { lv: 'Vārds, uzvārds vai nodaļa', en: 'Name or department' };
const EMAIL: Text = { lv: 'E-pasts', en: 'E-mail' };
const LOGIN: Text = { lv: 'Lietotājvārds Vienkopus', en: 'Login in Vienkopus' };
const LOGIN_HINT: Text = { lv: 'Ja kontaktpersona pierakstās Vienkopus: viņa redzēs lapu “Mans e-žurnāls”.', en: 'If the contact signs in to Vienkopus: they will see the page “My e-journal”.' };
const REMOVE: Text = { lv: 'Noņemt', en: 'Remove' };
const ADD_CONTACT: Text = { lv: 'Pievienot kontaktpersonu', en: 'Add a contact' };
const AGREED: Text = { lv: 'Nosaukumi, par kuriem iestādes ir vienisprātis', en: 'Names about which institutions agree' };
const AGREED_HINT: Text = { lv: 'Attiecinot uz visām, tās, kas vēl nav izlēmušas, vairs netiek jautātas. Iestādes pašas lēmums paliek pirmais.', en: 'Extended to all, institutions that have not decided are no longer asked. An institution’s own decision goes first.' };
const MEANS: Text = { lv: 'Priekšmets', en: 'Subject' };
const AGREEING: Text = { lv: 'Iestādes', en: 'Institutions' };
const SPREAD: Text = { lv: 'Attiecināt uz visām', en: 'Extend to all' };
const CODE: Text = { lv: 'Kods', en: 'Code' };
const USER: Text = { lv: 'Tehniskais lietotājs', en: 'Technical user' };
const NO_USER: Text = { lv: 'nav norādīts: sūtīt vēl nevar', en: 'not named: it cannot send yet' };
const REGISTERED: Text = { lv: 'Reģistrēts', en: 'Registered' };
const SCHOOLS: Text = { lv: 'Iestādes, kas to apstiprinājušas', en: 'Institutions that confirmed it' };
const NO_SCHOOLS: Text = { lv: 'Šodien to nav apstiprinājusi neviena iestāde.', en: 'No institution confirms it today.' };
const NO_SCHOOLS_HINT: Text = { lv: 'Apstiprina iestādes vadītājs savas iestādes lapā.', en: 'The head confirms it on the page of the institution.' };
const CALLS: Text = { lv: 'Ko tas izsauc (30 dienas)', en: 'What it calls (30 days)' };
const NO_CALLS: Text = { lv: 'Šajā laikā tas nav sūtījis nevienu pieprasījumu.', en: 'It has sent no request in this time.' };
const NO_CALLS_HINT: Text = { lv: 'Izsaukumus saskaita dažu sekunžu laikā.', en: 'Calls are counted within some seconds.' };
const ADDRESS: Text = { lv: 'Adrese', en: 'Address' };
const OLD: Text = { lv: 'vecā adrese', en: 'old address' };
const NEW: Text = { lv: 'pašreizējā', en: 'current' };
const COUNT: Text = { lv: 'Reizes', en: 'Times' };
const LAST: Text = { lv: 'Pēdējā reize', en: 'Last time' };
