import type { VNode } from 'preact';
import { fill, type Text } from '#kernel/text.js';
import type { TrustedService } from '#platform/documents/public.js';
import { Button, ButtonLink, ButtonRow } from '#ui/form/button.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { FileField } from '#ui/form/file-field.js';
import { Form } from '#ui/form/form.js';
import { instant } from '#ui/format.js';
import { Lead } from '#ui/lead.js';
import { Notice } from '#ui/notice.js';
import { Page } from '#ui/page.js';
import { StatusTag } from '#ui/status-tag.js';
import { SummaryList } from '#ui/summary-list.js';
import { type Column, DataTable } from '#ui/table/data-table.js';
import { type Attempt, formPage, showPage, type WebRoute } from '#web/page-route.js';
import type { View } from '#web/view.js';
import { type BelievedBy, type ListRow, type Lists, loadList, type OneList, readList, readLists } from '../../actions/lists.js';
import { LISTS } from '../paths.js';
import { W } from '../words.js';

export const listRoutes: readonly WebRoute[] = [
  showPage({ path: LISTS, action: readLists, input: () => ({}), render: (lists, view) => <ListsPage view={view} {...lists} /> }),
  formPage({
    path: `${LISTS}/load`,
    load: readLists,
    loadInput: () => ({}),
    render: (lists, view, attempt) => <LoadPage view={view} lists={lists} attempt={attempt} />,
    action: loadList,
    done: ({ id, believedBy }) => ({ to: `${LISTS}/${id}`, notice: LOADED[believedBy] }),
  }),
  showPage({ path: `${LISTS}/:id`, action: readList, render: (one, view) => <ListPage view={view} {...one} /> }),
];

const nameOf = ({ kind, territory }: Pick<ListRow, 'kind' | 'territory'>): Text => (kind === 'list-of-lists' ? LIST_OF_LISTS : fill(LIST_OF, { territory }));

const isDue = ({ nextUpdateAt }: ListRow, now: Date): boolean => nextUpdateAt !== null && nextUpdateAt < now;

function State({ view: { t }, list, now }: { view: View; list: ListRow; now: Date }): VNode {
  if (list.supersededAt) return <StatusTag tone="ended">{t(SUPERSEDED)}</StatusTag>;
  return isDue(list, now) ? <StatusTag tone="warning">{t(DUE)}</StatusTag> : <StatusTag tone="success">{t(COUNTS)}</StatusTag>;
}

const columns = (view: View, now: Date): Column<ListRow>[] => [
  { key: 'name', header: NAME, rowHeader: true, cell: (list) => <a href={`${LISTS}/${list.id}`}>{view.t(nameOf(list))}</a> },
  { key: 'sequence', header: SEQUENCE, number: true, cell: ({ sequence }) => String(sequence) },
  { key: 'operator', header: OPERATOR, cell: ({ operator }) => operator },
  { key: 'issued', header: ISSUED, cell: ({ issuedAt }) => instant(issuedAt) },
  { key: 'next', header: NEXT, cell: ({ nextUpdateAt }) => (nextUpdateAt ? instant(nextUpdateAt) : '–') },
  { key: 'services', header: SERVICES, number: true, cell: ({ services }) => String(services) },
  { key: 'state', header: STATE, cell: (list) => <State view={view} list={list} now={now} /> },
];

function ListsPage({ view, lists, now }: { view: View } & Lists): VNode {
  const { lang, t } = view;
  const due = lists.filter((one) => isDue(one, now));
  return (
    <Page {...view.frame} title={t(W.lists)} width="work">
      <h1>{t(W.lists)}</h1>
      <Lead>{t(LEAD)}</Lead>
      {due.length > 0 && (
        <Notice lang={lang} tone="warning">
          <p>{t(fill(SOME_DUE, { lists: due.map((one) => t(nameOf(one))).join(', ') }))}</p>
        </Notice>
      )}
      <ButtonRow>
        <ButtonLink href={`${LISTS}/load`}>{t(LOAD)}</ButtonLink>
      </ButtonRow>
      <DataTable lang={lang} caption={W.lists} captionHidden rows={lists} rowKey={({ id }) => id} columns={columns(view, now)} empty={{ title: NONE, hint: NONE_HINT }} />
    </Page>
  );
}

function LoadPage({ view, lists: { named, countries }, attempt }: { view: View; lists: Lists; attempt: Attempt }): VNode {
  const { lang, t } = view;
  return (
    <Page {...view.frame} title={t(LOAD)} breadcrumbs={[{ text: W.lists, href: LISTS }, { text: LOAD }]}>
      <ErrorSummary lang={lang} errors={attempt.errors} />
      <h1>{t(LOAD)}</h1>
      <p>{t(LOAD_LEAD)}</p>
      {named.length + countries === 0 && (
        <Notice lang={lang} tone="warning">
          <p>{t(NOBODY_BELIEVED)}</p>
        </Notice>
      )}
      <SummaryList
        lang={lang}
        items={[
          { key: BY_SETTINGS, value: named.length > 0 ? named.join('; ') : t(NOBODY_NAMED) },
          { key: BY_LIST, value: countries > 0 ? t(fill(OF_COUNTRIES, { n: countries })) : t(NOBODY_NAMED) },
        ]}
      />
      <Form csrf={view.csrf} upload>
        <FileField {...fieldsOf({ lang, ...attempt })('file')} label={FILE} hint={FILE_HINT} accept=".xml,.xtsl" />
        <ButtonRow>
          <Button>{t(LOAD)}</Button>
        </ButtonRow>
      </Form>
    </Page>
  );
}

function ListPage({ view, list, issues, services, now }: { view: View } & OneList): VNode {
  const { lang, t } = view;
  const title = `${t(nameOf(list))}, ${t(fill(NUMBER, { sequence: list.sequence }))}`;
  return (
    <Page {...view.frame} title={title} width="work" breadcrumbs={[{ text: W.lists, href: LISTS }, { text: title }]}>
      <h1>{title}</h1>
      {isDue(list, now) && !list.supersededAt && (
        <Notice lang={lang} tone="warning">
          <p>{t(LIST_DUE)}</p>
        </Notice>
      )}
      <SummaryList
        lang={lang}
        items={[
          { key: STATE, value: <State view={view} list={list} now={now} /> },
          { key: OPERATOR, value: list.operator },
          { key: ISSUED, value: instant(list.issuedAt) },
          { key: NEXT, value: list.nextUpdateAt ? instant(list.nextUpdateAt) : t(CLOSED) },
          { key: SIGNER, value: <>{list.signer}<br /><small class="hash">{`SHA-256 ${list.signerSha256}`}</small></> },
          { key: BELIEVED, value: t(list.believedBy === null ? NOT_NOTED : BELIEVED_WORDS[list.believedBy]) },
          { key: LOADED_BY, value: `${instant(list.loadedAt)}, ${list.loadedBy}` },
        ]}
      />
      <h2>{t(SERVICES)}</h2>
      <DataTable
        lang={lang}
        caption={SERVICES}
        captionHidden
        rows={services.map((one, at) => ({ ...one, at }))}
        rowKey={({ at }) => String(at)}
        empty={{ title: NO_SERVICES, hint: NO_SERVICES_HINT }}
        columns={[
          { key: 'name', header: SERVICE, rowHeader: true, cell: ({ name, certificate }) => <>{name}<br /><small>{certificate.name}</small></> },
          { key: 'use', header: USE, cell: ({ use }) => t(USES[use]) },
          { key: 'granted', header: GRANTED, cell: (one) => <Granted view={view} service={one} /> },
        ]}
      />
      <h2>{t(ISSUES)}</h2>
      <DataTable lang={lang} caption={ISSUES} captionHidden rows={issues} rowKey={({ id }) => id} columns={columns(view, now)} />
    </Page>
  );
}

function Granted({ view: { t }, service }: { view: View; service: TrustedService }): VNode {
  if (service.granted.length === 0) return <>{t(NEVER)}</>;
  return (
    <ul class="verdicts">
      {service.granted.map(({ from, to, makes }) => (
        <li key={from.getTime()}>{`${instant(from)} – ${to ? instant(to) : t(STILL)}${service.use === 'certificates' ? ` (${makes.length > 0 ? makes.map((one) => t(MAKES[one])).join(', ') : t(CONDITIONS)})` : ''}`}</li>
      ))}
    </ul>
  );
}

const LEAD: Text = {
  lv: 'Valstu saraksti (ETSI TS 119 612) ar izdevējiem, kuru paraksti, zīmogi un laika zīmogi ir kvalificēti, un laiku, kad tie tādi bija. Pēc tiem pārbauda dokumentus lapā “Dokumenta pārbaude” un iesniegtos dokumentus.',
  en: 'Lists of the states (ETSI TS 119 612) of those whose signatures, seals and time stamps are qualified, and when they were. Documents on the page "Check a document" and those handed in are held against them.',
};
const LIST_OF_LISTS: Text = { lv: 'ES sarakstu saraksts', en: 'EU list of the lists' };
const LIST_OF: Text = { lv: 'Saraksts {territory}', en: 'List of {territory}' };
const NUMBER: Text = { lv: 'nr. {sequence}', en: 'no. {sequence}' };
const NAME: Text = { lv: 'Saraksts', en: 'List' };
const SEQUENCE: Text = { lv: 'Numurs', en: 'Number' };
const OPERATOR: Text = { lv: 'Izdevējs', en: 'Issued by' };
const ISSUED: Text = { lv: 'Izdots', en: 'Issued' };
const NEXT: Text = { lv: 'Nākamais līdz', en: 'Next due' };
const CLOSED: Text = { lv: 'saraksts ir slēgts', en: 'the list was closed' };
const SERVICES: Text = { lv: 'Kvalificēti pakalpojumi', en: 'Qualified services' };
const STATE: Text = { lv: 'Stāvoklis', en: 'State' };
const SIGNER: Text = { lv: 'Parakstījis', en: 'Signed by' };
const LOADED_BY: Text = { lv: 'Ielādēts', en: 'Loaded' };
const LOADED: Readonly<Record<BelievedBy, Text>> = {
  settings: { lv: 'Saraksts ir ielādēts; no šī brīža pārbauda pēc tā. Parakstam tic, jo parakstītāju nosauc iestatījumi.', en: 'The list is loaded, and counts from now on. Its signature is believed since the settings name the signer.' },
  'loaded-list': { lv: 'Saraksts ir ielādēts; no šī brīža pārbauda pēc tā. Parakstam tic, jo parakstītāju nosauc cits jau ielādēts saraksts.', en: 'The list is loaded, and counts from now on. Its signature is believed since another list that is loaded names the signer.' },
};
const BELIEVED: Text = { lv: 'Kāpēc parakstam tic', en: 'Why the signature is believed' };
const BELIEVED_WORDS: Readonly<Record<BelievedBy, Text>> = {
  settings: { lv: 'Parakstītāju nosauc iestatījumi (TRUSTED_LIST_SIGNERS)', en: 'The settings name the signer (TRUSTED_LIST_SIGNERS)' },
  'loaded-list': { lv: 'Parakstītāju nosauca cits saraksts, kas ielādes brīdī bija spēkā, parasti ES sarakstu saraksts', en: 'Another list that counted when this one was loaded named the signer, usually the EU list of the lists' },
};
const NOT_NOTED: Text = { lv: 'Nav pierakstīts: ielādēts, pirms to pierakstīja', en: 'Not noted: loaded before this was written down' };
const BY_SETTINGS: Text = { lv: 'Parakstītāji pēc iestatījumiem', en: 'Signers named by the settings' };
const BY_LIST: Text = { lv: 'Parakstītāji pēc ielādētiem sarakstiem', en: 'Signers named by lists that are loaded' };
const NOBODY_NAMED: Text = { lv: 'nav norādīts neviens', en: 'nobody is named' };

const OF_COUNTRIES: Text = { lv: 'tie, ko tie nosauc; valstis: {n}', en: 'those that it names; countries: {n}' };
const NOBODY_BELIEVED: Text = { lv: 'Pašlaik nevienam parakstītājam nevar ticēt, tāpēc neviens saraksts netiks pieņemts. Lūdziet uzturētājam iestatījumos norādīt ES sarakstu saraksta parakstītājus (TRUSTED_LIST_SIGNERS), tad ielādējiet šo sarakstu un pēc tā valstu sarakstus.', en: 'No signer can be believed at present, so no list will be accepted. Ask who keeps this installation to name the signers of the EU list of the lists in the settings (TRUSTED_LIST_SIGNERS); then load that list, and the lists of countries after it.' };
const SUPERSEDED: Text = { lv: 'aizstāts', en: 'superseded' };
const DUE: Text = { lv: 'novecojis', en: 'outdated' };
const COUNTS: Text = { lv: 'spēkā', en: 'counts' };
const SOME_DUE: Text = { lv: 'Jau vajadzēja iznākt jaunam izdevumam: {lists}. Lejupielādējiet to no uzturētāja un ielādējiet šeit; līdz tam tic vecajam, un katrs pārbaudes ziņojums to saka.', en: 'A newer issue is due already: {lists}. Get it from its keeper and load it here; until then the old one is believed, and every report says so.' };
const LIST_DUE: Text = { lv: 'Jau vajadzēja iznākt jaunam izdevumam. Lejupielādējiet to no uzturētāja un ielādējiet šeit.', en: 'A newer issue is due already. Get it from its keeper and load it here.' };
const LOAD: Text = { lv: 'Ielādēt sarakstu', en: 'Load a list' };
const LOAD_LEAD: Text = { lv: 'Pārbauda saraksta parakstu: tam jābūt no saraksta uzturētāja, ko nosauc iestatījumi vai ielādēts ES sarakstu saraksts. Vecāku izdevumu par jau ielādēto nepieņem.', en: 'The signature of the list is checked: it must be of its keeper, whom the settings or a loaded EU list of the lists name. An issue older than the one loaded is refused.' };
const FILE: Text = { lv: 'Saraksta datne', en: 'File of the list' };
const FILE_HINT: Text = { lv: 'XML, līdz 8 MB', en: 'XML, up to 8 MB' };
const NONE: Text = { lv: 'Nav ielādēts neviens saraksts', en: 'No list is loaded' };
const NONE_HINT: Text = { lv: 'Pārbaudēs tic tikai tiem izdevējiem, ko nosauc iestatījumi. Ielādējiet ES sarakstu sarakstu un vajadzīgo valstu sarakstus.', en: 'Only the issuers that the settings name are believed. Load the EU list of the lists, and the lists of the countries you need.' };
const NO_SERVICES: Text = { lv: 'Sarakstā nav parakstu, zīmogu vai laika zīmogu pakalpojumu', en: 'The list has no services of signatures, seals or time stamps' };
const NO_SERVICES_HINT: Text = { lv: 'Sarakstu saraksts nosauc tikai citu sarakstu parakstītājus.', en: 'The list of the lists names only who signs other lists.' };
const SERVICE: Text = { lv: 'Pakalpojums', en: 'Service' };
const USE: Text = { lv: 'Kam', en: 'For' };
const USES: Readonly<Record<TrustedService['use'], Text>> = { certificates: { lv: 'paraksti un zīmogi', en: 'signatures and seals' }, 'time-stamps': { lv: 'laika zīmogi', en: 'time stamps' } };
const GRANTED: Text = { lv: 'Kvalificēts', en: 'Qualified' };
const STILL: Text = { lv: 'joprojām', en: 'still' };
const NEVER: Text = { lv: 'nekad', en: 'never' };
const MAKES = { signature: { lv: 'paraksti', en: 'signatures' }, seal: { lv: 'zīmogi', en: 'seals' } } as const;
const CONDITIONS: Text = { lv: 'ar nosacījumiem, ko šeit nelasa', en: 'with conditions that are not read here' };
const ISSUES: Text = { lv: 'Ielādētie izdevumi', en: 'Issues loaded' };
