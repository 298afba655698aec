import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { counted } from '#ui/format.js';
import { StatusTag, type StatusTone } from '#ui/status-tag.js';
import type { View } from '#web/view.js';
import type { Kind } from '../domain/arriving.js';
import type { Cause, JournalState } from '../domain/journal.js';

/** Words that several pages of the intake share. */
export const W = {
  journals: { lv: 'E-žurnāli', en: 'E-journals' },
  journal: { lv: 'E-žurnāls', en: 'E-journal' },
  vendor: { lv: 'Uzturētājs', en: 'Vendor' },
  schools: { lv: 'Iestādes un to e-žurnāli', en: 'Institutions and their e-journals' },
  school: { lv: 'Iestāde', en: 'Institution' },
  batches: { lv: 'Saņemtās datu paketes', en: 'Batches received' },
  batch: { lv: 'Datu pakete', en: 'Batch' },
  mapping: { lv: 'Nosaukumu saskaņošana', en: 'Matching of names' },
  troubles: { lv: 'E-žurnālu kļūmes', en: 'Troubles of e-journals' },
  addresses: { lv: 'E-žurnālu adreses', en: 'Addresses for e-journals' },
  state: { lv: 'Stāvoklis', en: 'State' },
  action: { lv: 'Darbība', en: 'Action' },
  reason: { lv: 'Iemesls', en: 'Reason' },
  since: { lv: 'Kopš', en: 'Since' },
  until: { lv: 'Līdz', en: 'Until' },
  rows: { lv: 'Rindas', en: 'Rows' },
  taken: { lv: 'Pieņemts', en: 'Taken' },
  waiting: { lv: 'Gaida', en: 'Wait' },
  refused: { lv: 'Atteikts', en: 'Refused' },
  lastBatch: { lv: 'Pēdējo reizi sūtīts', en: 'Last sent' },
  contacts: { lv: 'Kam zvanīt', en: 'Whom to call' },
  name: { lv: 'Nosaukums', en: 'Name' },
  day: { lv: 'Diena', en: 'Day' },
  all: { lv: 'Visi', en: 'All' },
  choose: { lv: 'Izvēlieties', en: 'Choose' },
  byFile: { lv: 'datne vai tabula', en: 'a file or the grid' },
} as const satisfies Record<string, Text>;

export const KIND_NAMES: Readonly<Record<Kind, Text>> = {
  mark: { lv: 'Vērtējumi', en: 'Marks' },
  outcome: { lv: 'Sasniedzamie rezultāti', en: 'Learning outcomes' },
  absence: { lv: 'Kavējumi', en: 'Absences' },
};

const JOURNAL_STATE: Readonly<Record<JournalState, { tone: StatusTone; words: Text }>> = {
  registered: { tone: 'success', words: { lv: 'reģistrēts', en: 'registered' } },
  suspended: { tone: 'warning', words: { lv: 'apturēts', en: 'suspended' } },
  closed: { tone: 'ended', words: { lv: 'slēgts', en: 'closed' } },
};
export const JournalTag = ({ view, state }: { view: View; state: JournalState }): VNode => <StatusTag tone={JOURNAL_STATE[state].tone}>{view.t(JOURNAL_STATE[state].words)}</StatusTag>;

/** Which of the three causes of VI-103 it is, and who mends it. */
export const CAUSE_WORDS: Readonly<Record<Cause, { tone: StatusTone; short: Text; what: Text; mend: Text }>> = {
  journal: {
    tone: 'danger',
    short: { lv: 'žurnāls nedrīkst sūtīt', en: 'journal may not send' },
    what: { lv: 'E-žurnāls nav reģistrēts, ir apturēts, vai tam nav tehniskā lietotāja.', en: 'The e-journal is not registered, is suspended, or has no technical user.' },
    mend: { lv: 'Novērš izglītības reģistra pārzinis kopā ar e-žurnāla uzturētāju.', en: 'The keeper of the education register mends it with the vendor.' },
  },
  confirmation: {
    tone: 'warning',
    short: { lv: 'nav apstiprināts', en: 'not confirmed' },
    what: { lv: 'Iestāde šo e-žurnālu nav apstiprinājusi.', en: 'The institution has not confirmed this e-journal.' },
    mend: { lv: 'Novērš iestādes vadītājs: apstiprina e-žurnālu.', en: 'The head of the institution mends it by confirming the e-journal.' },
  },
  period: {
    tone: 'warning',
    short: { lv: 'citas dienas', en: 'other days' },
    what: { lv: 'Apstiprinājums ir, bet šodien tas nav spēkā: vēl nav sācies vai ir beidzies.', en: 'There is a confirmation, but it does not hold today: it has not begun, or has ended.' },
    mend: { lv: 'Novērš iestādes vadītājs: apstiprina no vajadzīgās dienas.', en: 'The head of the institution mends it by confirming from the day needed.' },
  },
};

const ROWS = { lv: ['rinda', 'rindas'], en: ['row', 'rows'] } as const;
export const rowsInWords = (n: number, view: View): string => counted(n, ROWS, view.lang);
