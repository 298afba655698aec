import type { VNode } from 'preact';
import { readableDay } from '#kernel/iso-date.js';
import type { Text } from '#kernel/text.js';
import { DataTable } from '#ui/table/data-table.js';
import { SummaryList, type SummaryItem } from '#ui/summary-list.js';
import type { View } from '#web/view.js';
import type { ShownYear } from '../../actions/show-school-years.js';
import { gradesByEnd, gradeWords, SEASONS, type YearEnd } from '../../domain/school-year.js';
import { mayKeep, ShortLink, Source } from '../classifiers/frame.js';
import { SEASON_WORDS, WORDS } from '../classifiers/words.js';

/** The days of the year with where each comes from; who keeps the calendar finds beside each where it is corrected. */
export function Days({ view, shown }: { view: View; shown: ShownYear }): VNode {
  const { t, lang } = view;
  const { year, ends, breaks } = shown;
  const here = `/education/years/${year.year}`;
  const keep = mayKeep(view);
  const item = (key: Text, value: string): SummaryItem => ({ key, value, ...(keep && { action: { href: `${here}/days`, text: WORDS.correct, about: key } }) });
  return (
    <>
      <h2>{t(SEMESTERS)}</h2>
      <SummaryList
        lang={lang}
        items={[
          item(WORDS.startsOn, readableDay(year.startsOn)),
          item(WORDS.firstEnds, readableDay(year.firstSemesterEndsOn)),
          item(WORDS.secondStarts, readableDay(year.secondSemesterStartsOn)),
          { key: WORDS.source, value: <Source view={view} source={year.source} verified={year.verified} /> },
        ]}
      />
      <h2>{t(ENDS)}</h2>
      <DataTable
        lang={lang}
        caption={ENDS}
        captionHidden
        rows={gradesByEnd(ends).flatMap(({ rows }) => bySource(rows))}
        rowKey={(rows) => rows.map(({ grade }) => grade).join()}
        columns={[
          { key: 'grades', header: WORDS.grades, rowHeader: true, cell: (rows) => gradeWords(rows.map(({ grade }) => grade)) },
          { key: 'day', header: WORDS.lastDay, cell: (rows) => readableDay(rows[0]!.endsOn) },
          { key: 'source', header: WORDS.source, cell: (rows) => <Source view={view} source={rows[0]!.source} verified={rows[0]!.verified} /> },
          ...(keep
            ? [{
                key: 'correct',
                header: WORDS.correct,
                cell: (rows: YearEnd[]) => <ShortLink href={`${here}/ends?${new URLSearchParams(rows.map(({ grade }) => ['grades', String(grade)])).toString()}`} text={t(WORDS.correct)} about={gradeWords(rows.map(({ grade }) => grade))} />,
              }]
            : []),
        ]}
      />
      <p class="hint">{t(CLASS_HINT)}</p>
      <h2>{t(BREAKS)}</h2>
      <DataTable
        lang={lang}
        caption={BREAKS}
        captionHidden
        rows={SEASONS.map((season) => ({ season, found: breaks.find((one) => one.season === season) }))}
        rowKey={({ season }) => season}
        columns={[
          { key: 'season', header: BREAK, rowHeader: true, cell: ({ season }) => t(SEASON_WORDS[season]) },
          { key: 'days', header: DAYS, cell: ({ found }) => (found ? `${readableDay(found.startsOn)}–${readableDay(found.endsOn)}` : t(NOT_RECORDED)) },
          { key: 'source', header: WORDS.source, cell: ({ found }) => found && <Source view={view} source={found.source} verified={found.verified} /> },
          ...(keep ? [{ key: 'correct', header: WORDS.correct, cell: ({ season }: { season: (typeof SEASONS)[number] }) => <ShortLink href={`${here}/breaks/${season}`} text={t(WORDS.correct)} about={t(SEASON_WORDS[season])} /> }] : []),
        ]}
      />
    </>
  );
}

/** Grades that end on one day, apart where the day comes from different sources. */
const bySource = (rows: readonly YearEnd[]): YearEnd[][] => [...new Set(rows.map(({ source }) => source))].map((source) => rows.filter((one) => one.source === source));

const SEMESTERS: Text = { lv: 'Semestri', en: 'Semesters' };
const ENDS: Text = { lv: 'Mācību gada beigas klasēs', en: 'End of the year by grade' };
const CLASS_HINT: Text = { lv: 'Klasei var būt sava pēdējā diena, piemēram, pēc piespiedu pārtraukuma; tad termiņus skaita no tās.', en: 'A class may have a last day of its own, for instance after an interruption; deadlines are then counted from it.' };
const BREAKS: Text = { lv: 'Skolēnu brīvlaiki', en: 'School holidays' };
const BREAK: Text = { lv: 'Brīvlaiks', en: 'Holiday' };
const DAYS: Text = { lv: 'Dienas', en: 'Days' };
const NOT_RECORDED: Text = { lv: 'nav ierakstīts', en: 'not recorded' };
