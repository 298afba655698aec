import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { Button, ButtonRow } from '#ui/form/button.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { FileField } from '#ui/form/file-field.js';
import { Form } from '#ui/form/form.js';
import { TextField } from '#ui/form/text-field.js';
import { Lead } from '#ui/lead.js';
import { Page } from '#ui/page.js';
import type { Attempt } from '#web/page-route.js';
import type { View } from '#web/view.js';
import { CHECK, CLAIM } from '../paths.js';
import { W } from '../words.js';

export interface CheckPageProps {
  readonly view: View;
  readonly attempt: Attempt;
  /** What the server found, where the browser has no script. */
  readonly found?: VNode | undefined;
}

/** The page works by forms; its island checks in the browser instead, and then nothing is sent. */
export function CheckPage({ view, attempt, found }: CheckPageProps): VNode {
  const { lang, t } = view;
  const field = fieldsOf({ lang, ...attempt });
  return (
    <Page {...view.frame} title={t(W.check)} islands={['check-document']}>
      <ErrorSummary lang={lang} errors={attempt.errors} />
      <h1>{t(W.check)}</h1>
      <Lead>{t(LEAD)}</Lead>
      <div class="checks" data-check data-offline-script={view.frame.assets.islands['check-offline']}>
        <div data-check-result class="found" aria-live="polite">
          {found && (
            <>
              <h2>{t(RESULT)}</h2>
              {found}
            </>
          )}
        </div>
        <section aria-labelledby="check-file" data-check-file>
          <h2 id="check-file">{t(BY_FILE)}</h2>
          <p data-with-script hidden>{t(STAYS)}</p>
          <p data-without-script>{t(IS_SENT)}</p>
          <Form csrf={view.csrf} action={CHECK} upload>
            <FileField {...field('file')} label={FILE} hint={FILE_HINT} accept=".edoc,.asice,.sce" />
            <ButtonRow>
              <Button>{t(DO_CHECK)}</Button>
            </ButtonRow>
          </Form>
        </section>
        <section aria-labelledby="check-claim" data-check-claim>
          <h2 id="check-claim">{t(BY_CLAIM)}</h2>
          <p>{t(CLAIM_LEAD)}</p>
          <Form csrf={view.csrf} action={CLAIM}>
            <TextField {...field('claim')} label={CODE} hint={CODE_HINT} maxLength={2_000} />
            <TextField {...field('holder')} label={HOLDER} hint={HOLDER_HINT} maxLength={200} optional />
            <ButtonRow>
              <Button variant="secondary">{t(DO_CHECK_CLAIM)}</Button>
            </ButtonRow>
          </Form>
        </section>
        <p data-offline hidden>{t(OFFLINE)}</p>
      </div>
    </Page>
  );
}

const LEAD: Text = {
  lv: 'Uzziniet, kas un kad parakstījis elektronisko dokumentu (.edoc, .asice), vai tas kopš tā brīža nav mainīts un vai sertifikāta izdruka ir īsta.',
  en: 'See who signed an electronic document (.edoc, .asice) and when, whether it was changed since, and whether a printed copy of a certificate is genuine.',
};
const RESULT: Text = { lv: 'Pārbaudes rezultāts', en: 'What was found' };
const BY_FILE: Text = { lv: 'Elektronisks dokuments', en: 'Electronic document' };
const STAYS: Text = { lv: 'Datne paliek jūsu ierīcē: to pārbauda pārlūks, un nekas netiek nosūtīts.', en: 'The file stays on your device: your browser checks it, and nothing is sent.' };
const IS_SENT: Text = { lv: 'Pārlūkā skripti nedarbojas, tāpēc datne tiek nosūtīta serverim; tas to pārbauda un uzreiz aizmirst, nekas netiek saglabāts.', en: 'Scripts do not run in this browser, so that the file is sent to the server, which checks it and forgets it at once; nothing is kept.' };
const FILE: Text = { lv: 'Parakstīta datne', en: 'Signed file' };
const FILE_HINT: Text = { lv: '.edoc vai .asice, līdz 20 MB; datni var arī ievilkt šeit', en: '.edoc or .asice, up to 20 MB; a file can also be dropped here' };
const DO_CHECK: Text = { lv: 'Pārbaudīt', en: 'Check' };
const BY_CLAIM: Text = { lv: 'Izdruka ar kodu', en: 'Printed copy with a code' };
const CLAIM_LEAD: Text = { lv: 'Nolasiet izdrukas kvadrātkodu ar tālruņa kameru: tas atver šo lapu. Vai ielīmējiet šeit adresi, ko kods satur.', en: 'Read the square code of the copy with the camera of your phone: it opens this page. Or paste here the address that the code holds.' };
const CODE: Text = { lv: 'Adrese no koda', en: 'Address from the code' };
const CODE_HINT: Text = { lv: 'Kodā ierakstītā adrese; tajā ir #c=', en: 'The address that the code holds; it contains #c=' };
const HOLDER: Text = { lv: 'Vārds un uzvārds no izdrukas', en: 'Name on the copy' };
const HOLDER_HINT: Text = { lv: 'Kodā pašā vārda nav; ievadīto salīdzina ar tā nospiedumu', en: 'The code itself holds no name; what you enter is compared with a mark of it' };
const DO_CHECK_CLAIM: Text = { lv: 'Pārbaudīt kodu', en: 'Check the code' };
const OFFLINE: Text = { lv: 'Lapa ir saglabāta šajā pārlūkā un darbojas arī bez interneta.', en: 'This page is kept in this browser and works without a connection too.' };
