import type { VNode } from 'preact';
import { yearOf } from '#kernel/iso-date.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { SelectField } from '#ui/form/select-field.js';
import { TextField } from '#ui/form/text-field.js';
import { FilterForm } from '#ui/table/filter-form.js';
import { WHOSE } from '../../actions/show-calendar.js';
import type { CalendarPageProps } from './page.js';
import { WORDS } from './words.js';

/** Which year's calendar is drawn, and for whom. */
export function YearChoice({ view, shown, attempt }: CalendarPageProps): VNode {
  const field = fieldsOf({ lang: view.lang, ...attempt });
  return (
    <FilterForm lang={view.lang} clearHref={Object.keys(view.query).length > 0 ? '/calendar' : undefined}>
      <TextField {...field('year', String(shown?.year ?? yearOf(view.today)))} label={WORDS.year} type="number" width="short" inputMode="numeric" />
      <SelectField {...field('whose', shown?.whose)} label={WORDS.whose} options={WHOSE.map((value) => ({ value, label: WORDS[value] }))} />
    </FilterForm>
  );
}
