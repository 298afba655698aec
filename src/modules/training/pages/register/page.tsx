import type { VNode } from 'preact';
import { writtenPlace } from '#modules/access/public.js';
import { readableDay } from '#kernel/iso-date.js';
import type { Text } from '#kernel/text.js';
import { SelectField } from '#ui/form/select-field.js';
import { TextField } from '#ui/form/text-field.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { Page } from '#ui/page.js';
import { DataTable } from '#ui/table/data-table.js';
import { FilterForm } from '#ui/table/filter-form.js';
import { Tabs } from '#ui/tabs.js';
import { keyPaging } from '#web/key-paging.js';
import { hrefWith, type View } from '#web/view.js';
import type { Register, Waiting } from '../../actions/register.js';
import { resultColumns } from '../result-cells.js';
import { roleOf, titleOf, WORDS } from '../words.js';

export function RegisterPage({ view, register }: { view: View; register: Register }): VNode {
  const { lang, t } = view;
  const field = fieldsOf({ lang, values: view.query, errors: [] });
  const file = (format: string) => hrefWith({ path: '/training/register/export', query: view.query }, { format, after: undefined, seen: undefined });
  return (
    <Page {...view.frame} title={t(WORDS.register)} width="work">
      <h1>{t(WORDS.register)}</h1>
      <Sides view={view} />
      <FilterForm lang={lang} clearHref="/training/register">
        <TextField {...field('words')} label={WORDS.name} width="medium" optional />
        <SelectField {...field('place')} label={WORDS.place} emptyOption={ALL_PLACES} options={register.places.map(({ place, name }) => ({ value: writtenPlace(place), label: name }))} optional />
        <SelectField {...field('course')} label={WORDS.course} emptyOption={WORDS.all} options={register.courses.map((course) => ({ value: course.courseId, label: titleOf(course) }))} optional />
        <SelectField {...field('state')} label={WORDS.state} emptyOption={WORDS.all} options={STATES} optional />
      </FilterForm>
      <DataTable
        lang={lang}
        caption={WORDS.register}
        captionHidden
        rows={register.results}
        rowKey={(result) => result.id}
        empty={{ title: NOTHING, hint: NOTHING_HINT }}
        paging={keyPaging(view, { shown: register.results.length, total: register.total, next: register.next })}
        exports={{ xlsx: file('xlsx'), csv: file('csv') }}
        columns={[
          { key: 'user', header: WORDS.user, rowHeader: true, cell: (result) => `${result.userName} (${result.login})` },
          { key: 'place', header: WORDS.workplace, cell: (result) => result.place ?? '–' },
          ...resultColumns(view).map((column) => ({ ...column, rowHeader: false })),
        ]}
      />
    </Page>
  );
}

export function WaitingPage({ view, waiting }: { view: View; waiting: Waiting }): VNode {
  const { lang, t } = view;
  const field = fieldsOf({ lang, values: view.query, errors: [] });
  const file = (format: string) => hrefWith({ path: '/training/waiting/export', query: view.query }, { format, after: undefined, seen: undefined });
  return (
    <Page {...view.frame} title={t(WORDS.waiting)} width="work">
      <h1>{t(WORDS.waiting)}</h1>
      <Sides view={view} />
      <FilterForm lang={lang} clearHref="/training/waiting">
        <TextField {...field('words')} label={WORDS.name} width="medium" optional />
      </FilterForm>
      <DataTable
        lang={lang}
        caption={WORDS.waiting}
        captionHidden
        rows={waiting.waiting}
        rowKey={(row) => row.requirementId + row.userId}
        empty={{ title: NOBODY_WAITS, hint: NOBODY_WAITS_HINT }}
        paging={keyPaging(view, { shown: waiting.waiting.length, total: waiting.total, next: waiting.next })}
        exports={{ xlsx: file('xlsx'), csv: file('csv') }}
        columns={[
          { key: 'user', header: WORDS.user, rowHeader: true, cell: (row) => `${row.userName} (${row.login})` },
          { key: 'role', header: WORDS.role, cell: (row) => t(roleOf(row)) },
          { key: 'place', header: WORDS.place, cell: (row) => row.place ?? t(WORDS.country) },
          { key: 'course', header: WORDS.course, cell: (row) => t(titleOf(row)) },
          { key: 'from', header: ASKED_FROM, cell: (row) => readableDay(row.validFrom) },
        ]}
      />
    </Page>
  );
}

const Sides = ({ view }: { view: View }): VNode => (
  <Tabs
    lang={view.lang}
    label={WORDS.register}
    items={[
      { href: '/training/register', text: WORDS.register, current: view.path === '/training/register' },
      { href: '/training/waiting', text: WORDS.waiting, current: view.path === '/training/waiting' },
    ]}
  />
);

const ALL_PLACES: Text = { lv: 'Visas', en: 'All' };
const STATES = [
  { value: 'valid', label: { lv: 'Derīgs', en: 'Valid' } },
  { value: 'ends-soon', label: { lv: 'Beigsies 14 dienās', en: 'Ends within 14 days' } },
  { value: 'ended', label: { lv: 'Termiņš beidzies', en: 'No longer valid' } },
  { value: 'failed', label: { lv: 'Nav nokārtots', en: 'Not passed' } },
];
const NOTHING: Text = { lv: 'Šādu mācību reģistrā nav.', en: 'The register has no such training.' };
const NOTHING_HINT: Text = { lv: 'Mainiet vārdu, vietu, kursu vai stāvokli.', en: 'Change the name, the place, the course or the state.' };
const NOBODY_WAITS: Text = { lv: 'Neviena tiesības negaida mācības.', en: 'Nobody’s rights wait for training.' };
const NOBODY_WAITS_HINT: Text = { lv: 'Šeit redzami lietotāji, kas vēl nav apguvuši savām tiesībām noteikto kursu.', en: 'Users who have not yet taken the course that their rights ask for are listed here.' };
export const ASKED_FROM: Text = { lv: 'Prasa no', en: 'Asked for from' };
