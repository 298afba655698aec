import type { VNode } from 'preact';
import { readablePeriod } from '#kernel/period.js';
import type { Text } from '#kernel/text.js';
import { instant } from '#ui/format.js';
import { Notice } from '#ui/notice.js';
import { SummaryList } from '#ui/summary-list.js';
import { DataTable } from '#ui/table/data-table.js';
import type { View } from '#web/view.js';
import type { ShownSubject } from '../../actions/show-subjects.js';
import { ClassifierPage } from '../classifiers/frame.js';
import { WORDS } from '../classifiers/words.js';
import { AUTHORSHIP_WORDS, isMadeUp, LEVEL_WORDS, MADE_UP } from './words.js';

/** A subject: its days, its courses, what is assessed in it by outcomes, and what it was called before. */
export function SubjectPage({ view, shown }: { view: View; shown: ShownSubject }): VNode {
  const { t, lang } = view;
  const { subject, courses, outcomes, before } = shown;
  const term = (row: { validFrom: typeof subject.validFrom; validTo: typeof subject.validTo }) => readablePeriod({ from: row.validFrom, to: row.validTo }, lang);
  return (
    <ClassifierPage view={view} tab="/education/subjects" title={subject.name}>
      {isMadeUp(subject.source) && <Notice lang={lang} tone="warning" title={MADE_UP} />}
      <SummaryList
        lang={lang}
        items={[
          { key: ID, value: String(subject.id) },
          { key: NAME_EN, value: subject.nameEn },
          { key: AREA, value: subject.area || '–' },
          { key: WORDS.term, value: term(subject) },
          { key: IS_LANGUAGE, value: t(subject.isLanguage ? YES : NO) },
          { key: WORDS.source, value: subject.source },
        ]}
      />
      <h2>{t(WORDS.courses)}</h2>
      <DataTable
        lang={lang}
        caption={WORDS.courses}
        captionHidden
        rows={courses}
        rowKey={(one) => String(one.id)}
        empty={{ title: NO_COURSES }}
        columns={[
          { key: 'name', header: WORDS.course, rowHeader: true, cell: (one) => one.name },
          { key: 'kind', header: KIND, cell: (one) => one.kind || '–' },
          { key: 'level', header: LEVEL, cell: (one) => t(LEVEL_WORDS[one.level]) },
          { key: 'authorship', header: AUTHORSHIP, cell: (one) => t(AUTHORSHIP_WORDS[one.authorship]) },
          { key: 'term', header: WORDS.term, cell: (one) => term(one) },
        ]}
      />
      {outcomes.length > 0 && (
        <>
          <h2>{t(WORDS.outcomes)}</h2>
          <p>
            <a href="/education/outcomes">{t({ lv: `Ierakstīti: ${outcomes.length}`, en: `Recorded: ${outcomes.length}` })}</a>
          </p>
        </>
      )}
      {before.length > 0 && (
        <>
          <h2>{t(WORDS.before)}</h2>
          <DataTable
            lang={lang}
            caption={WORDS.before}
            captionHidden
            rows={before}
            rowKey={(one) => one.supersededAt.toISOString()}
            columns={[
              { key: 'name', header: WORDS.name, rowHeader: true, cell: (one) => one.name },
              { key: 'area', header: AREA, cell: (one) => one.area },
              { key: 'term', header: WORDS.term, cell: (one) => term(one) },
              { key: 'source', header: WORDS.source, cell: (one) => one.source },
              { key: 'until', header: CHANGED, cell: (one) => instant(one.supersededAt) },
            ]}
          />
        </>
      )}
    </ClassifierPage>
  );
}

const ID: Text = { lv: 'Identifikators', en: 'Identifier' };
const NAME_EN: Text = { lv: 'Nosaukums angliski', en: 'Name in English' };
const AREA: Text = { lv: 'Mācību joma', en: 'Area of learning' };
const IS_LANGUAGE: Text = { lv: 'Valoda', en: 'A language' };
const YES: Text = { lv: 'jā', en: 'yes' };
const NO: Text = { lv: 'nē', en: 'no' };
const KIND: Text = { lv: 'Kursa veids avotā', en: 'Kind, as the source words it' };
const LEVEL: Text = { lv: 'Apguves līmenis', en: 'Level' };
const AUTHORSHIP: Text = { lv: 'Autorība', en: 'Authorship' };
const NO_COURSES: Text = { lv: 'Šim priekšmetam kursu nav.', en: 'The subject has no courses.' };
const CHANGED: Text = { lv: 'Mainīts', en: 'Changed' };
