import type { VNode } from 'preact';
import { examName, TERM_WORDS } from '#modules/exams/public.js';
import { readableDay } from '#kernel/iso-date.js';
import type { Text } from '#kernel/text.js';
import { duration, instant, number } from '#ui/format.js';
import { ButtonRow } from '#ui/form/button.js';
import { PostButton } from '#ui/form/post-button.js';
import { Notice } from '#ui/notice.js';
import { Page } from '#ui/page.js';
import { Progress } from '#ui/progress.js';
import { StatusTag } from '#ui/status-tag.js';
import { SummaryList } from '#ui/summary-list.js';
import { DataTable } from '#ui/table/data-table.js';
import { pagingByKey } from '#web/list-links.js';
import type { View } from '#web/view.js';
import type { ShownSealing } from '../../actions/view-sealings.js';
import { isLeftUndone, STATE_WORDS, STATES } from '../../domain/states.js';
import { byWhom, CERTIFICATES, certificatePath, SEALINGS, sealingPath, W } from '../words.js';
import { howFar, isUnderWay, SealingTag } from './list.js';

/** How far a sealing is, how long it will take, what it waits for, and the names that wait for a person. */
export function SealingPage({ view, shown }: { view: View; shown: ShownSealing }): VNode {
  const { lang, t } = view;
  const { sealing, exam, counts, unfit, nextUnfit } = shown;
  const far = howFar(sealing, counts);
  const waiting = counts.reduce((sum, one) => sum + one.unfit, 0);
  const { ready } = far;
  const total = far.total + waiting;
  const isTriedAgain = sealing.state === 'stuck' && sealing.mayPass;
  const called = exam ? t(examName(exam)) : sealing.examCode;
  const title = `${t(W.sealing)}: ${called}`;
  return (
    <Page {...view.frame} title={title} width="work" {...(isUnderWay(sealing.state) ? { refreshSeconds: 3 } : isTriedAgain && { refreshSeconds: 20 })} breadcrumbs={[{ text: W.certificates, href: CERTIFICATES }, { text: W.sealing, href: `${SEALINGS}?year=${sealing.year}` }, { text: called }]}>
      <h1>{title}</h1>
      {sealing.state === 'stuck' && (
        <Notice lang={lang} tone="danger" title={STUCK}>
          <p>{lang === 'lv' ? sealing.stuckLv : sealing.stuckEn}</p>
          <p>{t(isTriedAgain ? TRIES_AGAIN : WAITS)}</p>
        </Notice>
      )}
      {total > 0 && <Progress lang={lang} label={DONE} done={ready} total={total} words={wordsOfTime(shown, ready, far.total)} />}
      <SummaryList
        lang={lang}
        items={[
          { key: W.state, value: <SealingTag view={view} far={far} /> },
          { key: EXAM_CODE, value: `${sealing.examCode}, ${t(TERM_WORDS[sealing.term])}` },
          { key: W.issuedOn, value: readableDay(sealing.issuedOn) },
          { key: ORDERED, value: `${instant(sealing.orderedAt)}, ${byWhom(sealing.orderedBy, lang)}` },
          ...STATES.flatMap((state) => {
            const n = counts.find((one) => one.state === state)?.n ?? 0;
            return n === 0 ? [] : [{ key: STATE_WORDS[state], value: number(n, lang) }];
          }),
        ]}
      />
      <ButtonRow>
        {(isUnderWay(sealing.state) || sealing.state === 'stuck') && <PostButton action={sealingPath(sealing.id, '/pause')} csrf={view.csrf}>{t(PAUSE)}</PostButton>}
        {(sealing.state === 'paused' || sealing.state === 'stuck' || isLeftUndone(far)) && <PostButton action={sealingPath(sealing.id, '/resume')} csrf={view.csrf} variant="primary">{t(sealing.state === 'stuck' ? RETRY : RESUME)}</PostButton>}
      </ButtonRow>
      {sealing.preflight && (
        <>
          <h2>{t(BEFORE)}</h2>
          <DataTable
            lang={lang}
            caption={BEFORE}
            captionHidden
            rows={sealing.preflight}
            rowKey={({ step }) => step}
            columns={[
              { key: 'step', header: STEP, rowHeader: true, cell: ({ words }) => t(words) },
              { key: 'passed', header: OUTCOME, cell: ({ passed, why }) => <>{<StatusTag tone={passed ? 'success' : 'danger'}>{t(passed ? PASSED : FAILED)}</StatusTag>}{why && ` ${t(why)}`}</> },
            ]}
          />
        </>
      )}
      {unfit.length > 0 && (
        <>
          <h2>{t(UNFIT)}</h2>
          <p>{t(UNFIT_LEAD)}</p>
          <DataTable
            lang={lang}
            caption={UNFIT}
            captionHidden
            rows={unfit}
            rowKey={({ id }) => id}
            paging={pagingByKey(view, { shown: unfit.length, next: nextUnfit })}
            columns={[
              { key: 'number', header: W.number, cell: ({ number: nr }) => nr },
              { key: 'name', header: W.name, rowHeader: true, cell: ({ page }) => page.holder },
              { key: 'why', header: WHY, cell: ({ unfitLv, unfitEn }) => (lang === 'lv' ? unfitLv : unfitEn) },
              { key: 'mend', header: MEND, cell: ({ id, page }) => <a href={certificatePath(id, '/printed-name')}>{t(MEND)}<span class="visually-hidden">{` ${page.holder}`}</span></a> },
            ]}
          />
        </>
      )}
    </Page>
  );
}

/** "120 of 480; about 2 min left", by how fast it went so far, once it is known how many there are. */
function wordsOfTime({ sealing }: ShownSealing, ready: number, total: number): Text {
  const said = (lang: 'lv' | 'en', of: string, left: string) => {
    const base = `${number(ready, lang)} ${of} ${number(total, lang)}`;
    if (sealing.state !== 'sealing' || sealing.sealedInRuns === 0 || ready >= total) return base;
    return `${base}; ${left} ${duration((sealing.runMs / sealing.sealedInRuns) * (total - ready), lang)}`;
  };
  return { lv: said('lv', 'no', 'vēl aptuveni'), en: said('en', 'of', 'left about') };
}

const DONE: Text = { lv: 'Apzīmogoti sertifikāti', en: 'Certificates sealed' };
const STUCK: Text = { lv: 'Zīmogošana ir aizķērusies', en: 'The sealing is stuck' };
const TRIES_AGAIN: Text = { lv: 'Programma mēģina vēlreiz ik pēc minūtes.', en: 'The program tries again every minute.' };
const WAITS: Text = { lv: 'Programma pati vairs nemēģina. Kad novērsts, kas traucē, spiediet “Mēģināt vēlreiz”; jau paveiktais paliek.', en: 'The program does not try again by itself. When what is in the way is mended, press “Try again”; what is done stays.' };
const EXAM_CODE: Text = { lv: 'Pārbaudījuma kods un termiņš', en: 'Code of the exam, and its term' };
const ORDERED: Text = { lv: 'Sākta', en: 'Begun' };
const PAUSE: Text = { lv: 'Apturēt', en: 'Pause' };
const RESUME: Text = { lv: 'Turpināt', en: 'Go on' };
const RETRY: Text = { lv: 'Mēģināt vēlreiz', en: 'Try again' };
const BEFORE: Text = { lv: 'Pārbaude pirms zīmogošanas', en: 'Trial before sealing' };
const STEP: Text = { lv: 'Kas pārbaudīts', en: 'What was tried' };
const OUTCOME: Text = { lv: 'Iznākums', en: 'Outcome' };
const PASSED: Text = { lv: 'izdevās', en: 'passed' };
const FAILED: Text = { lv: 'neizdevās', en: 'failed' };
const UNFIT: Text = { lv: 'Vārdi, ko nevar nodrukāt', en: 'Names that cannot be printed' };
const UNFIT_LEAD: Text = { lv: 'Pārējos tas nekavē. Nosakiet, kā vārdu drukāt; tad sertifikātu apzīmogos.', en: 'The others do not wait for these. Say how the name is printed; then the certificate is sealed.' };
const WHY: Text = { lv: 'Kas traucē', en: 'What is in the way' };
const MEND: Text = { lv: 'Noteikt, kā drukāt', en: 'Say how to print' };
