import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { TextField } from '#ui/form/text-field.js';
import { type Column, DataTable } from '#ui/table/data-table.js';
import { FilterForm } from '#ui/table/filter-form.js';
import { pagingByKey } from '#web/list-links.js';
import type { View } from '#web/view.js';
import type { SchoolChoices } from '../../actions/school-choices.js';

export interface SchoolListProps {
  readonly view: View;
  readonly start: SchoolChoices;
  /** The address of the page itself. */
  readonly home: string;
  readonly pathOf: (regNr: string) => string;
  readonly words: { readonly institution: Text; readonly caption: Text; readonly regNr: Text; readonly none: Text; readonly noneHint: Text };
  /** What is shown of an institution beside its name and number. */
  readonly more?: readonly Column<SchoolChoices['schools'][number]>[];
}

/** The institutions of whoever is responsible for several, found by words, each leading to its page. */
export function SchoolList({ view, start, home, pathOf, words, more = [] }: SchoolListProps): VNode {
  const { lang } = view;
  return (
    <>
      <FilterForm lang={lang} clearHref={view.query['words'] ? home : undefined}>
        <TextField {...fieldsOf({ lang, values: view.query, errors: [] })('words')} label={words.institution} optional />
      </FilterForm>
      <DataTable
        lang={lang}
        caption={words.caption}
        captionHidden
        rows={start.schools}
        rowKey={(school) => school.id}
        empty={{ title: words.none, hint: words.noneHint }}
        paging={pagingByKey(view, { shown: start.schools.length, next: start.next })}
        columns={[
          { key: 'name', header: words.institution, rowHeader: true, cell: (school) => <a href={pathOf(school.regNr)}>{school.name}</a> },
          { key: 'nr', header: words.regNr, cell: (school) => school.regNr },
          ...more,
        ]}
      />
    </>
  );
}
