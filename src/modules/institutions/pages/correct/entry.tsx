import type { VNode } from 'preact';
import { type IsoDate, readableDay } from '#kernel/iso-date.js';
import { fill, type Text } from '#kernel/text.js';
import { DateField } from '#ui/form/date-field.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { HiddenFields } from '#ui/form/form.js';
import { formPage } from '#web/page-route.js';
import type { View } from '#web/view.js';
import { correctEntry } from '../../actions/correct-entry.js';
import { openEntryForm } from '../../actions/open-forms.js';
import { isUnbroken } from '../../domain/lines.js';
import { startingWith } from '../record/fields.js';
import { RecordPage } from '../record/frame.js';
import { WORDS } from '../words.js';
import { CORRECTION, CORRECTION_LEAD, Instead } from './frame.js';
import { EntryFields, recordedIn } from './entry-fields.js';
import { EntryWords } from './entry-words.js';

/** Where an entry of a history is corrected. */
export const correctionHref = (regNr: string, history: string, rowId: string): string => `/institutions/${regNr}/corrections/${history}/${rowId}`;

export const correctEntryRoute = formPage({
  path: '/institutions/:regNr/corrections/:history/:rowId',
  load: openEntryForm,
  render: (loaded, view, attempt): VNode => {
    const { institution, entry } = loaded;
    const { history, row } = entry;
    const unbroken = isUnbroken(history, { ...row });
    const first = unbroken && row.validFrom === institution.foundedOn;
    const field = startingWith(fieldsOf({ lang: view.lang, ...attempt }), recordedIn(entry, loaded.units));
    return (
      <RecordPage
        view={view}
        title={CORRECTION}
        attempt={attempt}
        institution={institution}
        before={
          <>
            <EntryWords view={view} entry={entry} />
            <p>{view.t(CORRECTION_LEAD)}</p>
          </>
        }
        after={!first && <Instead view={view} href={`/institutions/${institution.regNr}/withdrawals/${history}/${row.id}`} text={WITHDRAW} />}
      >
        <EntryFields view={view} field={field} entry={entry} classifiers={loaded.classifiers} units={loaded.units} />
        {first ? (
          <FirstDay view={view} institution={institution} />
        ) : (
          <DateField {...field('from', row.validFrom)} label={WORDS.from} hint={unbroken ? END_FOLLOWS : undefined} min={institution.foundedOn} />
        )}
        {!unbroken && <DateField {...field('to', row.validTo ?? '')} label={WORDS.to} hint={WORDS.toHint} optional />}
      </RecordPage>
    );
  },
  action: correctEntry,
  done: ({ regNr }) => ({ to: `/institutions/${regNr}`, notice: DONE }),
});

/** The first entry begins with the institution, so its day is told and not asked. */
const FirstDay = ({ view, institution: { regNr, foundedOn } }: { view: View; institution: { readonly regNr: string; readonly foundedOn: IsoDate } }): VNode => (
  <>
    <HiddenFields values={{ from: foundedOn }} />
    <p>
      {`${view.t(fill(BEGINS_WITH_FOUNDING, { day: readableDay(foundedOn) }))} `}
      <a href={`/institutions/${regNr}/founding`}>{view.t(CORRECT_FOUNDING)}</a>
    </p>
  </>
);

const BEGINS_WITH_FOUNDING: Text = { lv: 'Šis ir pirmais ieraksts, tāpēc tas sākas dibināšanas dienā – {day}', en: 'This is the first entry, so it begins on the founding day, {day}' };
const CORRECT_FOUNDING: Text = { lv: 'Labot dibināšanas dienu', en: 'Correct the founding day' };
const END_FOLLOWS: Text = { lv: 'Iepriekšējais ieraksts beigsies šajā dienā; šis beidzas, kad sākas nākamais', en: 'The entry before will end on this day; this one ends where the next begins' };
const WITHDRAW: Text = { lv: 'Tā nekad nebija: atsaukt ierakstu', en: 'It never was so: take the entry back' };
const DONE: Text = { lv: 'Ieraksts labots.', en: 'The entry is corrected.' };
