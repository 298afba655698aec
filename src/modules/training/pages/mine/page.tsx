import type { VNode } from 'preact';
import { readableDay } from '#kernel/iso-date.js';
import { fill, type Text } from '#kernel/text.js';
import { ButtonRow } from '#ui/form/button.js';
import { PostButton } from '#ui/form/post-button.js';
import { counted, instant } from '#ui/format.js';
import { EmptyState } from '#ui/empty-state.js';
import { Lead } from '#ui/lead.js';
import { Notice } from '#ui/notice.js';
import { Page } from '#ui/page.js';
import { StatusTag } from '#ui/status-tag.js';
import { SummaryList } from '#ui/summary-list.js';
import { CardGrid } from '#ui/card-grid.js';
import { DataTable } from '#ui/table/data-table.js';
import type { View } from '#web/view.js';
import type { MyTraining } from '../../actions/my-training.js';
import type { CourseToTake } from '../../actions/read-course.js';
import { InLang } from '../course-text.js';
import type { ResultRow } from '../../actions/register.js';
import { mayGiveUp, type Seat, seatOf } from '../own-seat.js';
import { resultColumns } from '../result-cells.js';
import { roleOf, titleOf, WORDS } from '../words.js';

export function MyTrainingPage({ view, training }: { view: View; training: MyTraining }): VNode {
  const { lang, t } = view;
  const begun = new Set(training.open.map((attempt) => attempt.courseId));
  return (
    <Page {...view.frame} title={t(WORDS.training)}>
      <h1>{t(WORDS.training)}</h1>
      {training.toDo.length > 0 && (
        <Notice lang={lang} tone="warning" title={TO_DO}>
          <ul>
            {training.toDo.map((one) => (
              <li key={one.requirementId}>
                <a href={one.link}>{t(titleOf(one))}</a>
                {' – '}
                {t(fill(one.validFrom > view.today ? UNTIL : WAITS, { role: t(roleOf(one)), day: readableDay(one.validFrom) }))}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {training.toRenew.length > 0 && (
        <Notice lang={lang} tone="warning" title={TO_RENEW}>
          <ul>
            {training.toRenew.map((one) => (
              <li key={one.id}>
                <a href={`/training/courses/${one.courseId}`}>{t(titleOf(one))}</a>
                {' – '}
                {t(one.neededFor.length > 0 ? fill(STOPS, { roles: one.neededFor.map((asked) => `“${t(roleOf(asked))}”`).join(', '), day: readableDay(one.validTo!) }) : fill(RUNS_OUT, { day: readableDay(one.validTo!) }))}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {training.toTry.length > 0 && (
        <Notice lang={lang} title={TO_TRY}>
          <ul>
            {training.toTry.map((draft) => (
              <li key={draft.id}>
                <a href={`/training/drafts/${draft.id}`}>{t(titleOf(draft))}</a>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <h2>{t(WORDS.courses)}</h2>
      {training.offered.length === 0 ? (
        <EmptyState lang={lang} title={NO_COURSES} />
      ) : (
        <CardGrid
          lang={lang}
          cards={training.offered.map((course) => ({
            href: `/training/courses/${course.courseId}`,
            title: titleOf(course),
            text: { lv: course.aboutLv, en: course.aboutEn || course.aboutLv },
            detail: begun.has(course.courseId) && <p class="hint">{t(BEGUN)}</p>,
          }))}
        />
      )}
      <h2>{t(WORDS.remote)}</h2>
      {training.participations.length > 0 && (
        <DataTable
          lang={lang}
          caption={WORDS.remote}
          captionHidden
          rows={training.participations}
          rowKey={(one) => one.id}
          columns={[
            { key: 'title', header: WORDS.course, rowHeader: true, cell: (one) => <a href={`/training/remote/${one.remoteCourseId}`}>{t(titleOf(one))}</a> },
            { key: 'when', header: WORDS.when, cell: (one) => instant(one.startsAt) },
            { key: 'state', header: WORDS.state, cell: (one) => <StatusTag tone={SEATS[seatOf(one)].tone}>{t(SEATS[seatOf(one)].text)}</StatusTag> },
            {
              key: 'withdraw',
              header: GIVE_UP,
              cell: (one) =>
                mayGiveUp(one) && (
                  <a href={`/training/participations/${one.id}/withdraw`}>
                    {t(GIVE_UP)}
                    <span class="visually-hidden">{`: ${t(titleOf(one))}`}</span>
                  </a>
                ),
            },
          ]}
        />
      )}
      <p>
        <a href="/training/remote">{t(ALL_REMOTE)}</a>
      </p>
      <h2>{t(TAKEN)}</h2>
      <DataTable
        lang={lang}
        caption={TAKEN}
        captionHidden
        rows={training.results.filter((result) => result.passed)}
        rowKey={(result) => result.id}
        empty={{ title: NOTHING_TAKEN }}
        columns={[
          ...resultColumns(view),
          { key: 'see', header: ANSWERS, cell: (result) => <AnswersLink view={view} result={result} /> },
        ]}
      />
      {training.results.some((result) => !result.passed) && (
        <>
          <h2>{t(FAILED)}</h2>
          <DataTable
            lang={lang}
            caption={FAILED}
            captionHidden
            rows={training.results.filter((result) => !result.passed)}
            rowKey={(result) => result.id}
            columns={[...resultColumns(view).filter((column) => !OF_CERTIFICATES.has(column.key)), { key: 'see', header: ANSWERS, cell: (result) => <AnswersLink view={view} result={result} /> }]}
          />
        </>
      )}
    </Page>
  );
}

const AnswersLink = ({ view: { t }, result }: { view: View; result: ResultRow }): VNode | null =>
  result.attemptId === null ? null : (
    <a href={`/training/attempts/${result.attemptId}/result`}>
      {t(SEE)}
      <span class="visually-hidden">{`: ${t(titleOf(result))}, ${readableDay(result.takenOn)}`}</span>
    </a>
  );

const OF_CERTIFICATES: ReadonlySet<string> = new Set(['certificate', 'until']);

const SEATS: Readonly<Record<Seat, { tone: 'success' | 'warning' | 'danger'; text: Text }>> = {
  cancelled: { tone: 'danger', text: { lv: 'atceltas', en: 'cancelled' } },
  came: { tone: 'success', text: { lv: 'piedalījos', en: 'was present' } },
  missed: { tone: 'danger', text: { lv: 'nepiedalījos', en: 'was not present' } },
  confirmed: { tone: 'success', text: { lv: 'ir vieta', en: 'has a seat' } },
  waiting: { tone: 'warning', text: { lv: 'gaidu vietu', en: 'waiting for a seat' } },
  none: { tone: 'warning', text: { lv: 'vietas nepietika', en: 'got no seat' } },
};

export function CoursePage({ view, course }: { view: View; course: CourseToTake }): VNode {
  const { lang, t } = view;
  const { version, open, results, askedBy, ending } = course;
  const title = titleOf(version);
  const inLang = lang === 'en' && version.titleEn === '' ? 'lv' : lang;
  const goesOn = open?.courseVersionId === version.id;
  const asksNow = (one: CourseToTake['askedBy'][number]) => fill(one.met ? (ending ? ASKED_ENDS : ASKED_MET) : one.validFrom > view.today ? ASKED_LATER : ASKED_WAITS, { role: one.place ? `${t(roleOf(one))}, ${one.place}` : t(roleOf(one)), day: readableDay(one.met && ending ? ending.validTo! : one.validFrom) });
  return (
    <Page {...view.frame} title={t(title)} breadcrumbs={[{ text: WORDS.training, href: '/training' }, { text: title }]}>
      <h1>{t(title)}</h1>
      <InLang lang={inLang} page={lang}>
        <Lead>{lang === 'en' && version.aboutEn ? version.aboutEn : version.aboutLv}</Lead>
      </InLang>
      {askedBy.map((one) => (
        <Notice key={one.requirementId + one.grantId} lang={lang} tone={one.met && !ending ? 'success' : 'warning'}>
          <p>{t(asksNow(one))}</p>
        </Notice>
      ))}
      <SummaryList
        lang={lang}
        items={[
          { key: SIZE, value: `${counted(course.pages, PAGES, lang)}, ${counted(course.questions, QUESTIONS, lang)}` },
          { key: PASS, value: `${version.passPercent}${lang === 'lv' ? ' ' : ''}%` },
          { key: VALID, value: version.validMonths === null ? t(FOR_GOOD) : counted(version.validMonths, MONTHS, lang) },
        ]}
      />
      {open && !goesOn && (
        <Notice lang={lang}>
          <p>{t(CHANGED_SINCE)}</p>
        </Notice>
      )}
      <p>{t(CAN_BE_LEFT)}</p>
      <ButtonRow>
        <PostButton action="/training/start" csrf={view.csrf} hidden={{ courseId: version.courseId }} variant="primary">
          {t(goesOn ? GO_ON : results.length > 0 ? AGAIN : BEGIN)}
        </PostButton>
      </ButtonRow>
      {results.length > 0 && <DataTable lang={lang} caption={TAKEN} rows={results} rowKey={(result) => result.id} columns={resultColumns(view)} />}
    </Page>
  );
}

const TO_DO: Text = { lv: 'Jāapgūst', en: 'To be taken' };
const WAITS: Text = { lv: 'tiesības “{role}” gaida šo kursu', en: 'the right “{role}” waits for this course' };
const UNTIL: Text = { lv: 'no {day} to prasīs tiesības “{role}”', en: 'from {day} the right “{role}” will ask for it' };
const ASKED_WAITS: Text = { lv: 'Tiesības “{role}” gaida šo kursu: tās sāks darboties, tiklīdz to nokārtosiet.', en: 'The right “{role}” waits for this course: it counts as soon as you pass.' };
const ASKED_LATER: Text = { lv: 'No {day} tiesības “{role}” prasīs šo kursu.', en: 'From {day} the right “{role}” will ask for this course.' };
const ASKED_MET: Text = { lv: 'Tiesības “{role}” prasa šo kursu, un jūs to esat nokārtojis.', en: 'The right “{role}” asks for this course, and you have passed it.' };
const ASKED_ENDS: Text = { lv: 'Tiesības “{role}” prasa šo kursu. Jūs to esat nokārtojis, bet no {day} tas vairs nebūs derīgs un tiesības nedarbosies: apgūstiet to no jauna.', en: 'The right “{role}” asks for this course. You have passed it, but from {day} that is no longer valid and the right gives nothing: take it anew.' };
const TO_RENEW: Text = { lv: 'Drīz jāatjauno', en: 'To be renewed soon' };
const STOPS: Text = { lv: 'no {day} bez tā nedarbosies tiesības {roles}', en: 'from {day} these rights give nothing without it: {roles}' };
const RUNS_OUT: Text = { lv: 'no {day} vairs nav derīgs', en: 'no longer valid from {day}' };
const TO_TRY: Text = { lv: 'Lūdzam izmēģināt pirms publicēšanas', en: 'Please try before publication' };
const NO_COURSES: Text = { lv: 'Pagaidām nav neviena kursa.', en: 'There is no course yet.' };
const BEGUN: Text = { lv: 'iesākts', en: 'begun' };
const ALL_REMOTE: Text = { lv: 'Visas attālinātās mācības', en: 'All remote courses' };
const GIVE_UP: Text = { lv: 'Atteikties', en: 'Give up' };
const TAKEN: Text = { lv: 'Manas apgūtās mācības', en: 'What I took' };
const NOTHING_TAKEN: Text = { lv: 'Jūs vēl neesat nokārtojis nevienu kursu.', en: 'You have not passed any course yet.' };
const FAILED: Text = { lv: 'Nenokārtotie mēģinājumi', en: 'Attempts not passed' };
const ANSWERS: Text = { lv: 'Atbildes', en: 'Answers' };
const SEE: Text = { lv: 'Skatīt', en: 'See' };
const SIZE: Text = { lv: 'Apjoms', en: 'Size' };
const PASS: Text = { lv: 'Nokārtots, ja pareizas vismaz', en: 'Passed with at least right' };
const VALID: Text = { lv: 'Derīgums', en: 'Valid for' };
const FOR_GOOD: Text = { lv: 'bez termiņa', en: 'without end' };
const CHANGED_SINCE: Text = { lv: 'Kurss ir mainīts, kopš to iesākāt. Jauno redakciju sāksiet no sākuma; agrākās atbildes tajā neskaita.', en: 'The course has changed since you began it. You begin the new version anew; your earlier answers do not count in it.' };
const CAN_BE_LEFT: Text = { lv: 'Kursu var pārtraukt un turpināt vēlāk: atbildes paliek.', en: 'You can leave the course and go on later: your answers stay.' };
const BEGIN: Text = { lv: 'Sākt kursu', en: 'Begin the course' };
const GO_ON: Text = { lv: 'Turpināt', en: 'Go on' };
const AGAIN: Text = { lv: 'Apgūt no jauna', en: 'Take it anew' };
const PAGES = { lv: ['lapa', 'lapas'], en: ['page', 'pages'] } as const;
const QUESTIONS = { lv: ['jautājums', 'jautājumi'], en: ['question', 'questions'] } as const;
const MONTHS = { lv: ['mēnesis', 'mēneši'], en: ['month', 'months'] } as const;
