import type { Text } from '#kernel/text.js';
import type { StatusTone } from '#ui/status-tag.js';
import type { PackageState } from '../../domain/oneroster/outlook.js';

export const O = {
  title: { lv: 'OneRoster paketes', en: 'OneRoster packages' },
  package: { lv: 'Pakete', en: 'Package' },
  state: { lv: 'Stāvoklis', en: 'State' },
  received: { lv: 'Saņemta', en: 'Received' },
  school: { lv: 'Iestāde', en: 'Institution' },
  by: { lv: 'Iesniedza', en: 'Brought by' },
  rows: { lv: 'Rindas', en: 'Rows' },
  year: { lv: 'Mācību gads', en: 'School year' },
  what: { lv: 'Kas noticis', en: 'What' },
  todo: { lv: 'Ko darīt', en: 'What to do' },
  program: { lv: 'Programma', en: 'Program' },
  count: { lv: 'Skaits', en: 'Number' },
  regNr: { lv: 'Iestādes numurs', en: 'Number of the institution' },
} as const satisfies Record<string, Text>;

export const PACKAGE_STATE: Readonly<Record<PackageState, { tone: StatusTone; words: Text }>> = {
  received: { tone: 'info', words: { lv: 'pārbauda', en: 'being checked' } },
  refused: { tone: 'danger', words: { lv: 'nav derīga', en: 'unfit' } },
  ready: { tone: 'warning', words: { lv: 'gaida jūsu lēmumu', en: 'waits for you' } },
  sending: { tone: 'info', words: { lv: 'nodod reģistram', en: 'being sent' } },
  sent: { tone: 'success', words: { lv: 'nodota', en: 'sent' } },
  expired: { tone: 'ended', words: { lv: 'neapstiprināta laikā', en: 'not confirmed in time' } },
  dropped: { tone: 'ended', words: { lv: 'atmesta', en: 'dropped' } },
};
