import type { VNode } from 'preact';
import { dayInRiga } from '#kernel/clock.js';
import { readableDay } from '#kernel/iso-date.js';
import { fill, type Text } from '#kernel/text.js';
import { Button, ButtonRow } from '#ui/form/button.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { Form } from '#ui/form/form.js';
import { duration, instant } from '#ui/format.js';
import { Lead } from '#ui/lead.js';
import { Notice } from '#ui/notice.js';
import { Page } from '#ui/page.js';
import { StatusTag } from '#ui/status-tag.js';
import { DataTable } from '#ui/table/data-table.js';
import type { Attempt } from '#web/page-route.js';
import type { View } from '#web/view.js';
import type { Trial, TrialStep } from '../../actions/try-seal.js';
import type { SealKind } from '../../seal/seal-settings.js';
import { CERTIFICATES, SEALINGS, W } from '../words.js';

export const TRY = `${SEALINGS}/try`;
export const TRY_SEAL: Text = { lv: 'Izmēģināt zīmogu', en: 'Try the seal' };

/** The seal and its services, tried at the press of a button, without any certificate; with what each answered and how long it took. */
export function TrialPage({ view, kind, trial, attempt }: { view: View; kind: SealKind | null; trial: Trial | null; attempt?: Attempt }): VNode {
  const { t, lang } = view;
  const failed = trial?.steps.some(({ passed }) => !passed) ?? false;
  return (
    <Page {...view.frame} title={t(TRY_SEAL)} width="work" breadcrumbs={[{ text: W.certificates, href: CERTIFICATES }, { text: W.sealing, href: SEALINGS }, { text: TRY_SEAL }]}>
      <ErrorSummary lang={lang} errors={attempt?.errors ?? []} />
      <h1>{t(TRY_SEAL)}</h1>
      <Lead>{t(LEAD)}</Lead>
      {kind === null && !trial && <Notice lang={lang} tone="warning" title={NO_SEAL} />}
      {trial && (
        <>
          <Notice lang={lang} tone={failed ? 'danger' : 'success'} announced title={fill(failed ? NOT_READY : READY, { at: instant(trial.triedAt) })} />
          <DataTable
            lang={lang}
            caption={STEPS}
            captionHidden
            rows={trial.steps}
            rowKey={({ step }) => step}
            columns={[
              { key: 'step', header: STEP, rowHeader: true, cell: ({ words }) => t(words) },
              { key: 'passed', header: OUTCOME, cell: ({ passed }) => <StatusTag tone={passed ? 'success' : 'danger'}>{t(passed ? PASSED : FAILED)}</StatusTag> },
              { key: 'told', header: ANSWER, cell: (one) => answerOf(one, view) },
              { key: 'took', header: TOOK, number: true, cell: ({ tookMs }) => duration(tookMs, lang) },
            ]}
          />
        </>
      )}
      <Form csrf={view.csrf} action={TRY}>
        <ButtonRow>
          <Button variant={trial ? 'secondary' : 'primary'}>{t(trial ? AGAIN : NOW)}</Button>
        </ButtonRow>
      </Form>
    </Page>
  );
}

function answerOf({ why, told }: TrialStep, { t }: View): string {
  if (why) return t(why);
  if (told === null) return '–';
  return t('at' in told ? fill(TOLD_TIME, { at: instant(told.at) }) : fill(TOLD_NAME, { name: told.name, until: readableDay(dayInRiga(told.until)) }));
}

const LEAD: Text = {
  lv: 'Pārbauda visu, kas vajadzīgs zīmogošanai, ar parauga datiem: nevienu sertifikātu nezīmogo, un nekas nepaliek, tikai ieraksts, ka zīmogs izmēģināts.',
  en: 'Everything that sealing needs is tried on a probe: no certificate is sealed, and nothing stays but the entry that the seal was tried.',
};
const NO_SEAL: Text = { lv: 'Zīmogs nav iestatīts', en: 'No seal is set up' };
const NOW: Text = { lv: 'Izmēģināt tagad', en: 'Try now' };
const AGAIN: Text = { lv: 'Izmēģināt vēlreiz', en: 'Try again' };
const READY: Text = { lv: '{at}: viss, kas vajadzīgs zīmogošanai, atbild', en: '{at}: everything that sealing needs answers' };
const NOT_READY: Text = { lv: '{at}: zīmogot šobrīd nevar', en: '{at}: sealing is not possible now' };
const STEPS: Text = { lv: 'Izmēģinājuma soļi', en: 'Steps of the trial' };
const STEP: Text = { lv: 'Kas pārbaudīts', en: 'What was tried' };
const OUTCOME: Text = { lv: 'Iznākums', en: 'Outcome' };
const PASSED: Text = { lv: 'izdevās', en: 'passed' };
const FAILED: Text = { lv: 'neizdevās', en: 'failed' };
const ANSWER: Text = { lv: 'Atbilde', en: 'Answer' };
const TOOK: Text = { lv: 'Ilgums', en: 'Time taken' };
const TOLD_TIME: Text = { lv: 'atbildē norādītais laiks: {at}', en: 'time in the answer: {at}' };
const TOLD_NAME: Text = { lv: '{name}, derīgs līdz {until}', en: '{name}, valid until {until}' };
