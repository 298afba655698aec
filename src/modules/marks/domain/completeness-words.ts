import type { Text } from '#kernel/text.js';
import type { EntryState, TermRecord } from './completeness.js';

export const NO_YEAR: Text = { lv: 'Šāds mācību gads nav reģistrēts.', en: 'There is no such school year.' };
export const NO_SUCH_MUNICIPALITY: Text = { lv: 'Šādas pašvaldības nav vai jums nav tiesību to redzēt.', en: 'There is no such municipality, or you may not see it.' };

export const RECORD_NAMES: Readonly<Record<TermRecord, Text>> = {
  mark: { lv: 'Vērtējumi', en: 'Marks' },
  outcome: { lv: 'Sasniedzamie rezultāti', en: 'Learning outcomes' },
  absence: { lv: 'Kavējumi', en: 'Absences' },
};

export const STATE_NAMES: Readonly<Record<EntryState, Text>> = {
  'nothing entered': { lv: 'nekas nav ievadīts', en: 'nothing entered' },
  missing: { lv: 'trūkst', en: 'missing' },
  awaited: { lv: 'vēl gaida', en: 'awaited' },
  late: { lv: 'viss, daļa novēloti', en: 'all, some late' },
  'nil report': { lv: 'ziņots, ka kavējumu nav', en: 'nil report' },
  complete: { lv: 'viss ievadīts', en: 'all entered' },
  'nothing expected': { lv: 'nav ko ievadīt', en: 'nothing expected' },
};
