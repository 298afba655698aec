import type { VNode } from 'preact';
import { readableDay } from '#kernel/iso-date.js';
import { fill, type Text } from '#kernel/text.js';
import { Button, ButtonLink, ButtonRow } from '#ui/form/button.js';
import { Checkboxes } from '#ui/form/checkboxes.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { Form, HiddenFields } from '#ui/form/form.js';
import { Radios } from '#ui/form/radios.js';
import { Notice } from '#ui/notice.js';
import { Page } from '#ui/page.js';
import { Progress } from '#ui/progress.js';
import { StatusTag } from '#ui/status-tag.js';
import type { Attempt } from '#web/page-route.js';
import type { View } from '#web/view.js';
import type { AttemptPage, AttemptResult } from '../../actions/take-course.js';
import { type Question, questionsOf } from '../../domain/course-text.js';
import { isRight } from '../../domain/marking.js';
import { courseIn, InLang } from '../course-text.js';
import { Markdown } from '../markdown.js';
import { certificateOf, lastValidDay, scoreOf } from '../result-cells.js';
import { titleOf, WORDS } from '../words.js';

export function TakePage({ view, attempt, at }: { view: View; attempt: Attempt; at: AttemptPage }): VNode {
  const { lang, t } = view;
  const { pages, lang: inLang } = courseIn(at.version, lang);
  const page = pages[at.page]!;
  const title = titleOf(at.version);
  const field = fieldsOf({ lang, ...attempt });
  const last = at.page + 1 === at.pages;
  return (
    <Page {...view.frame} title={`${page.title} – ${t(title)}`} breadcrumbs={[{ text: WORDS.training, href: '/training' }, { text: title, href: `/training/courses/${at.version.courseId}` }, { text: page.title }]}>
      <ErrorSummary lang={lang} errors={attempt.errors} />
      <Progress lang={lang} label={title} done={at.page} total={at.pages} words={fill(PAGE_OF, { page: at.page + 1, pages: at.pages })} />
      <InLang lang={inLang} page={lang}>
        <h1>{page.title}</h1>
        <div class="flow-text">
          <Markdown tokens={page.body} />
        </div>
        <Form csrf={view.csrf}>
          <HiddenFields values={{ page: String(at.page + 1) }} />
          {page.questions.map((question, n) => {
            const number = at.firstQuestion + n;
            const given = (at.answers.get(number) ?? []).map(String);
            return <QuestionField key={number} question={question} field={field(`q${number}`, given)} severalHint={SEVERAL[inLang]} />;
          })}
          <ButtonRow>
            <Button>{t(last ? FINISH : NEXT)}</Button>
            {at.page > 0 && (
              <ButtonLink href={`/training/attempts/${at.attempt.id}?page=${at.page}`} variant="secondary">
                {t(BACK)}
              </ButtonLink>
            )}
            <ButtonLink href="/training" variant="quiet">
              {t(LATER)}
            </ButtonLink>
          </ButtonRow>
        </Form>
      </InLang>
    </Page>
  );
}

function QuestionField({ question, field, severalHint }: { question: Question; field: ReturnType<ReturnType<typeof fieldsOf>>; severalHint: string }): VNode {
  const options = question.choices.map((choice, at) => ({ value: String(at), label: choice.words }));
  const hint = [question.hint, question.several ? severalHint : ''].filter(Boolean).join(' ');
  const props = { ...field, label: question.words, options, ...(hint && { hint }) };
  return question.several ? <Checkboxes {...props} /> : <Radios {...props} />;
}

export function ResultPage({ view, taken: { version, result, answers } }: { view: View; taken: AttemptResult }): VNode {
  const { lang, t } = view;
  const { pages, lang: inLang } = courseIn(version, lang);
  const title = titleOf(version);
  const score = scoreOf(view, result);
  return (
    <Page {...view.frame} title={`${t(WORDS.result)} – ${t(title)}`} breadcrumbs={[{ text: WORDS.training, href: '/training' }, { text: title, href: `/training/courses/${version.courseId}` }, { text: WORDS.result }]}>
      <h1>{t(result.passed ? PASSED : FAILED)}</h1>
      <Notice lang={lang} tone={result.passed ? 'success' : 'danger'} title={fill(RIGHT, { score, percent: version.passPercent })}>
        <p>{t(result.passed ? fill(result.validTo ? PASSED_UNTIL : PASSED_FOR_GOOD, { number: certificateOf(result), day: result.validTo ? readableDay(lastValidDay(result.validTo)) : '' }) : FAILED_HINT)}</p>
      </Notice>
      <h2>{t(WORDS.answers)}</h2>
      <InLang lang={inLang} page={lang}>
        <ol>
          {questionsOf(pages).map((question, at) => (
            <li key={at}>
              <Explained view={view} question={question} chosen={answers.get(at) ?? []} showRight={result.passed} />
            </li>
          ))}
        </ol>
      </InLang>
      <ButtonRow>
        {!result.passed && <ButtonLink href={`/training/courses/${version.courseId}`}>{t(TRY_AGAIN)}</ButtonLink>}
        {result.certificate !== null && (
          <ButtonLink href={`/training/certificates/${result.id}`} variant="secondary">
            {t(CERTIFICATE)}
          </ButtonLink>
        )}
        <ButtonLink href="/training" variant={result.passed ? 'primary' : 'secondary'}>
          {t(TO_TRAINING)}
        </ButtonLink>
      </ButtonRow>
    </Page>
  );
}

/** A question with what was answered, whether that was right, and why. Right answers are given away only once one has passed. */
function Explained({ view: { t }, question, chosen, showRight }: { view: View; question: Question; chosen: readonly number[]; showRight: boolean }): VNode {
  const right = isRight(question, chosen);
  return (
    <>
      <p>
        <strong>{question.words}</strong> <StatusTag tone={right ? 'success' : 'danger'}>{t(right ? ANSWERED_RIGHT : ANSWERED_WRONG)}</StatusTag>
      </p>
      <ul>
        {question.choices.map((choice, at) => {
          const marks = [chosen.includes(at) && t(YOURS), showRight && choice.right && t(IS_RIGHT)].filter(Boolean).join(', ');
          return <li key={at}>{marks ? <strong>{`${choice.words} (${marks})`}</strong> : choice.words}</li>;
        })}
      </ul>
      <Markdown tokens={question.explanation} />
    </>
  );
}

const PAGE_OF: Text = { lv: '{page}. lapa no {pages}', en: 'Page {page} of {pages}' };
const SEVERAL = { lv: 'Pareizas ir vairākas atbildes.', en: 'More than one answer is right.' };
const NEXT: Text = { lv: 'Tālāk', en: 'Next' };
const FINISH: Text = { lv: 'Pabeigt kursu', en: 'Finish the course' };
const BACK: Text = { lv: 'Iepriekšējā lapa', en: 'Previous page' };
const LATER: Text = { lv: 'Turpināt vēlāk', en: 'Go on later' };
const PASSED: Text = { lv: 'Kurss nokārtots', en: 'Course passed' };
const FAILED: Text = { lv: 'Kurss nav nokārtots', en: 'Course not passed' };
const RIGHT: Text = { lv: 'Pareizas atbildes: {score}; vajag vismaz {percent} %', en: 'Right answers: {score}; at least {percent}% are needed' };
const PASSED_UNTIL: Text = { lv: 'Apliecība {number}, derīga līdz {day}', en: 'Certificate {number}, valid until {day}' };
const PASSED_FOR_GOOD: Text = { lv: 'Apliecība {number}, bez termiņa.', en: 'Certificate {number}, without end.' };
const FAILED_HINT: Text = { lv: 'Izlasiet skaidrojumus un mēģiniet vēlreiz. Mēģinājumu skaits nav ierobežots.', en: 'Read the explanations and try again. You may try as often as you like.' };
const CERTIFICATE: Text = { lv: 'Apliecība drukāšanai', en: 'Certificate to print' };
const TO_TRAINING: Text = { lv: 'Uz mācībām', en: 'To training' };
const TRY_AGAIN: Text = { lv: 'Mēģināt vēlreiz', en: 'Try again' };
const ANSWERED_RIGHT: Text = { lv: 'pareizi', en: 'right' };
const ANSWERED_WRONG: Text = { lv: 'nepareizi', en: 'wrong' };
const YOURS: Text = { lv: 'jūsu atbilde', en: 'your answer' };
const IS_RIGHT: Text = { lv: 'pareizā', en: 'right' };
