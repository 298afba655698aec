import type { Text } from '#kernel/text.js';
import type { ConstraintTexts } from '#platform/db/constraint-errors.js';

export const NO_SUCH_YEAR: Text = { lv: 'Tāda mācību gada nav. Mācību gadu sauc pēc kalendārā gada, kurā tas sākas.', en: 'There is no such school year. A school year is named by the calendar year in which it starts.' };
export const NO_SUCH_SCHOOL: Text = { lv: 'Tādas iestādes nav. Pārbaudiet reģistrācijas numuru.', en: 'There is no such institution. Check the registration number.' };
export const NO_CLASSES: Text = { lv: 'Iestādei šajā mācību gadā reģistrā nav nevienas klases. Klases izveido skola.', en: 'The institution has no class in this school year. The school makes its classes.' };
export const NO_SUCH_BATCH: Text = { lv: 'Tādas paketes nav, vai to sūtījis cits.', en: 'There is no such batch, or somebody else sent it.' };
export const OTHER_CONTENT: Text = {
  lv: 'Ar šo Idempotency-Key jau nosūtīts cits saturs. Jaunam saturam izmantojiet jaunu atslēgu.',
  en: 'Other content was sent under this Idempotency-Key before. Use a new key for new content.',
};
const SENT_AT_ONCE_TWICE: Text = { lv: 'Tāda pati pakete tiek saņemta tieši tagad. Pēc brīža jautājiet vēlreiz.', en: 'The same batch is being received just now. Ask again in a moment.' };
export const TOO_MANY_ROWS: Text = { lv: 'JSON paketē ir par daudz rindu. Lielas paketes sūtiet kā NDJSON (application/x-ndjson).', en: 'A JSON batch of too many rows. Send large batches as NDJSON (application/x-ndjson).' };
export const NO_ROWS: Text = { lv: 'Paketē nav nevienas rindas.', en: 'The batch has no rows.' };
export const BATCH_TOO_LARGE: Text = { lv: 'Pakete ir par lielu. Sadaliet to.', en: 'The batch is too large. Split it.' };
export const LINE_TOO_LONG: Text = { lv: 'Rinda ir par garu: katrā rindā ir viens ieraksts, un to šķir rindas beigu zīme.', en: 'A line is too long: each line is one record, ended by a line feed.' };
export const NOT_REGISTERED_JOURNAL: Text = {
  lv: 'Šī sistēma nav reģistrēts e-žurnāls, vai tā darbība ir apturēta. Sazinieties ar izglītības reģistra pārzini.',
  en: 'This system is no registered e-journal, or is suspended. Contact the administrator of the education register.',
};
export const NOT_CONFIRMED: Text = { lv: 'Iestāde šo e-žurnālu nav apstiprinājusi. To dara iestādes vadītājs.', en: 'The institution has not confirmed this e-journal. Its head does that.' };
export const CONFIRMED_FOR_OTHER_DAYS: Text = { lv: 'Iestāde šo e-žurnālu ir apstiprinājusi citam laikam.', en: 'The institution has confirmed this e-journal for other days.' };
export const NO_SANDBOX: Text = { lv: 'Šai iestādei un mācību gadam izmēģinājuma kopijas nav. Vispirms izveidojiet to.', en: 'There is no sandbox of this institution and school year. Make it first.' };
export const SANDBOX_EMPTY: Text = { lv: 'Iestādei šajā mācību gadā nav klašu, tāpēc nav ko kopēt.', en: 'The institution has no classes in this school year, so that there is nothing to copy.' };

export const PIPELINE_CONSTRAINTS: ConstraintTexts = { batch_by_key: SENT_AT_ONCE_TWICE };
