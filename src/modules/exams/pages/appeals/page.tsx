import type { VNode } from 'preact';
import { readableDay } from '#kernel/iso-date.js';
import type { Text } from '#kernel/text.js';
import { number } from '#ui/format.js';
import { Lead } from '#ui/lead.js';
import { Page } from '#ui/page.js';
import { StatTiles } from '#ui/stat-tiles.js';
import { StatusTag, type StatusTone } from '#ui/status-tag.js';
import { type Column, DataTable } from '#ui/table/data-table.js';
import { Tabs } from '#ui/tabs.js';
import { pagingByKey } from '#web/list-links.js';
import { hrefWith, type View } from '#web/view.js';
import type { Appeals } from '../../actions/appeals.js';
import { ABOUT_WORDS, APPEAL_STATES, type AppealOutcome, OUTCOME_OF_APPEAL, STATE_WORDS } from '../../domain/appeals.js';
import { examTitle } from '../../domain/exam-words.js';
import { TOTAL } from '../results/sitting.js';
import { perCent, W } from '../words.js';

export const APPEALS_PATH = '/exams/appeals';
export const APPEALS: Text = { lv: 'Apelācijas', en: 'Appeals' };
type Row = Appeals['appeals'][number];

const TONES: Readonly<Record<AppealOutcome, StatusTone>> = { keep: 'neutral', raise: 'success', lower: 'warning' };

/** Where an appeal stands: waiting until a day, late, or what came of it. */
export const AppealTag = ({ view: { t, today }, appeal: { state, outcome, dueOn } }: { view: View; appeal: Pick<Row, 'state' | 'outcome' | 'dueOn'> }): VNode => {
  if (outcome) return <StatusTag tone={TONES[outcome]}>{t(OUTCOME_OF_APPEAL[outcome])}</StatusTag>;
  return state === 'lodged' && dueOn < today ? <StatusTag tone="danger">{t(LATE)}</StatusTag> : <StatusTag tone="info">{t(STATE_WORDS[state])}</StatusTag>;
};

/** The appeals of those whom one answers for: those that wait first, by when they are due. */
export function AppealsPage({ view, found: { appeals, next, state, counts } }: { view: View; found: Appeals }): VNode {
  const { t, lang, query } = view;
  const reason = query['reason'] ? { reason: query['reason'] } : {};
  const columns: Column<Row>[] = [
    { key: 'name', header: W.candidate, rowHeader: true, cell: (one) => <a href={hrefWith({ path: `${APPEALS_PATH}/${one.id}`, query: reason }, {})}>{`${one.family} ${one.given}`}</a> },
    { key: 'exam', header: W.exam, cell: (one) => t(examTitle(one)) },
    { key: 'institution', header: W.institution, cell: (one) => one.institution },
    { key: 'about', header: ABOUT, cell: (one) => t(ABOUT_WORDS[one.about]) },
    { key: 'lodged', header: LODGED_ON, cell: (one) => readableDay(one.lodgedOn) },
    state === 'lodged' ? { key: 'due', header: DUE_ON, cell: (one) => readableDay(one.dueOn) } : { key: 'decided', header: DECIDED_ON, cell: (one) => (one.decidedOn ? readableDay(one.decidedOn) : '–') },
    { key: 'total', header: TOTAL, number: true, cell: (one) => (one.after === null ? perCent(one.before, lang) : `${perCent(one.before, lang)} → ${perCent(one.after, lang)}`) },
    { key: 'state', header: W.state, cell: (one) => <AppealTag view={view} appeal={one} /> },
  ];
  return (
    <Page {...view.frame} title={t(APPEALS)} width="work" breadcrumbs={[{ text: W.exams }, { text: APPEALS }]}>
      <h1>{t(APPEALS)}</h1>
      <Lead>{t(LEAD)}</Lead>
      <StatTiles lang={lang} tiles={[{ label: WAITING, value: number(counts.lodged, lang) }, { label: LATE, value: number(counts.overdue, lang) }, { label: DECIDED, value: number(counts.decided, lang) }, { label: CHANGED, value: number(counts.changed, lang) }]} />
      <Tabs lang={lang} label={W.state} items={APPEAL_STATES.map((one) => ({ href: hrefWith({ path: APPEALS_PATH, query: reason }, { state: one === 'lodged' ? '' : one }), text: TABS[one], current: one === state }))} />
      <DataTable
        lang={lang}
        caption={APPEALS}
        captionHidden
        rows={appeals}
        rowKey={(one) => one.id}
        columns={columns}
        paging={pagingByKey(view, { shown: appeals.length, next })}
        empty={{ title: NONE, hint: NONE_HINT }}
      />
    </Page>
  );
}

const LEAD: Text = { lv: 'Apstrīdētie rezultāti un tas, kā par tiem izlemts. Apelāciju reģistrē kārtotāja kartītē, ko atver no norises.', en: 'Contested results, and how they were decided. An appeal is registered on the card of a candidate, opened from the sitting.' };
const TABS: Readonly<Record<(typeof APPEAL_STATES)[number], Text>> = { lodged: { lv: 'Gaida lēmumu', en: 'Waiting' }, decided: { lv: 'Izlemtas', en: 'Decided' }, withdrawn: { lv: 'Atsauktas', en: 'Withdrawn' } };
const WAITING: Text = { lv: 'Gaida lēmumu', en: 'Waiting' };
const LATE: Text = { lv: 'Nokavēts lēmums', en: 'Decision is late' };
const DECIDED: Text = { lv: 'Izlemtas', en: 'Decided' };
const CHANGED: Text = { lv: 'Vērtējums mainīts', en: 'Mark changed' };
const ABOUT: Text = { lv: 'Par ko', en: 'About' };
const LODGED_ON: Text = { lv: 'Iesniegta', en: 'Lodged' };
const DUE_ON: Text = { lv: 'Jāizlemj līdz', en: 'To be decided by' };
const DECIDED_ON: Text = { lv: 'Lēmuma diena', en: 'Decided on' };
const NONE: Text = { lv: 'Šeit apelāciju nav', en: 'There are no appeals here' };
const NONE_HINT: Text = { lv: 'Papīra apelāciju reģistrē kārtotāja kartītē; pilngadīgs izglītojamais un vecāks to iesniedz pats.', en: 'An appeal on paper is registered on the card of the candidate; pupils of age and parents lodge theirs themselves.' };
