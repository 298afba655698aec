import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { counted } from '#ui/format.js';
import { ButtonLink, ButtonRow } from '#ui/form/button.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { LiveResults } from '#ui/form/live-results.js';
import { SearchField } from '#ui/form/search-field.js';
import { SelectField } from '#ui/form/select-field.js';
import { Notice } from '#ui/notice.js';
import { StatusTag } from '#ui/status-tag.js';
import { DataTable } from '#ui/table/data-table.js';
import { FilterForm } from '#ui/table/filter-form.js';
import { pagingByKey } from '#web/list-links.js';
import type { View } from '#web/view.js';
import type { FoundSubjects } from '../../actions/show-subjects.js';
import { ClassifierPage, mayKeep } from '../classifiers/frame.js';
import { optionsOf, WORDS } from '../classifiers/words.js';
import { isMadeUp, MADE_UP } from './words.js';

export function SubjectsPage({ view, found }: { view: View; found: FoundSubjects }): VNode {
  const { t, lang, query } = view;
  const { q = '', state = '' } = query;
  const field = fieldsOf({ lang, values: query, errors: [] });
  return (
    <ClassifierPage view={view} tab="/education/subjects" islands={['live-search']}>
      {mayKeep(view) && (
        <ButtonRow>
          <ButtonLink href="/education/subjects/import">{t(IMPORT)}</ButtonLink>
        </ButtonRow>
      )}
      {found.subjects.some(({ source }) => isMadeUp(source)) && (
        <Notice lang={lang} tone="warning" title={MADE_UP}>
          <p>{t(MADE_UP_HINT)}</p>
        </Notice>
      )}
      <SearchField lang={lang} name="q" label={SEARCH} hint={SEARCH_HINT} value={q} action={view.path} hidden={state ? { state } : {}} live="results" />
      <FilterForm lang={lang} clearHref={state ? view.path : undefined} hidden={q ? { q } : {}}>
        <SelectField {...field('state', 'open')} label={STATE} options={optionsOf(STATES)} />
      </FilterForm>
      <LiveResults id="results" count={counted(found.total, COUNT, lang)}>
        <DataTable
          lang={lang}
          caption={WORDS.subjects}
          captionHidden
          rows={found.subjects}
          rowKey={(one) => String(one.id)}
          empty={{ title: NOTHING, hint: NOTHING_HINT, action: <a href={view.path}>{t(SHOW_ALL)}</a> }}
          columns={[
            { key: 'name', header: WORDS.name, rowHeader: true, cell: (one) => <a href={`/education/subjects/${one.id}`}>{lang === 'en' && one.nameEn !== one.name ? `${one.name} (${one.nameEn})` : one.name}</a> },
            { key: 'id', header: ID, cell: (one) => String(one.id) },
            { key: 'area', header: AREA, cell: (one) => one.area },
            { key: 'courses', header: WORDS.courses, number: true, cell: (one) => (one.courses > 0 ? String(one.courses) : '') },
            { key: 'state', header: STATE, cell: (one) => (one.validTo !== null && one.validTo <= view.today ? <StatusTag tone="ended">{t(ENDED)}</StatusTag> : t(HOLDS)) },
          ]}
          paging={pagingByKey(view, { shown: found.subjects.length, total: found.total, next: found.next })}
        />
      </LiveResults>
    </ClassifierPage>
  );
}

const IMPORT: Text = { lv: 'Pārņemt no datu portāla datnēm', en: 'Take over from files of the data portal' };
const MADE_UP_HINT: Text = {
  lv: 'Īstie identifikatori jāpārņem no data.gov.lv datu kopas “f7fbd98b-6f14-4eef-b17b-809732a9373d”. Izdomātie sākas ar 9000.',
  en: 'The real identifiers are to be taken over from the data set “f7fbd98b-6f14-4eef-b17b-809732a9373d” of data.gov.lv. Made-up ones begin with 9000.',
};
const SEARCH: Text = { lv: 'Meklēt priekšmetu', en: 'Search for a subject' };
const SEARCH_HINT: Text = { lv: 'Priekšmeta vai kursa nosaukums vai identifikators; garumzīmes var nerakstīt', en: 'Name of a subject or course, or the identifier; diacritics may be left out' };
const STATE: Text = { lv: 'Stāvoklis', en: 'State' };
const STATES = { open: { lv: 'Spēkā', en: 'Holding' }, all: { lv: 'Visi', en: 'All' } } as const;
const ID: Text = { lv: 'Identifikators', en: 'Identifier' };
const AREA: Text = { lv: 'Mācību joma', en: 'Area of learning' };
const ENDED: Text = { lv: 'beidzies', en: 'ended' };
const HOLDS: Text = { lv: 'spēkā', en: 'holds' };
const COUNT = { lv: ['priekšmets', 'priekšmeti'], en: ['subject', 'subjects'] } as const;
const NOTHING: Text = { lv: 'Neviens priekšmets neatbilst meklētajam', en: 'No subject matches' };
const NOTHING_HINT: Text = { lv: 'Rakstiet mazāk vārdu vai rādiet arī beigušos.', en: 'Write fewer words, or show ended ones too.' };
const SHOW_ALL: Text = { lv: 'Rādīt visus', en: 'Show all' };
