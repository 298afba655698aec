import type { VNode } from 'preact';
import { readableDay } from '#kernel/iso-date.js';
import { fill, type Text } from '#kernel/text.js';
import { unitChoices } from '#modules/territories/public.js';
import { isNowhere } from '#platform/actions/actor.js';
import { scopeOf } from '#platform/actions/permission.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { Button, ButtonLink, ButtonRow } from '#ui/form/button.js';
import { DateField } from '#ui/form/date-field.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { Form } from '#ui/form/form.js';
import { PostButton } from '#ui/form/post-button.js';
import { SelectField } from '#ui/form/select-field.js';
import { TextField } from '#ui/form/text-field.js';
import { Lead } from '#ui/lead.js';
import { Page } from '#ui/page.js';
import { StatusTag } from '#ui/status-tag.js';
import { DataTable } from '#ui/table/data-table.js';
import type { Attempt, RawInput } from '#web/page-route.js';
import type { View } from '#web/view.js';
import type { FoundPersons } from '../../actions/find-persons.js';
import type { SearchChoices } from '../../actions/open-search.js';
import type { Listed } from '../../domain/masking.js';
import { recordPersonsPermission } from '../../permissions.js';
import { ReasonFields } from '../card/reason-form.js';
import { WORDS } from '../words.js';

interface SearchProps {
  readonly view: View;
  readonly choices: SearchChoices;
  readonly attempt: Attempt;
}

export const SearchPage = ({ view, choices, attempt, found }: SearchProps & { readonly found?: FoundPersons }): VNode => (
  <Page {...view.frame} title={view.t(WORDS.persons)} width="work">
    <ErrorSummary lang={view.lang} errors={attempt.errors} />
    <h1>{view.t(WORDS.persons)}</h1>
    <Lead>{view.t(LEAD)}</Lead>
    {!isNowhere(scopeOf(view.actor, recordPersonsPermission)) && (
      <ButtonRow>
        <ButtonLink href="/persons/new" variant="secondary">{view.t(WORDS.register)}</ButtonLink>
      </ButtonRow>
    )}
    <SearchForm view={view} choices={choices} attempt={attempt} />
    {found && <Results view={view} found={found} values={attempt.values} />}
    <p>
      <a href="/reports/residents-by-municipality">{view.t(COUNTS)}</a>
    </p>
  </Page>
);

function SearchForm({ view, choices, attempt }: SearchProps): VNode {
  const field = fieldsOf({ lang: view.lang, ...attempt });
  const units = unitChoices(choices.units, field('atvk').value, view.lang);
  return (
    <Form csrf={view.csrf} action="/persons/search">
      <TextField {...field('code')} label={WORDS.code} width="medium" autoComplete="off" optional />
      <TextField {...field('family')} label={WORDS.family} hint={FAMILY_HINT} width="medium" autoComplete="off" optional />
      <TextField {...field('given')} label={WORDS.given} width="medium" autoComplete="off" optional />
      <DateField {...field('bornOn')} label={WORDS.bornOn} max={view.today} optional />
      <DateField {...field('on')} label={ON} hint={ON_HINT} max={view.today} optional />
      <SelectField {...field('edition')} label={EDITION} emptyOption={OF_THE_DAY} options={choices.editions.map(({ value, text }) => ({ value, label: text }))} optional />
      <SelectField {...field('atvk')} value={units.value} label={MUNICIPALITY} hint={MUNICIPALITY_HINT} emptyOption={ANY} options={units.options} optional />
      <ReasonFields field={field} />
      <Button>{view.t(SEARCH)}</Button>
    </Form>
  );
}

function Results({ view, found, values }: { view: View; found: FoundPersons; values: RawInput }): VNode {
  const { lang, t } = view;
  const why = { reason: wordOf(values, 'reason'), caseReference: wordOf(values, 'caseReference'), on: wordOf(values, 'on'), edition: wordOf(values, 'edition') };
  const home = ({ home: place }: Listed) => (place ? [place.unit, place.part].filter(Boolean).join(', ') : '');
  return (
    <>
      <p>{t(fill(AS_OF, { day: readableDay(found.on), edition: readableDay(found.edition) }))}</p>
      <DataTable
        lang={lang}
        caption={FOUND}
        rows={found.persons}
        rowKey={(row) => row.id}
        empty={{ title: NOBODY, hint: NOBODY_HINT }}
        sort={{
          ...found.order,
          action: '/persons/search',
          csrf: view.csrf,
          hidden: (sort, descending) => ({ ...searchWords(values), sort, order: descending ? 'desc' : 'asc' }),
        }}
        columns={[
          { key: 'name', header: WORDS.name, sort: true, rowHeader: true, cell: (row) => row.name },
          { key: 'code', header: WORDS.code, cell: (row) => row.code ?? '' },
          { key: 'bornOn', header: WORDS.bornOn, sort: true, cell: (row) => (row.bornOn ? readableDay(row.bornOn) : '') },
          { key: 'home', header: WORDS.home, cell: home },
          { key: 'onMap', header: fill(ON_MAP, { edition: readableDay(found.edition) }), cell: (row) => (row.home ? (row.home.onMap ?? t(WORDS.undecided)) : '') },
          { key: 'state', header: STATE, cell: (row) => <State view={view} row={row} /> },
          {
            key: 'open',
            header: CARD,
            cell: (row) => (
              <PostButton action={`/persons/${row.id}/card`} csrf={view.csrf} hidden={why} variant="secondary">
                {t(WORDS.open)}
              </PostButton>
            ),
          },
        ]}
      />
      {found.next && (
        <PostButton action="/persons/search" csrf={view.csrf} hidden={{ ...searchWords(values), sort: found.order.by, order: found.order.descending ? 'desc' : 'asc', after: found.next }} variant="secondary">
          {t(NEXT)}
        </PostButton>
      )}
    </>
  );
}

const State = ({ view, row }: { view: View; row: Listed }): VNode | null => {
  if (row.isProtected) return <StatusTag tone="warning">{view.t(WORDS.protected)}</StatusTag>;
  return row.diedOn ? <StatusTag tone="ended">{view.t(DIED)}</StatusTag> : null;
};

const wordOf = (values: RawInput, name: string) => (typeof values[name] === 'string' ? values[name] : '');
const searchWords = (values: RawInput) =>
  Object.fromEntries(['code', 'family', 'given', 'bornOn', 'on', 'edition', 'atvk', 'reason', 'caseReference'].map((name) => [name, wordOf(values, name)]));

const LEAD: Text = {
  lv: 'Meklējiet pēc personas koda, uzvārda vai dzimšanas datuma. Katru meklēšanu reģistrē, un persona to redzēs.',
  en: 'Search by personal code, family name or date of birth. Each search is logged, and the person will see it.',
};
const FAMILY_HINT: Text = { lv: 'Vismaz divi pirmie burti; garumzīmes un mīkstinājuma zīmes nav svarīgas', en: 'At least the first two letters; diacritics do not matter' };
const ON: Text = { lv: 'Kāds reģistrs bija šajā dienā', en: 'The register as of the day' };
const ON_HINT: Text = { lv: 'Vārdi, kodi un dzīvesvietas, kādi tie bija šajā dienā; tukšs – šodiena', en: 'Names, codes and addresses as they were on the day; empty: today' };
const EDITION: Text = { lv: 'Pašvaldību karte', en: 'Map of municipalities' };
const OF_THE_DAY: Text = { lv: 'Šīs dienas karte', en: 'The map of the day' };
const MUNICIPALITY: Text = { lv: 'Pašvaldība', en: 'Municipality' };
const MUNICIPALITY_HINT: Text = { lv: 'Izvēlētās kartes pašvaldība, kurā bija deklarētā dzīvesvieta', en: 'The municipality of the chosen map in which the declared address lay' };
const ANY: Text = { lv: 'Jebkura', en: 'Any' };
const AS_OF: Text = { lv: 'Kā reģistrā bija {day}; pašvaldības kartē, kas spēkā no {edition}', en: 'As the register stood on {day}; municipalities on the map in force from {edition}' };
const ON_MAP: Text = { lv: 'Pašvaldība kartē no {edition}', en: 'Municipality on the map from {edition}' };
const SEARCH: Text = { lv: 'Meklēt', en: 'Search' };
const FOUND: Text = { lv: 'Atrastās personas', en: 'Persons found' };
const STATE: Text = { lv: 'Statuss', en: 'State' };
const CARD: Text = { lv: 'Kartīte', en: 'Card' };
const NEXT: Text = { lv: 'Nākamā lapa', en: 'Next page' };
const DIED: Text = { lv: 'Mirusi persona', en: 'Deceased' };
const COUNTS: Text = { lv: 'Pieprasīt iedzīvotāju skaitu pašvaldībās pa vecuma grupām kā datni', en: 'Ask for the numbers of residents by municipality and age group as a file' };
const NOBODY: Text = { lv: 'Neviena persona nav atrasta', en: 'Nobody found' };
const NOBODY_HINT: Text = {
  lv: 'Pārbaudiet rakstību vai norādiet mazāk burtu. Tiek rādītas tikai personas, kuru datus jums ir tiesības skatīt.',
  en: 'Check the spelling or give fewer letters. Only people whose data you may see are shown.',
};
