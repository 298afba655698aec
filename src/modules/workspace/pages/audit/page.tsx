import type { VNode } from 'preact';
import type { IsoDate } from '#kernel/iso-date.js';
import type { Text } from '#kernel/text.js';
import { actionTitles, titleOfAction } from '#platform/actions/action-titles.js';
import type { FoundEntry } from '#platform/audit/search-audit.js';
import { DateField } from '#ui/form/date-field.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { SelectField } from '#ui/form/select-field.js';
import { TextField } from '#ui/form/text-field.js';
import { instant } from '#ui/format.js';
import { Lead } from '#ui/lead.js';
import { Page } from '#ui/page.js';
import { StatusTag } from '#ui/status-tag.js';
import { DataTable } from '#ui/table/data-table.js';
import { FilterForm } from '#ui/table/filter-form.js';
import type { Attempt } from '#web/page-route.js';
import { hrefWith, type View } from '#web/view.js';
import type { PageOf } from '../../domain/page-of.js';
import { Older } from '../older.js';

export interface AuditPageProps {
  readonly view: View;
  readonly attempt: Attempt;
  readonly found: (PageOf<FoundEntry> & { readonly from: IsoDate; readonly through: IsoDate }) | null;
}

/** The audit log for auditors. */
export const AuditPage = ({ view, attempt, found }: AuditPageProps): VNode => (
  <Page {...view.frame} title={view.t(WORDS.title)} width="work">
    <ErrorSummary lang={view.lang} errors={attempt.errors} />
    <h1>{view.t(WORDS.title)}</h1>
    <Lead>{view.t(WORDS.lead)}</Lead>
    <Filter view={view} attempt={attempt} found={found} />
    {found && <Entries view={view} found={found} />}
  </Page>
);

function Filter({ view, attempt, found }: AuditPageProps): VNode {
  const { lang, query } = view;
  const field = fieldsOf({ lang, ...attempt });
  const options = [...actionTitles()].map(([value, title]) => ({ value, label: title })).sort((a, b) => a.label[lang].localeCompare(b.label[lang], lang));
  return (
    <FilterForm lang={lang} clearHref={Object.keys(query).length > 0 ? '/audit' : undefined}>
      <DateField {...field('from', found?.from)} label={WORDS.from} />
      <DateField {...field('through', found?.through)} label={WORDS.through} />
      <SelectField {...field('action', query['action'])} label={WORDS.action} emptyOption={WORDS.anyAction} options={options} />
      <TextField {...field('actor', query['actor'])} label={WORDS.actor} hint={WORDS.actorHint} optional />
    </FilterForm>
  );
}

const Entries = ({ view, found: { rows, next } }: { view: View; found: PageOf<FoundEntry> }): VNode => (
  <>
    <DataTable
      lang={view.lang}
      caption={WORDS.entries}
      rows={rows}
      rowKey={(one) => one.id}
      empty={{ title: WORDS.none, hint: WORDS.noneHint }}
      columns={[
        { key: 'at', header: WORDS.at, rowHeader: true, cell: (one) => instant(one.at) },
        { key: 'actor', header: WORDS.actor, cell: (one) => <Who view={view} one={one} /> },
        { key: 'action', header: WORDS.action, cell: (one) => <What view={view} one={one} /> },
        { key: 'reason', header: WORDS.reason, cell: (one) => one.reason ?? '' },
        { key: 'subjects', header: WORDS.subjects, number: true, cell: (one) => one.subjectCount },
        { key: 'facts', header: WORDS.facts, cell: (one) => Object.entries(one.facts).filter(([, value]) => value !== null).map(([name, value]) => <div key={name}>{`${name}: ${plain(value)}`}</div>) },
        { key: 'sealed', header: WORDS.sealed, cell: (one) => view.t(one.sealed ? WORDS.yes : WORDS.notYet) },
      ]}
    />
    <Older view={view} by="after" next={next} />
  </>
);

const Who = ({ view, one }: { view: View; one: FoundEntry }): VNode => (
  <>
    {one.actorId ? <a href={hrefWith(view, { actor: one.actorId, after: undefined })}>{one.actorId}</a> : view.t(WORDS.anonymous)}
    {one.actingRole && <div class="hint">{`${one.actingRole}, ${one.actingOrganisation ?? ''}`}</div>}
  </>
);

const What = ({ view, one }: { view: View; one: FoundEntry }): VNode => (
  <>
    {view.t(titleOfAction(one.action))} {one.outcome === 'refused' && <StatusTag tone="danger">{view.t(WORDS.refused)}</StatusTag>}
  </>
);

const plain = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));

const WORDS = {
  title: { lv: 'Audita žurnāls', en: 'Audit log' },
  lead: {
    lv: 'Kas, kad un ko programmā darījis vai skatījies. Arī šī meklēšana tiek ierakstīta žurnālā.',
    en: 'Who did or looked at what, and when. This search is logged too.',
  },
  from: { lv: 'No dienas', en: 'From day' },
  through: { lv: 'Līdz dienai (ieskaitot)', en: 'Through day' },
  action: { lv: 'Darbība', en: 'Action' },
  anyAction: { lv: 'Jebkura darbība', en: 'Any action' },
  actor: { lv: 'Darītājs', en: 'Actor' },
  actorHint: { lv: 'Lietotāja vai darba identifikators', en: 'Identifier of a user or a job' },
  entries: { lv: 'Ieraksti, jaunākie vispirms', en: 'Entries, newest first' },
  at: { lv: 'Laiks', en: 'Time' },
  reason: { lv: 'Iemesls', en: 'Reason' },
  subjects: { lv: 'Personu skaits', en: 'People concerned' },
  facts: { lv: 'Dati', en: 'Facts' },
  sealed: { lv: 'Iekļauts jaucējķēdē', en: 'In the hash chain' },
  yes: { lv: 'jā', en: 'yes' },
  notYet: { lv: 'vēl ne', en: 'not yet' },
  refused: { lv: 'atteikts', en: 'refused' },
  anonymous: { lv: 'nepierakstījies', en: 'not signed in' },
  none: { lv: 'Ierakstu nav', en: 'There are no entries' },
  noneHint: { lv: 'Izvēlieties garāku laika posmu vai citu darbību.', en: 'Choose a longer period or another action.' },
} as const satisfies Record<string, Text>;
