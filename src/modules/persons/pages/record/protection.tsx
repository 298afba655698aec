import type { Text } from '#kernel/text.js';
import { DateField } from '#ui/form/date-field.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { Notice } from '#ui/notice.js';
import { formPage } from '#web/page-route.js';
import { openProtectionForm } from '../../actions/open-forms.js';
import { endProtection, protectPerson } from '../../actions/protect-person.js';
import { History, protectionWords } from '../card-sections.js';
import { WORDS } from '../words.js';
import { ProtectionFields } from './fields.js';
import { afterRecording, RecordPage } from './frame.js';

export const protectionRoute = formPage({
  path: '/persons/:id/protection',
  load: openProtectionForm,
  render: ({ card }, view, attempt) => {
    const field = fieldsOf({ lang: view.lang, ...attempt });
    const fields = (
      <>
        <ProtectionFields field={field} />
        <DateField {...field('from', view.today)} label={WORDS.from} max={view.today} />
      </>
    );
    return (
      <RecordPage view={view} title={BEGINNING} card={card} attempt={attempt} before={<p>{view.t(WILL_HIDE)}</p>} fields={fields}>
        <History view={view} title={WORDS.protection} rows={card.protections}>{protectionWords(view)}</History>
      </RecordPage>
    );
  },
  action: protectPerson,
  done: afterRecording({ lv: 'Personas dati ir aizsargāti.', en: 'The person’s data is protected.' }),
});

export const endProtectionRoute = formPage({
  path: '/persons/:id/protection/end',
  load: openProtectionForm,
  render: ({ card }, view, attempt) => (
    <RecordPage
      view={view}
      title={ENDING}
      card={card}
      attempt={attempt}
      danger
      save={END_IT}
      before={
        <Notice lang={view.lang} tone="warning">
          <p>{view.t(WILL_SHOW)}</p>
        </Notice>
      }
      fields={<DateField {...fieldsOf({ lang: view.lang, ...attempt })('on')} label={FIRST_DAY_WITHOUT} max={view.today} />}
    >
      <History view={view} title={WORDS.protection} rows={card.protections}>{protectionWords(view)}</History>
    </RecordPage>
  ),
  action: endProtection,
  done: afterRecording({ lv: 'Datu aizsardzība ir atcelta.', en: 'The protection of the data has ended.' }),
});

const BEGINNING: Text = { lv: 'Datu aizsardzības noteikšana', en: 'Beginning the protection of data' };
const ENDING: Text = { lv: 'Datu aizsardzības beigas', en: 'End of the protection of data' };
const END_IT: Text = { lv: 'Atcelt aizsardzību', en: 'End the protection' };
const FIRST_DAY_WITHOUT: Text = { lv: 'Pirmā diena bez aizsardzības', en: 'First day without protection' };
const WILL_HIDE: Text = {
  lv: 'Kamēr dati ir aizsargāti, personu redz tikai tie, kam ir atsevišķas tiesības. Pārējiem tās reģistrā nav.',
  en: 'While the data is protected, only those with a separate right see the person. For all others the register has no such person.',
};
const WILL_SHOW: Text = {
  lv: 'Pēc aizsardzības beigām personas datus, arī dzīvesvietu, redzēs visi, kam ir tiesības meklēt personas šajā pašvaldībā.',
  en: 'Once the protection ends, all who may search for persons in the municipality will see the data, the address too.',
};
