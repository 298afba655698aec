import { examName } from '#modules/exams/public.js';
import { fill, type Text } from '#kernel/text.js';
import { DateField } from '#ui/form/date-field.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { TextArea } from '#ui/form/text-area.js';
import { TextField } from '#ui/form/text-field.js';
import { number } from '#ui/format.js';
import { Notice } from '#ui/notice.js';
import { button, formPage, showPage, type WebRoute } from '#web/page-route.js';
import { mendName, openName } from '../../actions/mend-name.js';
import { goOn, openOrder, orderSealing, pause } from '../../actions/order-sealing.js';
import { openTrial, trySeal } from '../../actions/try-seal.js';
import { viewSealing, viewSealings } from '../../actions/view-sealings.js';
import { FormFrame } from '../form-frame.js';
import { CERTIFICATES, FORMS, SEALINGS, sealingPath, W } from '../words.js';
import { SealingsPage } from './list.js';
import { SealingPage } from './progress.js';
import { TrialPage, TRY } from './trial.js';

const BACK = [{ text: W.certificates, href: CERTIFICATES }, { text: W.sealing, href: SEALINGS }];

export const sealingRoutes: readonly WebRoute[] = [
  showPage({ path: SEALINGS, action: viewSealings, render: (found, view) => <SealingsPage view={view} found={found} /> }),
  formPage({
    path: `${SEALINGS}/new`,
    load: openOrder,
    loadInput: ({ year, eventId }) => ({ year, eventId }),
    render: ({ event, today, isFormConfirmed }, view, attempt) => {
      const field = fieldsOf({ lang: view.lang, ...attempt });
      const lead = { lv: fill(ORDER_LEAD, { n: number(event.due, 'lv') }).lv, en: fill(ORDER_LEAD, { n: number(event.due, 'en') }).en };
      return (
        <FormFrame view={view} attempt={attempt} title={examName(event)} lead={lead} back={BACK} save={SEAL} above={!isFormConfirmed && <Notice lang={view.lang} tone="warning" title={UNCONFIRMED}><p><a href={FORMS}>{view.t(W.forms)}</a></p></Notice>}>
          <DateField {...field('issuedOn', today)} label={DAY_OF_ISSUE} />
        </FormFrame>
      );
    },
    action: orderSealing,
    done: ({ id }) => ({ to: sealingPath(id), notice: BEGUN }),
  }),
  formPage({
    path: TRY,
    load: openTrial,
    loadInput: () => ({}),
    render: (kind, view, attempt) => <TrialPage view={view} kind={kind} trial={null} attempt={attempt} />,
    action: trySeal,
    done: (trial, view) => <TrialPage view={view} kind={trial.kind} trial={trial} />,
  }),
  showPage({ path: `${SEALINGS}/:id`, action: viewSealing, render: (shown, view) => <SealingPage view={view} shown={shown} /> }),
  button({ path: `${SEALINGS}/:id/pause`, action: pause, done: ({ id }) => ({ to: sealingPath(id), notice: PAUSED }) }),
  button({ path: `${SEALINGS}/:id/resume`, action: goOn, done: ({ id }) => ({ to: sealingPath(id), notice: BEGUN }) }),
  formPage({
    path: `${CERTIFICATES}/:id/printed-name`,
    load: openName,
    loadInput: ({ id }) => ({ id }),
    render: (draft, view, attempt) => {
      const field = fieldsOf({ lang: view.lang, ...attempt });
      const lead = { lv: `${draft.page.holder}. ${draft.unfitLv}`, en: `${draft.page.holder}. ${draft.unfitEn}` };
      return (
        <FormFrame view={view} attempt={attempt} title={HOW_PRINTED} lead={lead} back={[...BACK, { text: draft.examCode, href: sealingPath(draft.sealingId) }]}>
          <TextField {...field('given')} label={GIVEN} maxLength={100} />
          <TextField {...field('family')} label={FAMILY} maxLength={100} />
          <TextArea {...field('why')} label={W.reason} hint={WHY_HINT} rows={2} maxLength={500} />
        </FormFrame>
      );
    },
    action: mendName,
    done: ({ sealingId }) => ({ to: sealingPath(sealingId), notice: W.saved }),
  }),
];

const DAY_OF_ISSUE: Text = { lv: 'Izdošanas diena', en: 'Day of issue' };
const UNCONFIRMED: Text = { lv: 'Šodienas veidlapas tekstu ar tiesību aktu vēl neviens nav salīdzinājis', en: 'Nobody has compared the words of today’s form with the act yet' };
const ORDER_LEAD: Text = {
  lv: 'Sertifikāti, kas pienākas: {n}. Izdošanas diena ir uz sertifikāta; redzami tie kļūst rezultātu paziņošanas brīdī.',
  en: 'Certificates due: {n}. The day of issue stands on the certificate; they become visible when results are published.',
};
const SEAL: Text = { lv: 'Sākt zīmogošanu', en: 'Begin sealing' };
const BEGUN: Text = { lv: 'Zīmogošana turpinās fonā; lapu var aizvērt.', en: 'The sealing goes on in the background; the page can be left.' };
const PAUSED: Text = { lv: 'Zīmogošana ir apturēta; paveiktais paliek.', en: 'The sealing is paused; what is done stays.' };
const HOW_PRINTED: Text = { lv: 'Kā drukāt vārdu', en: 'How the name is printed' };
const GIVEN: Text = { lv: 'Vārds sertifikātā', en: 'Given name on the certificate' };
const FAMILY: Text = { lv: 'Uzvārds sertifikātā', en: 'Family name on the certificate' };
const WHY_HINT: Text = { lv: 'Piemēram, pēc kura dokumenta', en: 'For instance, by which document' };
