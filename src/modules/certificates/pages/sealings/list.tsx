import type { VNode } from 'preact';
import { examName, TERM_WORDS, type SealableEvent } from '#modules/exams/public.js';
import { yearName } from '#modules/education/public.js';
import { readableDay } from '#kernel/iso-date.js';
import type { Text } from '#kernel/text.js';
import { instant, number } from '#ui/format.js';
import { Lead } from '#ui/lead.js';
import { Notice } from '#ui/notice.js';
import { Page } from '#ui/page.js';
import { StatusTag, type StatusTone } from '#ui/status-tag.js';
import { DataTable } from '#ui/table/data-table.js';
import { Tabs } from '#ui/tabs.js';
import type { View } from '#web/view.js';
import type { Sealings, SealSetUp, ShownSealing } from '../../actions/view-sealings.js';
import { type HowFar, howFarInWords, isLeftUndone, type SealingState } from '../../domain/states.js';
import { CERTIFICATES, PROOFS, RECEIVERS, SEALINGS, sealingPath, W } from '../words.js';
import { TRY, TRY_SEAL } from './trial.js';

const TONES: Readonly<Record<SealingState, StatusTone>> = { drafting: 'info', sealing: 'info', paused: 'warning', stuck: 'danger', done: 'success' };
export const SealingTag = ({ view, far }: { view: View; far: HowFar }): VNode => <StatusTag tone={isLeftUndone(far) ? 'warning' : TONES[far.state]}>{view.t(howFarInWords(far))}</StatusTag>;

/** How far a sealing is, by the counts of its certificates. */
export function howFar({ id, state, most }: ShownSealing['sealing'], counts: ShownSealing['counts']): HowFar {
  const own = counts.filter(({ sealingId }) => sealingId === id);
  const ready = own.reduce((sum, one) => sum + (one.state === 'released' ? one.n : 0), 0);
  return { state, most, ready, total: own.reduce((sum, { n, unfit }) => sum + n - unfit, 0) };
}

const UNDER_WAY: readonly SealingState[] = ['drafting', 'sealing'];
export const isUnderWay = (state: SealingState): boolean => UNDER_WAY.includes(state);

/** Every exam of a year: how many certificates are due, how many are ready, and when they become visible. */
export function SealingsPage({ view, found }: { view: View; found: Sealings }): VNode {
  const { lang, t } = view;
  const { years, year, events, sealings, counts, seal } = found;
  const lastOf = (event: SealableEvent) => sealings.find(({ eventId }) => eventId === event.eventId);
  const ready = (event: SealableEvent) => {
    const ids = new Set(sealings.filter(({ eventId }) => eventId === event.eventId).map(({ id }) => id));
    return counts.filter(({ sealingId, state }) => ids.has(sealingId) && state === 'released').reduce((sum, { n, revoked }) => sum + n - revoked, 0);
  };
  return (
    <Page {...view.frame} title={t(W.sealing)} width="work" {...(sealings.some(({ state }) => isUnderWay(state)) && { refreshSeconds: 5 })} breadcrumbs={[{ text: W.certificates, href: CERTIFICATES }, { text: W.sealing }]}>
      <h1>{t(W.sealing)}</h1>
      <Lead>{t(LEAD)}</Lead>
      <p><a href={RECEIVERS}>{t(W.receivers)}</a></p>
      <SealNotice view={view} seal={seal} />
      <p><a href={TRY}>{t(TRY_SEAL)}</a></p>
      <p><a href={PROOFS}>{t(W.proofs)}</a></p>
      <Tabs lang={lang} label={W.year} items={years.map((one) => ({ href: `${SEALINGS}?year=${one}`, text: yearName(one), current: one === year }))} />
      <DataTable
        lang={lang}
        caption={W.sealing}
        captionHidden
        rows={events.filter((event) => event.due > 0 || lastOf(event))}
        rowKey={(event) => event.eventId}
        empty={{ title: NO_EVENTS, hint: NO_EVENTS_HINT, action: <a href={`/exams/catalogue?year=${year}`}>{t(CATALOGUE)}</a> }}
        columns={[
          { key: 'exam', header: W.exam, rowHeader: true, cell: (event) => t(examName(event)) },
          { key: 'term', header: W.term, cell: (event) => t(TERM_WORDS[event.term]) },
          { key: 'held', header: HELD, cell: (event) => readableDay(event.heldOn) },
          { key: 'due', header: W.due, number: true, cell: (event) => number(event.due, lang) },
          { key: 'ready', header: W.ready, number: true, cell: (event) => number(ready(event), lang) },
          { key: 'visible', header: VISIBLE, cell: (event) => (event.visibleFrom ? instant(event.visibleFrom) : '–') },
          {
            key: 'state',
            header: W.state,
            cell: (event) => {
              const last = lastOf(event);
              if (last) return <a href={sealingPath(last.id)}><SealingTag view={view} far={howFar(last, counts)} /></a>;
              return event.due > 0 ? <a href={`${SEALINGS}/new?year=${year}&eventId=${event.eventId}`}>{t(SEAL)}<span class="visually-hidden">{` ${t(examName(event))}`}</span></a> : '–';
            },
          },
        ]}
      />
    </Page>
  );
}

/** Says aloud what the seal is where that matters: none, or one that the law does not take. */
function SealNotice({ view: { lang, t }, seal: { kind, isAllowedUnqualified, production } }: { view: View; seal: SealSetUp }): VNode | null {
  if (kind === null) return <Notice lang={lang} tone="warning" title={NO_SEAL}><p>{t(NO_SEAL_HINT)}</p></Notice>;
  if (production && isAllowedUnqualified) return <Notice lang={lang} tone="danger" title={NOT_QUALIFIED}><p>{t(NOT_QUALIFIED_HINT)}</p></Notice>;
  return kind === 'file' ? <Notice lang={lang} tone="info" title={IN_FILE}><p>{t(IN_FILE_HINT)}</p></Notice> : null;
}

const LEAD: Text = {
  lv: 'Zīmogojiet dažas dienas pirms rezultātu paziņošanas: līdz tam sertifikātus neredz neviens, paziņošanas brīdī tie kļūst redzami paši.',
  en: 'Seal some days before results are published: until then nobody sees the certificates, at that instant they become visible by themselves.',
};
const NO_EVENTS: Text = { lv: 'Šajā gadā vēl nav rezultātu, kas sasniedz slieksni', en: 'There are no results yet in this year that reach the threshold' };
const NO_EVENTS_HINT: Text = { lv: 'Norise parādās, kad tās rezultāti ir aprēķināti. Izvēlieties citu gadu.', en: 'An exam appears when its results are counted. Choose another year.' };
const CATALOGUE: Text = { lv: 'Pārbaudījumi', en: 'Exams' };
const HELD: Text = { lv: 'Diena', en: 'Day' };
const VISIBLE: Text = { lv: 'Redzami no', en: 'Visible from' };
const SEAL: Text = { lv: 'Zīmogot', en: 'Seal' };
const NO_SEAL: Text = { lv: 'Zīmogs nav iestatīts', en: 'No seal is set up' };
const NO_SEAL_HINT: Text = { lv: 'Sertifikātus var sagatavot, bet ne apzīmogot. Administrators norāda zīmogu iestatījumos SEAL_….', en: 'Certificates can be drafted, but not sealed. An administrator names the seal in the settings SEAL_….' };
const IN_FILE: Text = { lv: 'Parauga zīmogs', en: 'A seal for demonstration' };
const IN_FILE_HINT: Text = { lv: 'Atslēga ir datnē, un sertifikātiem nav juridiska spēka. Ekspluatācijā programma tādu zīmogu nepieņem.', en: 'The key lies in a file, and certificates have no legal force. In production the program takes no such seal.' };
const NOT_QUALIFIED: Text = { lv: 'Zīmogs var nebūt kvalificēts', en: 'The seal may not be qualified' };
const NOT_QUALIFIED_HINT: Text = { lv: 'Iestatījums SEAL_NOT_QUALIFIED to atļauj. Likums prasa kvalificētu elektronisko zīmogu (eIDAS 3. panta 27. punkts).', en: 'The setting SEAL_NOT_QUALIFIED allows it. The law asks for a qualified electronic seal (eIDAS, article 3, point 27).' };
