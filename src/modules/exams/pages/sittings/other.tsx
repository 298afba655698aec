import { LearnerFields } from '#modules/education/public.js';
import { readableDay } from '#kernel/iso-date.js';
import { fill, type Text } from '#kernel/text.js';
import { DateField } from '#ui/form/date-field.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { Radios } from '#ui/form/radios.js';
import { TextField } from '#ui/form/text-field.js';
import { formPage, type WebRoute } from '#web/page-route.js';
import { openOtherForm, registerOther } from '../../actions/register-others.js';
import { CANDIDATE_WORDS, OTHER_CANDIDATES } from '../../domain/candidate-kinds.js';
import { examName } from '../../domain/exam-words.js';
import { FormFrame } from '../frame.js';
import { sittingPath } from '../sitting/tabs.js';
import { W } from '../words.js';
import { atSchool, registerPath, SITTINGS } from './page.js';
import { OTHERS } from './words.js';

/** Entering someone who takes an exam without being a pupil of its grade. */
export const otherCandidateRoutes: readonly WebRoute[] = [
  formPage({
    path: `${SITTINGS}/institutions/:regNr/register/:eventId/other`,
    load: openOtherForm,
    loadInput: ({ regNr, eventId }) => ({ regNr, eventId }),
    render: ({ school, event, kinds }, view, attempt) => {
      const { lang } = view;
      const field = fieldsOf({ lang, ...attempt });
      const lead = fill(LEAD, { applications: readableDay(event.applicationsUntil), changes: readableDay(event.changesUntil) });
      const back = [{ text: W.sittings, href: SITTINGS }, { text: school.name, href: atSchool(school.regNr, event.year) }, { text: examName(event), href: registerPath(school.regNr, event.id) }];
      return (
        <FormFrame view={view} attempt={attempt} title={OTHERS} lead={lead} back={back} save={ENTER}>
          <Radios {...field('candidateAs', kinds.length === 1 ? kinds[0] : undefined)} label={AS} hint={WHO_ENTERS} options={(kinds.length > 0 ? kinds : OTHER_CANDIDATES).map((kind) => ({ value: kind, label: CANDIDATE_WORDS[kind] }))} />
          <LearnerFields view={view} field={(name) => field(name)} />
          <TextField {...field('letBy')} label={W.letBy} hint={LET_BY_HINT} maxLength={200} autoComplete="off" />
          <DateField {...field('appliedOn', view.today)} label={APPLIED_ON} max={view.today} />
        </FormFrame>
      );
    },
    action: registerOther,
    done: ({ sittingId }) => ({ to: sittingPath(sittingId, '?tab=applied'), notice: ENTERED }),
  }),
];

const LEAD: Text = {
  lv: 'Te reģistrē to, kurš šajā klasē nemācās, bet eksāmenu drīkst kārtot. Pieteikumus pieņem līdz {applications}, izvēli maina līdz {changes}',
  en: 'For who is no pupil of this grade but may take the exam. Applications are taken until {applications}, choices change until {changes}',
};
const AS: Text = { lv: 'Kā kārto', en: 'Takes it as' };
const WHO_ENTERS: Text = {
  lv: 'Eksternu reģistrē skola, kurā šogad ir šī klase; iepriekšējo gadu absolventu – augstskola, kas eksāmenu rīko kopā ar aģentūru. Abus var reģistrēt aģentūra.',
  en: 'An extern is entered by a school that has this grade this year; a graduate of an earlier year by a university that holds the exam together with the agency. The agency enters both.',
};
const LET_BY_HINT: Text = { lv: 'Rīkojums par eksternu vai atestāta numurs un gads, piemēram, “Rīkojums 1-8/12, 03.11.2025.”', en: 'The order about an extern, or the number and year of the attestation, as in “Order 1-8/12, 03.11.2025”' };
const APPLIED_ON: Text = { lv: 'Pieteikuma diena', en: 'Day of the application' };
const ENTER: Text = { lv: 'Reģistrēt', en: 'Enter' };
const ENTERED: Text = { lv: 'Kārtotājs reģistrēts. Pārbaudiet sarakstu un apstipriniet to.', en: 'The candidate has been entered. Check the list and confirm it.' };
