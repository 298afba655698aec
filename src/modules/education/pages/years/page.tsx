import type { VNode } from 'preact';
import { daysBetween, type IsoDate, readableDay } from '#kernel/iso-date.js';
import type { Text } from '#kernel/text.js';
import { counted } from '#ui/format.js';
import { ButtonLink, ButtonRow } from '#ui/form/button.js';
import { Details } from '#ui/details.js';
import { Notice } from '#ui/notice.js';
import { StatusTag } from '#ui/status-tag.js';
import { DataTable } from '#ui/table/data-table.js';
import type { View } from '#web/view.js';
import type { ShownDeadline, ShownYear } from '../../actions/show-school-years.js';
import { gradeWords, yearName } from '../../domain/school-year.js';
import { ClassifierPage, mayKeep, ShortLink, Source } from '../classifiers/frame.js';
import { MATTER_WORDS, WORDS } from '../classifiers/words.js';
import { Before } from './before.js';
import { Days } from './days.js';
import { YearPicture } from './picture.js';
import { yearTitle } from './words.js';

/** One school year: its picture, what is due when and why, and its days with their sources. */
export function YearPage({ view, shown }: { view: View; shown: ShownYear }): VNode {
  const { t } = view;
  const { year, ends, breaks } = shown;
  const unverified = !year.verified || [...ends, ...breaks].some(({ verified }) => !verified);
  return (
    <ClassifierPage view={view} tab="/education/years" title={t(yearTitle(year.year))}>
      <ButtonRow>
        {shown.years.map((one) => (
          <ButtonLink key={one.year} href={`/education/years/${one.year}`} variant={one.year === year.year ? 'secondary' : 'quiet'}>
            {t(yearName(one.year))}
          </ButtonLink>
        ))}
        {mayKeep(view) && <ButtonLink href="/education/years/new">{t(NEW)}</ButtonLink>}
      </ButtonRow>
      {unverified && (
        <Notice lang={view.lang} tone="warning" title={UNVERIFIED}>
          <p>{t(UNVERIFIED_HINT)}</p>
        </Notice>
      )}
      <YearPicture view={view} shown={shown} />
      <h2>{t(DEADLINES)}</h2>
      <Deadlines view={view} shown={shown} />
      <Days view={view} shown={shown} />
      <Before view={view} shown={shown} />
    </ClassifierPage>
  );
}

function Deadlines({ view, shown }: { view: View; shown: ShownYear }): VNode {
  const { t, lang, today } = view;
  const about = ({ rule, grades }: ShownDeadline) => [t(MATTER_WORDS[rule.matter]), grades && `(${gradeWords(grades)}. ${t(OF_GRADE)})`].filter(Boolean).join(' ');
  return (
    <DataTable
      lang={lang}
      caption={DEADLINES}
      captionHidden
      rows={shown.deadlines}
      rowKey={(one) => `${one.rule.matter} ${one.grades?.join() ?? ''}`}
      empty={{ title: NO_DEADLINES }}
      columns={[
        { key: 'matter', header: MATTER, rowHeader: true, cell: (one) => about(one) },
        { key: 'due', header: DUE, cell: (one) => (one.due ? readableDay(one.due.day) : t(PER_DOCUMENT)) },
        { key: 'left', header: LEFT, cell: (one) => one.due && <Countdown view={view} today={today} due={one.due.day} opensOn={one.rule.opensOn} /> },
        { key: 'opens', header: OPENS, cell: (one) => (one.rule.opensOn ? readableDay(one.rule.opensOn) : '') },
        { key: 'until', header: CORRECTIONS, cell: (one) => (one.rule.correctionsUntil ? readableDay(one.rule.correctionsUntil) : '') },
        {
          key: 'why',
          header: WHY,
          cell: (one) => (
            <Details summary={<Source view={view} source={t(SHOW_WHY)} verified={one.verified} />}>
              <p>{one.due ? t(one.due.why) : t({ lv: `${one.rule.workingDays} darbdienas pēc lēmuma. Pamats: ${one.rule.legalBasis}.`, en: `${one.rule.workingDays} working days after the decision. Basis: ${one.rule.legalBasis}.` })}</p>
            </Details>
          ),
        },
        ...(mayKeep(view)
          ? [{ key: 'correct', header: WORDS.correct, cell: (one: ShownDeadline) => <ShortLink href={`/education/years/${shown.year.year}/deadlines/${one.rule.matter}`} text={t(WORDS.correct)} about={about(one)} /> }]
          : []),
      ]}
    />
  );
}

/** How many days are left, or since when it is over. */
function Countdown({ view, today, due, opensOn }: { view: View; today: IsoDate; due: IsoDate; opensOn: IsoDate | null }): VNode {
  const left = daysBetween(today, due);
  const days = (n: number) => counted(n, DAYS, view.lang);
  if (left < 0) return <StatusTag tone="ended">{view.t({ lv: `pirms ${days(-left)}`, en: `${days(-left)} ago` })}</StatusTag>;
  const words = left === 0 ? view.t(TODAY) : view.t({ lv: `pēc ${days(left)}`, en: `in ${days(left)}` });
  const tone = (opensOn !== null && opensOn > today) || left > 60 ? 'neutral' : left <= 3 ? 'danger' : left <= 14 ? 'warning' : 'info';
  return <StatusTag tone={tone}>{words}</StatusTag>;
}

const DAYS = { lv: ['dienas', 'dienām'], en: ['day', 'days'] } as const;
const NEW: Text = { lv: 'Pievienot mācību gadu', en: 'Add a school year' };
const UNVERIFIED: Text = { lv: 'Daļa šī gada dienu nav salīdzināta ar Ministru kabineta noteikumiem', en: 'Some days of this year have not been compared with the Cabinet’s regulations' };
const UNVERIFIED_HINT: Text = { lv: 'Tās ir atzīmētas ar “nav pārbaudīts”. Reģistra pārzinis tās var labot, norādot pamatu.', en: 'They are marked “not verified”. The register’s administrator can correct them, naming the basis.' };
const DEADLINES: Text = { lv: 'Termiņi', en: 'Deadlines' };
const NO_DEADLINES: Text = { lv: 'Šim mācību gadam termiņi nav ierakstīti.', en: 'No deadlines are recorded for this school year.' };
const MATTER: Text = { lv: 'Kas jāievada', en: 'What is due' };
const OF_GRADE: Text = { lv: 'klase', en: 'grade' };
const DUE: Text = { lv: 'Ne vēlāk kā', en: 'Not later than' };
const LEFT: Text = { lv: 'Atlicis', en: 'Left' };
const OPENS: Text = { lv: 'Ievade no', en: 'Entries from' };
const CORRECTIONS: Text = { lv: 'Labojumi līdz', en: 'Corrections until' };
const WHY: Text = { lv: 'Kāpēc', en: 'Why' };
const SHOW_WHY: Text = { lv: 'Kā skaitīts', en: 'How it is counted' };
const PER_DOCUMENT: Text = { lv: 'katram dokumentam savs', en: 'for each document its own' };
const TODAY: Text = { lv: 'šodien', en: 'today' };
