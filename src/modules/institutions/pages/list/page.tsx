import type { VNode } from 'preact';
import { type IsoDate, readableDay } from '#kernel/iso-date.js';
import { readablePeriod } from '#kernel/period.js';
import { fill, type Text } from '#kernel/text.js';
import { isNowhere } from '#platform/actions/actor.js';
import { scopeOf } from '#platform/actions/permission.js';
import { counted } from '#ui/format.js';
import { ButtonLink, ButtonRow } from '#ui/form/button.js';
import { DateField } from '#ui/form/date-field.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { LiveResults } from '#ui/form/live-results.js';
import { SearchField } from '#ui/form/search-field.js';
import { SelectField } from '#ui/form/select-field.js';
import { Page } from '#ui/page.js';
import { type Column, DataTable } from '#ui/table/data-table.js';
import { FilterForm } from '#ui/table/filter-form.js';
import type { Attempt } from '#web/page-route.js';
import { orderKept, pagingByKey, sortingOf } from '#web/list-links.js';
import { hrefWith, type View } from '#web/view.js';
import type { FoundInstitutions } from '../../actions/find-institutions.js';
import { registerInstitutionsPermission } from '../../permissions.js';
import { FOUNDER_TYPE_WORDS, named, optionsOf, WORDS } from '../words.js';

/** The public list of institutions as of a day, searched by words and narrowed by filters. */
export function ListPage({ view, found }: { view: View; found: FoundInstitutions }): VNode {
  const { t, lang, query } = view;
  const { q = '', after: _after, seen: _seen, lang: _lang, ...filters } = query;
  return (
    <Page {...view.frame} title={t(WORDS.institutions)} width="work" islands={['live-search']}>
      <h1>{t(WORDS.institutions)}</h1>
      {!isNowhere(scopeOf(view.actor, registerInstitutionsPermission)) && (
        <ButtonRow>
          <ButtonLink href="/institutions/register" variant="secondary">{t(REGISTER)}</ButtonLink>
        </ButtonRow>
      )}
      <SearchField lang={lang} name="q" label={SEARCH} hint={SEARCH_HINT} value={q} action={view.path} hidden={filters} live="results" />
      <Filters view={view} found={found} />
      <LiveResults id="results" count={`${counted(found.total, COUNT, lang)}, ${readableDay(found.on)}`}>
        <DataTable
          lang={lang}
          caption={WORDS.institutions}
          captionHidden
          columns={columnsOf(view, found)}
          rows={found.institutions}
          rowKey={(row) => row.regNr}
          sort={sortingOf(view, found.order)}
          paging={pagingByKey(view, { shown: found.institutions.length, total: found.total, next: found.next })}
          exports={{ xlsx: exportHref(view, 'xlsx'), csv: exportHref(view, 'csv') }}
          empty={{ title: NOTHING, hint: NOTHING_HINT, action: <a href={view.path}>{t(SHOW_ALL)}</a> }}
        />
      </LiveResults>
      <p>
        <a href={hrefWith({ path: '/reports/institution-register', query: query['on'] ? { on: query['on'] } : {} }, {})}>{t(WHOLE_REGISTER)}</a>
      </p>
    </Page>
  );
}

/** The same page where a filter was wrong: what was asked, and what is wrong with it. */
export const WrongFilters = ({ view, attempt }: { view: View; attempt: Attempt }): VNode => {
  const field = fieldsOf({ lang: view.lang, ...attempt });
  return (
    <Page {...view.frame} title={view.t(WORDS.institutions)} width="work">
      <ErrorSummary lang={view.lang} errors={attempt.errors.map((error) => (error.field === 'on' ? error : { ...error, field: '' }))} />
      <h1>{view.t(WORDS.institutions)}</h1>
      <FilterForm lang={view.lang} clearHref={view.path}>
        <DateField {...field('on')} label={DAY} />
      </FilterForm>
    </Page>
  );
};

function Filters({ view, found }: { view: View; found: FoundInstitutions }): VNode {
  const { lang, query, path } = view;
  const field = fieldsOf({ lang, values: query, errors: [] });
  const isFiltered = ['on', 'edition', 'atvk', 'kind', 'founder', 'state'].some((name) => query[name]);
  return (
    <FilterForm lang={lang} clearHref={isFiltered ? path : undefined} hidden={{ ...(query['q'] && { q: query['q'] }), ...orderKept(view) }}>
      <DateField {...field('on', found.on)} label={DAY} min="2009-07-01" />
      <SelectField {...field('edition')} label={MAP} emptyOption={OF_THE_DAY} options={mapChoices(found)} />
      <SelectField {...field('atvk')} label={WORDS.municipality} emptyOption={ALL_FEMININE} options={found.units.map((unit) => ({ value: unit.atvk, label: unit.name }))} />
      <SelectField {...field('kind')} label={WORDS.kind} emptyOption={ALL} options={found.kinds.map((kind) => ({ value: kind.code, label: named(kind, lang) }))} />
      <SelectField {...field('founder')} label={WORDS.actualFounder} emptyOption={ALL} options={optionsOf(FOUNDER_TYPE_WORDS)} />
      <SelectField {...field('state', 'open')} label={STATE} options={optionsOf(STATES)} />
    </FilterForm>
  );
}

/** Maps to choose from, the present one first, each with the days it holds. */
const mapChoices = ({ editions }: FoundInstitutions) =>
  editions.map((from, at) => ({ value: from, label: { lv: readablePeriod({ from, to: editions[at + 1] ?? null }, 'lv'), en: readablePeriod({ from, to: editions[at + 1] ?? null }, 'en') } })).toReversed();

function columnsOf(view: View, { on, edition }: FoundInstitutions): Column<FoundInstitutions['institutions'][number]>[] {
  const onDay = view.query['on'] ? `?on=${on}` : '';
  return [
    { key: 'name', header: WORDS.name, sort: true, rowHeader: true, cell: (row) => <a href={`/institutions/${row.regNr}${onDay}`}>{row.name}</a> },
    { key: view.lang === 'lv' ? 'typeLv' : 'typeEn', header: WORDS.type, sort: true, cell: (row) => named({ nameLv: row.typeLv, nameEn: row.typeEn }, view.lang) },
    { key: 'unit', header: view.query['edition'] ? fill(ON_MAP, { edition: readableDay(edition) }) : WORDS.municipality, sort: true, cell: (row) => [row.unit ?? view.t(UNDECIDED), row.part].filter(Boolean).join(', ') },
    { key: 'founder', header: WORDS.actualFounder, sort: true, cell: (row) => row.founder ?? '–' },
    { key: 'regNr', header: WORDS.regNr, sort: true, cell: (row) => row.regNr },
    ...(view.query['state'] && view.query['state'] !== 'open' ? [{ key: 'closed', header: WORDS.closedOn, sort: true, cell: (row: { closedOn: IsoDate | null }) => (row.closedOn ? readableDay(row.closedOn) : '') }] : []),
  ];
}

const exportHref = (view: View, format: string): string => hrefWith({ path: `${view.path}/export`, query: view.query }, { format, after: undefined, seen: undefined });

const SEARCH: Text = { lv: 'Meklēt iestādi', en: 'Search for an institution' };
const SEARCH_HINT: Text = { lv: 'Jebkad lietots nosaukums, numurs vai vieta; garumzīmes var nerakstīt', en: 'Any name ever used, number or place; diacritics may be left out' };
const REGISTER: Text = { lv: 'Reģistrēt jaunu iestādi', en: 'Register a new institution' };
const DAY: Text = { lv: 'Kāds reģistrs bija šajā dienā', en: 'The register as of the day' };
const MAP: Text = { lv: 'Pašvaldību karte', en: 'Map of municipalities' };
const OF_THE_DAY: Text = { lv: 'Šīs dienas karte', en: 'The map of the day' };
const ON_MAP: Text = { lv: 'Pašvaldība kartē no {edition}', en: 'Municipality on the map from {edition}' };
const STATE: Text = { lv: 'Stāvoklis', en: 'State' };
const STATES = { open: { lv: 'Darbojas', en: 'Open' }, closed: { lv: 'Slēgtas', en: 'Closed' }, all: { lv: 'Visas', en: 'All' } } as const;
const ALL: Text = { lv: 'Visi', en: 'All' };
const ALL_FEMININE: Text = { lv: 'Visas', en: 'All' };
const UNDECIDED: Text = { lv: 'nav nosakāma', en: 'cannot be told' };
const WHOLE_REGISTER: Text = { lv: 'Pieprasīt visu reģistru ar adresēm un dibinātājiem kā datni', en: 'Ask for the whole register with addresses and founders as a file' };
const NOTHING: Text = { lv: 'Neviena iestāde neatbilst meklētajam', en: 'No institution matches' };
const NOTHING_HINT: Text = { lv: 'Rakstiet mazāk vārdu, izvēlieties citu dienu vai noņemiet atlasi.', en: 'Write fewer words, choose another day, or clear the filters.' };
const SHOW_ALL: Text = { lv: 'Rādīt visas iestādes', en: 'Show all institutions' };
const COUNT = { lv: ['iestāde', 'iestādes'], en: ['institution', 'institutions'] } as const;
