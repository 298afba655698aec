import type { Text } from '#kernel/text.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { formPage } from '#web/page-route.js';
import { openEntryForm } from '../../actions/open-forms.js';
import { withdrawEntry } from '../../actions/withdraw-entry.js';
import { isUnbroken } from '../../domain/lines.js';
import { RecordPage } from '../record/frame.js';
import { EntryWords } from './entry-words.js';
import { TAKE_BACK, Why, WITHDRAWAL } from './frame.js';

export const withdrawEntryRoute = formPage({
  path: '/institutions/:regNr/withdrawals/:history/:rowId',
  load: openEntryForm,
  render: ({ institution, entry }, view, attempt) => (
    <RecordPage
      view={view}
      title={WITHDRAWAL}
      attempt={attempt}
      institution={institution}
      danger
      save={TAKE_BACK}
      before={
        <>
          <EntryWords view={view} entry={entry} />
          <p>{view.t(isUnbroken(entry.history, { ...entry.row }) ? ONE_BEFORE_GOES_ON : NOTHING_INSTEAD)}</p>
        </>
      }
    >
      <Why field={fieldsOf({ lang: view.lang, ...attempt })} />
    </RecordPage>
  ),
  action: withdrawEntry,
  done: ({ regNr }) => ({ to: `/institutions/${regNr}`, notice: DONE }),
});

const ONE_BEFORE_GOES_ON: Text = {
  lv: 'Pēc atsaukšanas šajās dienās būs spēkā iepriekšējais ieraksts. Atsauktais paliek redzams kā tas, ko reģistrs rādīja iepriekš.',
  en: 'The entry before will hold on these days again. What is taken back stays as what the register said before.',
};
const NOTHING_INSTEAD: Text = {
  lv: 'Pēc atsaukšanas šajās dienās tāda ieraksta nebūs. Atsauktais paliek redzams kā tas, ko reģistrs rādīja iepriekš.',
  en: 'There will be no such entry on these days. What is taken back stays as what the register said before.',
};
const DONE: Text = { lv: 'Ieraksts atsaukts.', en: 'The entry is taken back.' };
