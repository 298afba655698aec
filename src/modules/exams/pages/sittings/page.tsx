import type { VNode } from 'preact';
import { type SchoolChoices, SchoolList, yearName } from '#modules/education/public.js';
import { readableDay } from '#kernel/iso-date.js';
import type { Text } from '#kernel/text.js';
import { number } from '#ui/format.js';
import { Lead } from '#ui/lead.js';
import { Page } from '#ui/page.js';
import { StatusTag } from '#ui/status-tag.js';
import { DataTable } from '#ui/table/data-table.js';
import { Tabs } from '#ui/tabs.js';
import type { View } from '#web/view.js';
import type { SchoolSittings } from '../../actions/view-sittings.js';
import { examName, TERM_WORDS } from '../../domain/exam-words.js';
import { ShortLink } from '../frame.js';
import { W } from '../words.js';

export const SITTINGS = '/exams';
export const atSchool = (regNr: string, year?: number): string => `${SITTINGS}/institutions/${regNr}${year === undefined ? '' : `?year=${year}`}`;
export const ORGANISING: Text = { lv: 'Organizēšana', en: 'Organising' };

/** The institutions of whoever is responsible for several. */
export function SchoolsPage({ view, start }: { view: View; start: SchoolChoices }): VNode {
  const { lang, t } = view;
  return (
    <Page {...view.frame} title={t(W.sittings)} width="work" breadcrumbs={[{ text: ORGANISING }, { text: W.sittings }]}>
      <h1>{t(W.sittings)}</h1>
      <Lead>{t(SCHOOLS_LEAD)}</Lead>
      <SchoolList view={view} start={start} home={SITTINGS} pathOf={(regNr) => atSchool(regNr)} words={{ institution: W.institution, caption: W.institutions, regNr: REG_NR, none: NO_SCHOOLS, noneHint: NO_SCHOOLS_HINT }} more={[{ key: 'pupils', header: PUPILS, number: true, cell: (school) => number(school.pupils, lang) }]} />
    </Page>
  );
}

/** The exams of a year at an institution, by day, with how far each has come. */
export function SchoolPage({ view, found }: { view: View; found: SchoolSittings }): VNode {
  const { lang, t } = view;
  const { school, years, year, events, mayRegister } = found;
  return (
    <Page {...view.frame} title={`${t(W.sittings)}: ${school.name}`} width="work" breadcrumbs={[{ text: ORGANISING }, { text: W.sittings, href: SITTINGS }, { text: school.name }]}>
      <h1>{school.name}</h1>
      <Lead>{t(SCHOOL_LEAD)}</Lead>
      <Tabs lang={lang} label={W.year} items={years.map((one) => ({ href: atSchool(school.regNr, one), text: yearName(one), current: one === year }))} />
      <DataTable
        lang={lang}
        caption={W.sittings}
        captionHidden
        rows={events}
        rowKey={(event) => event.eventId}
        empty={{ title: NO_EVENTS, hint: NO_EVENTS_HINT, action: <a href={`/exams/catalogue?year=${year}`}>{t(W.catalogue)}</a> }}
        columns={[
          { key: 'day', header: W.day, cell: (event) => `${readableDay(event.heldOn)} ${event.startsAt}` },
          { key: 'exam', header: W.exam, rowHeader: true, cell: (event) => (event.sittingId ? <a href={`${SITTINGS}/sittings/${event.sittingId}`}>{t(examName(event))}</a> : t(examName(event))) },
          { key: 'term', header: TERM, cell: (event) => t(TERM_WORDS[event.term]) },
          { key: 'registered', header: REGISTERED, number: true, cell: (event) => number(event.registered, lang) },
          { key: 'confirmed', header: CONFIRMED, number: true, cell: (event) => number(event.confirmed, lang) },
          { key: 'protocol', header: W.protocol, cell: (event) => <ProtocolTag view={view} state={event.protocol} /> },
          ...(mayRegister
            ? [{ key: 'do', header: REGISTER, cell: (event: SchoolSittings['events'][number]) => event.term === 'main' && event.protocol === null && <ShortLink href={registerPath(school.regNr, event.eventId)} text={t(REGISTER)} about={t(examName(event))} /> }]
            : []),
        ]}
      />
    </Page>
  );
}

export const registerPath = (regNr: string, eventId: string): string => `${SITTINGS}/institutions/${regNr}/register/${eventId}`;

export const otherPath = (regNr: string, eventId: string): string => `${registerPath(regNr, eventId)}/other`;

export const ProtocolTag = ({ view: { t }, state }: { view: View; state: 'submitted' | 'approved' | null }): VNode =>
  state === null ? <>–</> : <StatusTag tone={state === 'approved' ? 'success' : 'info'}>{t(state === 'approved' ? APPROVED : SUBMITTED)}</StatusTag>;

const SCHOOLS_LEAD: Text = { lv: 'Izvēlieties iestādi, kuras pārbaudījumu norises apskatīt.', en: 'Choose the institution whose sittings to look at.' };
const SCHOOL_LEAD: Text = { lv: 'Izvēlieties pārbaudījumu, lai redzētu tā kārtotājus, telpas un dalības protokolu.', en: 'Choose an exam to see its candidates, rooms and participation protocol.' };
const NO_SCHOOLS: Text = { lv: 'Neviena iestāde neatbilst', en: 'No institution matches' };
const NO_SCHOOLS_HINT: Text = { lv: 'Rakstiet mazāk vārdu.', en: 'Write fewer words.' };
const NO_EVENTS: Text = { lv: 'Šajā mācību gadā iestādei norišu nav', en: 'The institution has no sittings in this school year' };
const NO_EVENTS_HINT: Text = { lv: 'Norise parādās, kad pārbaudījumu vadītājs ir noteicis dienu un iestādē ir 9. vai 12. klase.', en: 'A sitting appears when the exam manager has set its day and the institution has a grade 9 or 12.' };
const REG_NR: Text = { lv: 'Reģistrācijas numurs', en: 'Registration number' };
const PUPILS: Text = { lv: 'Izglītojamie', en: 'Pupils' };
const TERM: Text = { lv: 'Termiņš', en: 'Term' };
const REGISTERED: Text = { lv: 'Reģistrēti', en: 'Registered' };
const CONFIRMED: Text = { lv: 'Apstiprināti', en: 'Confirmed' };
const REGISTER: Text = { lv: 'Reģistrēt', en: 'Register' };
const APPROVED: Text = { lv: 'apstiprināts', en: 'approved' };
const SUBMITTED: Text = { lv: 'iesniegts', en: 'handed in' };
