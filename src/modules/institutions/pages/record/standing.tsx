import { fill, type Text } from '#kernel/text.js';
import { Checkboxes } from '#ui/form/checkboxes.js';
import { DateField } from '#ui/form/date-field.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { TextField } from '#ui/form/text-field.js';
import { formPage } from '#web/page-route.js';
import { changeStanding } from '../../actions/change-standing.js';
import { openCardForm } from '../../actions/open-forms.js';
import { WORDS } from '../words.js';
import { startingWith, StandingFields } from './fields.js';
import { RecordPage } from './frame.js';

export const standingRoute = formPage({
  path: '/institutions/:regNr/standing',
  load: openCardForm,
  render: ({ institution, card, classifiers }, view, attempt) => {
    const field = fieldsOf({ lang: view.lang, ...attempt });
    const pages = card.accreditations.filter((page) => page.validTo === null || page.validTo > view.today);
    return (
      <RecordPage view={view} title={TITLE} attempt={attempt} institution={institution}>
        <StandingFields view={view} field={startingWith(field, { ...card.standings.at(-1) })} classifiers={classifiers} />
        <DateField {...field('from', view.today)} label={WORDS.from} min={institution.foundedOn} />
        <TextField {...field('basis')} label={WORDS.basis} hint={WORDS.basisHint} width="full" />
        {(pages.length > 0 || attempt.errors.some((error) => error.field === 'endAccreditation')) && (
          <Checkboxes {...field('endAccreditation')} label={WORDS.accreditation} hint={ACCREDITATION_HINT} options={[{ value: 'yes', label: fill(END_PAGE, { nr: (pages[0] ?? card.accreditations.at(-1))?.pageNr ?? '' }) }]} optional />
        )}
      </RecordPage>
    );
  },
  action: changeStanding,
  done: ({ regNr }) => ({ to: `/institutions/${regNr}`, notice: DONE }),
});

const TITLE: Text = { lv: 'Cits tips vai statuss', en: 'Another type or status' };
const ACCREDITATION_HINT: Text = {
  lv: 'Dažu tipu iestādēm akreditācijas nav. Ja jaunais tips ir tāds, akreditācijas lapai jābeidzas tajā pašā dienā.',
  en: 'Institutions of some types have no accreditation. If the new type is one of them, the page must end on the same day.',
};
const END_PAGE: Text = { lv: 'Lapa {nr} šajā dienā beidzas', en: 'Page {nr} ends on the day' };
const DONE: Text = { lv: 'Tipa un statusa maiņa ierakstīta.', en: 'The change of type and status is recorded.' };
