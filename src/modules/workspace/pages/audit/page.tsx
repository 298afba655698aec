import type { VNode } from 'preact';
import { inOrderOf } from '#kernel/latvian-order.js';
import { same, type Text } from '#kernel/text.js';
import { actionTitles, titleOfAction } from '#platform/actions/action-titles.js';
import { type NamedThing, roleInWords } from '#platform/actions/directory.js';
import { reasonInWords } from '#platform/audit/reason-words.js';
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
import type { FoundLog } from '../../actions/search-log.js';
import { factLines } from '../../domain/fact-lines.js';
import { valueInWords } from '../../domain/log-values.js';
import { Older } from '../older.js';
import { HowToRead } from './how-to-read.js';

export interface AuditPageProps {
  readonly view: View;
  readonly attempt: Attempt;
  readonly found: FoundLog | null;
}

/** The audit log for auditors. */
export const AuditPage = ({ view, attempt, found }: AuditPageProps): VNode => (
  <Page {...view.frame} title={view.t(WORDS.title)} width="work">
    <ErrorSummary lang={view.lang} errors={attempt.errors} />
    <h1>{view.t(WORDS.title)}</h1>
    <Lead>{view.t(WORDS.lead)}</Lead>
    <HowToRead view={view} />
    <Filter view={view} attempt={attempt} found={found} />
    {found && <Entries view={view} found={found} />}
  </Page>
);

function Filter({ view, attempt, found }: AuditPageProps): VNode {
  const { lang, query } = view;
  const field = fieldsOf({ lang, ...attempt });
  const options = actionTitles().map(({ name, title }) => ({ value: name, label: title })).sort((a, b) => inOrderOf(lang)(a.label[lang], b.label[lang]));
  return (
    <FilterForm lang={lang} clearHref={Object.keys(query).length > 0 ? '/audit' : undefined}>
      <DateField {...field('from', found?.from)} label={WORDS.from} />
      <DateField {...field('through', found?.through)} label={WORDS.through} />
      <SelectField {...field('action', query['action'])} label={WORDS.action} emptyOption={WORDS.anyAction} options={options} />
      <TextField {...field('actor', query['actor'])} label={WORDS.actor} hint={WORDS.actorHint} optional />
      <SelectField {...field('unit', query['unit'])} label={WORDS.unit} hint={WORDS.unitHint} emptyOption={WORDS.anyUnit} options={(found?.municipalities ?? []).map(({ unitId, name }) => ({ value: String(unitId), label: name }))} optional />
      <TextField {...field('institution', query['institution'])} label={WORDS.institution} hint={WORDS.institutionHint} optional />
    </FilterForm>
  );
}

const Entries = ({ view, found }: { view: View; found: FoundLog }): VNode => (
  <>
    <DataTable
      lang={view.lang}
      caption={WORDS.entries}
      rows={found.rows}
      rowKey={(one) => one.id}
      empty={{ title: WORDS.none, hint: WORDS.noneHint }}
      columns={[
        { key: 'at', header: WORDS.at, rowHeader: true, cell: (one) => <When view={view} one={one} /> },
        { key: 'actor', header: WORDS.actor, cell: (one) => <Who view={view} one={one} found={found} /> },
        { key: 'action', header: WORDS.action, cell: (one) => <What view={view} one={one} /> },
        { key: 'reason', header: WORDS.reason, cell: (one) => one.reason && reasonOf(view, one.reason) },
        { key: 'subjects', header: WORDS.subjects, number: true, cell: (one) => one.subjectCount || null },
        { key: 'facts', header: WORDS.facts, cell: (one) => factsOf(view, one, found) },
      ]}
    />
    <Older view={view} by="after" next={found.next} />
  </>
);

const When = ({ view, one }: { view: View; one: FoundEntry }): VNode => (
  <>
    {instant(one.at)}
    {!one.sealed && <div class="hint">{view.t(WORDS.notSealed)}</div>}
  </>
);

/** Users by their names; who came by an entry of signing in stands in its facts. */
function Who({ view, one, found: { users, roles } }: { view: View; one: FoundEntry; found: FoundLog }): VNode {
  const id = one.actorId ?? signedInBy(one);
  const user = id === null ? undefined : users.get(id);
  const name = user ? nameOf(user) : view.t(one.actorKind === 'system' ? WORDS.program : one.actorKind === 'machine' ? WORDS.machine : WORDS.anonymous);
  return (
    <>
      {id === null ? name : <a href={hrefWith(view, { actor: user?.login ?? id, after: undefined })}>{name}</a>}
      {one.actorKind === 'machine' && !user && <div class="hint">{one.actorId}</div>}
      {one.actingRole && <div class="hint">{`${view.t(roleInWords(one.actingRole, roles))}, ${one.actingOrganisation === WORDS.country.lv ? view.t(WORDS.country) : one.actingOrganisation}`}</div>}
    </>
  );
}

const nameOf = ({ name, login }: { name: string; login: string }) => `${name} (${login})`;

const signedInBy = ({ actorKind, facts }: FoundEntry) => (actorKind === 'anonymous' && typeof facts['user'] === 'string' ? facts['user'] : null);

/** A reason chosen from a list of persons or of the log's own codes; one that was typed stays as it is. */
const reasonOf = ({ t }: View, reason: string) => {
  const words = t(reasonInWords(reason));
  return words === reason ? t(valueInWords(reason)) : words;
};

function factsOf({ lang }: View, one: FoundEntry, { users, roles, things }: FoundLog): string {
  const facts = signedInBy(one) === null ? one.facts : { ...one.facts, user: null };
  const lines = factLines(facts, lang, (key, value) => {
    const user = users.get(value);
    if (user) return same(nameOf(user));
    if (key === 'action') return titleOfAction(value);
    if (ROLE_KEYS.has(key)) return roles.find(({ code }) => code === value) ?? undefined;
    if (UNIT_KEYS.has(key)) return things.get(`unit ${value}`);
    if (SUBJECT_KEYS.has(key)) return things.get(`subject ${value}`);
    if (PROGRAMME_KEYS.has(key)) return things.get(`programme ${value}`);
    const words = reasonInWords(value);
    const thing = BY_UUID.map((kind) => things.get(`${kind} ${value}`)).find(Boolean);
    return thing ?? (words[lang] === value ? undefined : words);
  });
  return lines.map(({ name, value }) => `${name}: ${value}`).join(' · ');
}

const BY_UUID = ['grant', 'requirement', 'institution', 'course', 'class', 'education-record', 'intake', 'client', 'connection'] as const satisfies readonly NamedThing['kind'][];
const ROLE_KEYS: ReadonlySet<string> = new Set(['role', 'roleCode']);
/** Subjects and municipalities are numbered; elsewhere a number counts. */
const SUBJECT_KEYS: ReadonlySet<string> = new Set(['subject', 'subjectId']);
const PROGRAMME_KEYS: ReadonlySet<string> = new Set(['programme', 'programmeCode']);
const UNIT_KEYS: ReadonlySet<string> = new Set(['unit', 'unitId']);

const What = ({ view, one }: { view: View; one: FoundEntry }): VNode => (
  <>
    {view.t(titleOfAction(one.action))} {one.outcome === 'refused' && <StatusTag tone="danger">{view.t(WORDS.refused)}</StatusTag>}
  </>
);

const WORDS = {
  title: { lv: 'Audita žurnāls', en: 'Audit log' },
  lead: {
    lv: 'Kas, kad un ko programmā darījis vai skatījies. Arī šī meklēšana un parādītie lietotāju vārdi tiek ierakstīti žurnālā. Katru ierakstu minūtes laikā aizzīmogo pret labošanu.',
    en: 'Who did or looked at what, and when. This search, and that it names users, is logged too. Each entry is sealed against changes within a minute.',
  },
  from: { lv: 'No dienas', en: 'From day' },
  through: { lv: 'Līdz dienai (ieskaitot)', en: 'Through day' },
  action: { lv: 'Darbība', en: 'Action' },
  anyAction: { lv: 'Jebkura darbība', en: 'Any action' },
  actor: { lv: 'Darītājs', en: 'Actor' },
  actorHint: { lv: 'Lietotājvārds vai vārds', en: 'User name or name' },
  unit: { lv: 'Pašvaldība', en: 'Municipality' },
  unitHint: { lv: 'Kopā ar tās iestādēm', en: 'With its institutions' },
  anyUnit: { lv: 'Jebkura', en: 'Any' },
  institution: { lv: 'Iestāde', en: 'Institution' },
  institutionHint: { lv: 'Numurs vai nosaukums', en: 'Number or name' },
  entries: { lv: 'Ieraksti, jaunākie vispirms', en: 'Entries, newest first' },
  at: { lv: 'Laiks', en: 'Time' },
  reason: { lv: 'Iemesls', en: 'Reason' },
  subjects: { lv: 'Personu skaits', en: 'People concerned' },
  facts: { lv: 'Dati', en: 'Facts' },
  notSealed: { lv: 'vēl nav aizzīmogots', en: 'not sealed yet' },
  country: { lv: 'Latvija', en: 'Latvia' },
  program: { lv: 'Programma pati', en: 'The program itself' },
  machine: { lv: 'Cita sistēma', en: 'Another system' },
  refused: { lv: 'atteikts', en: 'refused' },
  anonymous: { lv: 'nepierakstījies', en: 'not signed in' },
  none: { lv: 'Ierakstu nav', en: 'There are no entries' },
  noneHint: { lv: 'Izvēlieties garāku laika posmu vai citu darbību.', en: 'Choose a longer period or another action.' },
} as const satisfies Record<string, Text>;
