import { fill, type Text } from '#kernel/text.js';
import { instant } from '#ui/format.js';
import { DateField } from '#ui/form/date-field.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { TextArea } from '#ui/form/text-area.js';
import { TextField } from '#ui/form/text-field.js';
import { button, formPage, showPage, type WebRoute } from '#web/page-route.js';
import { confirmPublication, openConfirmation, openPublicationForm, openPublications, setPublication, takeBackPublication } from '../../actions/publish-results.js';
import { STAGE_WORDS, TERM_WORDS } from '../../domain/exam-words.js';
import { FormFrame } from '../frame.js';
import { PUBLICATIONS_PATH } from '../results/event.js';
import { W } from '../words.js';
import { ConfirmPage } from './confirm.js';
import { PUBLICATION, PublicationsPage } from './page.js';

export const publicationRoutes: readonly WebRoute[] = [
  showPage({ path: PUBLICATIONS_PATH, action: openPublications, render: (found, view) => <PublicationsPage view={view} found={found} /> }),
  formPage({
    path: `${PUBLICATIONS_PATH}/:year/:stage/:term`,
    load: openPublicationForm,
    loadInput: ({ year, stage, term }) => ({ year, stage, term }),
    render: ({ session, term }, view, attempt) => {
      const field = fieldsOf({ lang: view.lang, ...attempt });
      const title: Text = { lv: `${PUBLICATION.lv}: ${STAGE_WORDS[session.stage].lv.toLowerCase()}, ${TERM_WORDS[term].lv.toLowerCase()}`, en: `${PUBLICATION.en}: ${STAGE_WORDS[session.stage].en.toLowerCase()}, ${TERM_WORDS[term].en.toLowerCase()}` };
      return (
        <FormFrame view={view} attempt={attempt} title={title} lead={LEAD} back={[{ text: PUBLICATION, href: `${PUBLICATIONS_PATH}?year=${session.year}` }]}>
          <DateField {...field('on', session.announcedOn && session.announcedOn > view.today ? session.announcedOn : '')} label={W.day} min={view.today} />
          <TextField {...field('time', '09:00')} label={TIME} hint={TIME_HINT} width="short" maxLength={5} />
          <TextArea {...field('basis')} label={W.basis} hint={W.basisHint} rows={2} maxLength={500} />
        </FormFrame>
      );
    },
    action: setPublication,
    done: ({ visibleFrom, year }) => ({ to: `${PUBLICATIONS_PATH}?year=${year}`, notice: fill(SET, { at: instant(visibleFrom) }) }),
  }),
  formPage({
    path: `${PUBLICATIONS_PATH}/:id/confirm`,
    load: openConfirmation,
    loadInput: ({ id }) => ({ id }),
    render: (toConfirm, view, attempt) => <ConfirmPage view={view} attempt={attempt} back={PUBLICATION} toConfirm={toConfirm} />,
    action: confirmPublication,
    done: ({ visibleFrom, year }) => ({ to: `${PUBLICATIONS_PATH}?year=${year}`, notice: fill(CONFIRMED, { at: instant(visibleFrom) }) }),
  }),
  button({ path: `${PUBLICATIONS_PATH}/:id/take-back`, action: takeBackPublication, done: ({ year }) => ({ to: `${PUBLICATIONS_PATH}?year=${year}`, notice: TAKEN_BACK }) }),
];

const LEAD: Text = { lv: 'Brīdis stājas spēkā, kad to apstiprina cits cilvēks. Līdz tam nekas nemainās.', en: 'The instant counts once somebody else has confirmed it. Until then nothing changes.' };
const TIME: Text = { lv: 'Laiks (Rīgā)', en: 'Time (in Riga)' };
const TIME_HINT: Text = { lv: 'Stundas un minūtes, piemēram, 09:00', en: 'Hours and minutes, as in 09:00' };
const SET: Text = { lv: 'Brīdis {at} gaida cita cilvēka apstiprinājumu.', en: 'The instant {at} waits for somebody else to confirm it.' };
const CONFIRMED: Text = { lv: 'Apstiprināts: rezultātus paziņos {at}.', en: 'Confirmed: results are published on {at}.' };
const TAKEN_BACK: Text = { lv: 'Paziņošanas brīdis atsaukts.', en: 'The instant of publication has been taken back.' };
