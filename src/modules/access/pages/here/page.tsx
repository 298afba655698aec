import type { VNode } from 'preact';
import type { Lang, Text } from '#kernel/text.js';
import { isNowhere } from '#platform/actions/actor.js';
import { scopeOf } from '#platform/actions/permission.js';
import { Button, ButtonLink, ButtonRow } from '#ui/form/button.js';
import { DateField } from '#ui/form/date-field.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { FileField } from '#ui/form/file-field.js';
import { Form } from '#ui/form/form.js';
import { SelectField } from '#ui/form/select-field.js';
import { TextArea } from '#ui/form/text-area.js';
import { TextField } from '#ui/form/text-field.js';
import { Lead } from '#ui/lead.js';
import { Page } from '#ui/page.js';
import { DataTable } from '#ui/table/data-table.js';
import { FilterForm } from '#ui/table/filter-form.js';
import type { Attempt } from '#web/page-route.js';
import { orderKept, pagingByKey, sortingOf } from '#web/list-links.js';
import { hrefWith, type View } from '#web/view.js';
import type { GrantRow, PlaceChoice, RightsHere } from '../../actions/here.js';
import { writtenPlace } from '../../actions/place-input.js';
import { roleChoices } from '../../domain/role-choices.js';
import { grantRights } from '../../permissions.js';
import type { RoleRow } from '../../actions/roles.js';
import { grantColumns, WhichGrant } from '../grant-cells.js';
import { EditionField, EqualTotals, mapColumns } from '../map-columns.js';
import { WORDS } from '../words.js';

const roleOptions = (roles: readonly RoleRow[]) => roles.map((role) => ({ value: role.code, label: { lv: role.titleLv, en: role.titleEn } }));
const placeOptions = (places: readonly PlaceChoice[]) => places.map(({ place, name }) => ({ value: writtenPlace(place), label: name }));

export function HerePage({ view, here }: { view: View; here: RightsHere }): VNode {
  const { lang, t } = view;
  const field = fieldsOf({ lang, values: view.query, errors: [] });
  const mayGrant = !isNowhere(scopeOf(view.actor, grantRights));
  const file = (format: string) => hrefWith({ path: '/access/here/export', query: view.query }, { format, after: undefined, seen: undefined });
  return (
    <Page {...view.frame} title={t(WORDS.here)} width="work">
      <h1>{t(WORDS.here)}</h1>
      {mayGrant && (
        <ButtonRow>
          <ButtonLink href="/access/grants/new">{t(GIVE)}</ButtonLink>
        </ButtonRow>
      )}
      <FilterForm lang={lang} clearHref="/access/here" hidden={orderKept(view)}>
        <TextField {...field('words')} label={WORDS.name} width="medium" optional />
        <SelectField {...field('place')} label={WORDS.place} emptyOption={ALL_PLACES} options={placeOptions(here.places)} optional />
        <SelectField {...field('role')} label={WORDS.role} emptyOption={ALL_ROLES} options={roleOptions(here.roles)} optional />
        <DateField {...field('on', here.day)} label={ON} optional />
        <EditionField {...field('edition')} editions={here.editions} />
      </FilterForm>
      <EqualTotals view={view} maps={here.maps} total={here.total} />
      <DataTable
        lang={lang}
        caption={WORDS.here}
        captionHidden
        rows={here.grants}
        rowKey={(grant) => grant.id}
        empty={{ title: NOBODY, hint: NOBODY_HINT }}
        sort={sortingOf(view, here.order)}
        paging={pagingByKey(view, { shown: here.grants.length, total: here.total, next: here.next })}
        exports={{ xlsx: file('xlsx'), csv: file('csv') }}
        columns={[
          { key: 'user', header: WORDS.user, sort: true, rowHeader: true, cell: (grant) => `${grant.userName} (${grant.login})` },
          ...grantColumns(view).map((column) => ({ ...column, key: KEYS[column.key]?.[lang] ?? column.key, sort: SORTED.has(column.key), rowHeader: false })),
          ...mapColumns<GrantRow>(view, here.maps),
          ...(mayGrant ? [{ key: 'end', header: END, cell: (grant: GrantRow) => (grant.validTo !== null && grant.validTo <= view.today ? '' : <a href={`/access/grants/${grant.id}/end`}>{t(END)}</a>) }] : []),
        ]}
      />
      <p>
        <a href={hrefWith({ path: '/reports/rights-on-a-day', query: { on: here.day, role: view.query['role'] ?? '', edition: view.query['edition'] ?? '' } }, {})}>{t(AS_REPORT)}</a>
      </p>
    </Page>
  );
}

/** By which columns of rights the list can be sorted, and the one that stands in order of another word in each language. */
const SORTED = new Set(['role', 'place', 'period']);
const KEYS: Readonly<Record<string, Readonly<Record<Lang, string>>>> = { role: { lv: 'roleLv', en: 'roleEn' } };

export function GivePage({ view, attempt, places, roles }: { view: View; attempt: Attempt; places: readonly PlaceChoice[]; roles: readonly RoleRow[] }): VNode {
  const { lang, t } = view;
  const field = fieldsOf({ lang, ...attempt });
  // Only those with rights everywhere have too many institutions to choose from.
  const { everywhere } = scopeOf(view.actor, grantRights);
  return (
    <Page {...view.frame} title={t(GIVE)} breadcrumbs={[{ text: WORDS.here, href: '/access/here' }, { text: GIVE }]}>
      <ErrorSummary lang={lang} errors={attempt.errors} />
      <h1>{t(GIVE)}</h1>
      <Form csrf={view.csrf} upload>
        <TextField {...field('login', view.query['login'])} label={WORDS.login} autoComplete="off" width="medium" />
        <SelectField {...field('roleCode')} label={WORDS.role} hint={ROLE_HINT} emptyOption={CHOOSE} options={roleChoices(roles)} />
        <SelectField {...field('place')} label={WORDS.place} emptyOption={CHOOSE} options={[...(everywhere ? [{ value: 'institution', label: WORDS.institution }] : []), ...placeOptions(places)]} />
        {everywhere && <TextField {...field('regNr')} label={WORDS.regNr} hint={WORDS.regNrHint} inputMode="numeric" width="medium" optional />}
        <DateField {...field('from', view.today)} label={WORDS.from} min={view.today} />
        <DateField {...field('to')} label={WORDS.to} optional />
        <TextArea {...field('basis')} label={WORDS.basis} hint={BASIS_HINT} rows={3} />
        <FileField {...field('file')} label={WORDS.attachment} optional />
        <ButtonRow>
          <Button>{t(GIVE)}</Button>
        </ButtonRow>
      </Form>
    </Page>
  );
}

export function EndPage({ view, grant, attempt }: { view: View; grant: GrantRow; attempt: Attempt }): VNode {
  const { lang, t } = view;
  const field = fieldsOf({ lang, ...attempt });
  return (
    <Page {...view.frame} title={t(END_TITLE)} breadcrumbs={[{ text: WORDS.here, href: '/access/here' }, { text: END_TITLE }]}>
      <ErrorSummary lang={lang} errors={attempt.errors} />
      <h1>{t(END_TITLE)}</h1>
      <Lead>{t(END_LEAD)}</Lead>
      <WhichGrant view={view} grant={grant} />
      <Form csrf={view.csrf}>
        <DateField {...field('on', view.today)} label={END_ON} min={view.today} />
        <TextArea {...field('why')} label={WORDS.endWhy} rows={2} />
        <ButtonRow>
          <Button variant="danger">{t(END)}</Button>
        </ButtonRow>
      </Form>
    </Page>
  );
}

const GIVE: Text = { lv: 'Piešķirt tiesības', en: 'Give a right' };
const ALL_PLACES: Text = { lv: 'Visas', en: 'All' };
const ALL_ROLES: Text = { lv: 'Visas', en: 'All' };
const ON: Text = { lv: 'Diena', en: 'Day' };
const NOBODY: Text = { lv: 'Šādu tiesību tajā dienā nevienam nav.', en: 'Nobody holds such rights on that day.' };
const NOBODY_HINT: Text = { lv: 'Mainiet dienu, vietu vai lomu.', en: 'Change the day, the place or the role.' };
const AS_REPORT: Text = { lv: 'Pieprasīt visas šīs dienas tiesības kā pārskatu', en: 'Ask for all rights of this day as a report' };
const CHOOSE: Text = { lv: 'Izvēlieties', en: 'Choose' };
const ROLE_HINT: Text = { lv: 'Sadalītas pēc tā, kur tās var piešķirt; vietu izvēlieties zemāk', en: 'Grouped by where they can be given; choose the place below' };
const BASIS_HINT: Text = { lv: 'Iesniegums, rīkojums vai līgums, uz kura pamata piešķir', en: 'The application, order or contract on which it is given' };
const END: Text = { lv: 'Izbeigt', en: 'End' };
const END_TITLE: Text = { lv: 'Izbeigt tiesības', en: 'End a right' };
const END_LEAD: Text = { lv: 'Tiesības beidzas norādītās dienas sākumā. Kas bija līdz tam, paliek redzams.', en: 'The right ends at the beginning of the day given. What was until then stays readable.' };
const END_ON: Text = { lv: 'Beidzas', en: 'Ends on' };
