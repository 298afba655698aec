import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { Button, ButtonRow } from '#ui/form/button.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { Form } from '#ui/form/form.js';
import { Radios } from '#ui/form/radios.js';
import { TextArea } from '#ui/form/text-area.js';
import { Lead } from '#ui/lead.js';
import { Page } from '#ui/page.js';
import type { Attempt } from '#web/page-route.js';
import type { View } from '#web/view.js';
import type { Draft } from '../../actions/try-draft.js';
import { courseIn, InLang } from '../course-text.js';
import { Markdown } from '../markdown.js';
import { titleOf, WORDS } from '../words.js';

/** A whole version on one page with its right answers, and the question whether it is fit. */
export function DraftPage({ view, attempt, draft: { version, own } }: { view: View; attempt: Attempt; draft: Draft }): VNode {
  const { lang, t } = view;
  const { pages, lang: inLang } = courseIn(version, lang);
  const field = fieldsOf({ lang, ...attempt });
  const title = titleOf(version);
  return (
    <Page {...view.frame} title={t(title)} breadcrumbs={[{ text: WORDS.training, href: '/training' }, { text: title }]}>
      <ErrorSummary lang={lang} errors={attempt.errors} />
      <h1>{t(title)}</h1>
      <Lead>{t(version.publishedAt ? PUBLISHED : PREVIEW)}</Lead>
      <InLang lang={inLang} page={lang}>
        {pages.map((page, at) => (
          <section key={at}>
            <h2>{`${at + 1}. ${page.title}`}</h2>
            <Markdown tokens={page.body} />
            {page.questions.map((question, n) => (
              <div key={n}>
                <h3>{question.words}</h3>
                {question.hint && <p class="hint">{question.hint}</p>}
                <ul>
                  {question.choices.map((choice, c) => (
                    <li key={c}>{choice.right ? <strong>{`${choice.words} (${t(RIGHT)})`}</strong> : choice.words}</li>
                  ))}
                </ul>
                <Markdown tokens={question.explanation} />
              </div>
            ))}
          </section>
        ))}
      </InLang>
      {own && !version.publishedAt && (
        <Form csrf={view.csrf}>
          <Radios {...field('verdict', own.verdict === 'none' ? '' : own.verdict)} label={VERDICT} options={[{ value: 'fit', label: FIT }, { value: 'unfit', label: UNFIT }]} />
          <TextArea {...field('remark', own.remark)} label={REMARK} rows={3} optional />
          <ButtonRow>
            <Button>{t(SEND)}</Button>
          </ButtonRow>
        </Form>
      )}
    </Page>
  );
}

const PREVIEW: Text = { lv: 'Melnraksts, kas vēl nav publicēts. Pareizās atbildes ir izceltas.', en: 'A draft that is not published yet. Right answers are emphasised.' };
const PUBLISHED: Text = { lv: 'Publicēta redakcija. Pareizās atbildes ir izceltas.', en: 'A published version. Right answers are emphasised.' };
const RIGHT: Text = { lv: 'pareizā', en: 'right' };
const VERDICT: Text = { lv: 'Vai kurss ir derīgs publicēšanai?', en: 'Is the course fit to be published?' };
const FIT: Text = { lv: 'Derīgs', en: 'Fit' };
const UNFIT: Text = { lv: 'Jālabo', en: 'To be mended' };
const REMARK: Text = { lv: 'Kas jālabo vai ko ņemt vērā', en: 'What is to be mended or kept in mind' };
const SEND: Text = { lv: 'Iesniegt vērtējumu', en: 'Send' };
