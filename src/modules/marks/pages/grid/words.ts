import type { Lang, Text } from '#kernel/text.js';
import { fill } from '#kernel/text.js';
import { instant } from '#ui/format.js';
import type { CellAnswer } from '../../actions/save-grid.js';

/** Words of the entry grid. */
export const W = {
  marks: { lv: 'Vērtējumi un kavējumi', en: 'Marks and absences' },
  title: { lv: 'Ievade klasei {class}', en: 'Entry for class {class}' },
  pupil: { lv: 'Izglītojamais', en: 'Learner' },
  what: { lv: 'Ko ievadīt', en: 'What to enter' },
  allSubjects: { lv: 'Visi priekšmeti', en: 'All subjects' },
  absences: { lv: 'Kavējumi', en: 'Absences' },
  period: { lv: 'Periods', en: 'Period' },
  entered: { lv: 'Ievadīts {done} no {total}', en: '{done} of {total} entered' },
  progress: { lv: 'Cik šūnu klasei ir aizpildītas', en: 'How many cells of the class are filled' },
  save: { lv: 'Saglabāt', en: 'Save' },
  undo: { lv: 'Atsaukt pēdējo', en: 'Undo' },
  reason: { lv: 'Labojuma iemesls (vajadzīgs, lai mainītu cita ievadītu vērtību)', en: 'Reason of the correction (needed to change what somebody else entered)' },
  reasonHint: { lv: 'To redzēs arī vecāki. Kad labojumi saglabāti, lauks iztukšojas: nākamajiem labojumiem rakstiet savu iemeslu.', en: 'Parents see it too. Once the corrections are saved, the field empties: the next ones need a reason of their own.' },
  notSaved: { lv: 'Nav saglabāts', en: 'Not saved' },
  overrule: { lv: 'Tomēr likt manu vērtību', en: 'Put mine all the same' },
  skip: { lv: 'Pāriet aiz tabulas', en: 'Go past the grid' },
  keys: { lv: 'Kā strādāt ar tastatūru', en: 'How to work with the keyboard' },
  empty: { lv: 'Šeit nav ko ievadīt.', en: 'There is nothing to enter here.' },
  emptyHint: { lv: 'Klasei šajā periodā nav izglītojamo vai priekšmetu, ko aizpildāt jūs. Pārbaudiet klases sarakstu un mācību plānu.', en: 'In this period the class has no learners, or no subjects that you fill. Check its list and its plan.' },
  notOpen: { lv: 'Šī perioda ievade atveras {day}', en: 'Entry for this period opens on {day}' },
  closed: { lv: 'Šī perioda ievade slēgta kopš {day} Labojumus veic atsevišķi ar rīkojumu.', en: 'Entry for this period has been closed since {day} Corrections are made one by one, with an order.' },
  wasNotThere: { lv: 'Tad nebija klasē', en: 'Was not in the class then' },
  exempt: { lv: 'Atbrīvots no priekšmeta', en: 'Exempt from the subject' },
  enteredBy: { lv: 'Ievadīja {who} ({when}). Labo lietvedis vai vadītājs.', en: 'Entered by {who} ({when}). The secretary or the head corrects it.' },
  outcomes: { lv: 'Sasniedzamie rezultāti tabulā', en: 'Learning outcomes in the grid' },
  template: { lv: 'Aizpildīt Excel veidnē', en: 'Fill an Excel template instead' },
  allowed: { lv: 'Drīkst rakstīt: {values}', en: 'May be written: {values}' },
  lessons: { lv: 'Rakstiet stundu skaitu; divi lauki katram mēnesim.', en: 'Write numbers of lessons; two fields for each month.' },
  savedCells: { lv: 'Saglabātas šūnas: {n}.', en: 'Cells saved: {n}.' },
  someNotSaved: { lv: 'Saglabātas šūnas: {n}. Pārējās ir atzīmētas tabulā.', en: 'Cells saved: {n}. The others are marked in the grid.' },
} as const satisfies Record<string, Text>;

/** The keys, as they are shown beside the grid. */
export const KEYS: readonly { readonly keys: string; readonly does: Text }[] = [
  { keys: '↑ ↓ ← →', does: { lv: 'blakus šūna', en: 'the next cell' } },
  { keys: 'Enter', does: { lv: 'nākamais izglītojamais', en: 'the next learner' } },
  { keys: 'Tab', does: { lv: 'nākamais lauks; pēc pēdējā – ārā no tabulas', en: 'the next field; after the last one, out of the grid' } },
  { keys: 'Home, End', does: { lv: 'rindas sākums, beigas', en: 'beginning, end of the row' } },
  { keys: 'F2', does: { lv: 'labot vērtību, nevis rakstīt pāri', en: 'change the value instead of typing over it' } },
  { keys: 'Shift + ↓ →', does: { lv: 'izvēlēties vairākas šūnas', en: 'choose several cells' } },
  { keys: 'Ctrl + C, Ctrl + V', does: { lv: 'kopēt un ielīmēt, arī no Excel', en: 'copy and paste, from Excel too' } },
  { keys: 'Delete', does: { lv: 'iztukšot', en: 'empty' } },
  { keys: 'Ctrl + Z', does: { lv: 'atsaukt', en: 'undo' } },
  { keys: 'Esc', does: { lv: 'iziet no tabulas', en: 'leave the grid' } },
];

/** What the script says; it has no words of its own. */
const SCRIPT = {
  allSaved: { lv: 'Viss saglabāts', en: 'All saved' },
  left: { lv: 'Nav saglabātas šūnas: {n}. Kāpēc – rakstīts zem tabulas.', en: 'Cells not saved: {n}. Why is written below the grid.' },
  saving: { lv: 'Saglabā…', en: 'Saving…' },
  saved: { lv: 'Saglabātas šūnas: {n}.', en: 'Cells saved: {n}.' },
  offline: { lv: 'Nav savienojuma. Šajā datorā gaida {n}; nosūtīs, tiklīdz savienojums būs.', en: 'No connection. {n} wait on this computer and will be sent as soon as there is one.' },
  signedOut: { lv: 'Sesija ir beigusies. Pierakstieties citā cilnē un ielādējiet šo lapu no jauna: nesaglabātais ({n}) nepazudīs.', en: 'The session has ended. Sign in in another tab and load this page again: what is not saved ({n}) stays.' },
  restored: { lv: 'No iepriekšējās reizes šajā datorā palikušās šūnas ({n}) tiek sūtītas.', en: 'Cells left on this computer from the last time ({n}) are being sent.' },
  lost: { lv: 'Ārpus tabulas palika ielīmētās vērtības: {n}.', en: 'Pasted values that lie outside the grid: {n}.' },
  notAllowed: { lv: '“{value}” šeit nevar būt. Iespējams: {values}', en: '“{value}” cannot stand here. Possible: {values}' },
  notNumber: { lv: 'Ierakstiet stundu skaitu no 0 līdz 999.', en: 'Write a number of lessons from 0 to 999.' },
  keep: { lv: 'Paturēt “{value}”', en: 'Keep “{value}”' },
  mine: { lv: 'Likt manu “{value}”', en: 'Put mine, “{value}”' },
  elsewhere: { lv: 'Cita šīs klases tabula', en: 'Another grid of this class' },
  entered: W.entered,
} as const satisfies Record<string, Text>;

export const scriptWords = (lang: Lang): string => JSON.stringify(Object.fromEntries(Object.entries(SCRIPT).map(([name, text]) => [name, text[lang]])));

/** Why a cell was not saved, in words. */
export function whyOf({ why, value, by, state }: CellAnswer, lang: Lang): string {
  if (why) return why[lang];
  if (state !== 'clash' || !by) return '';
  const who = by.name ?? OTHERS[lang];
  return fill(value === '' ? TAKEN_BACK : WRITTEN, { who, value, when: instant(by.at) })[lang];
}

export const OTHERS: Text = { lv: 'e-žurnāls', en: 'the e-journal' };
const WRITTEN: Text = { lv: 'Kamēr strādājāt, {who} šeit ierakstīja “{value}” ({when}).', en: 'While you worked, {who} wrote “{value}” here ({when}).' };
const TAKEN_BACK: Text = { lv: 'Kamēr strādājāt, {who} šo vērtību atsauca ({when}).', en: 'While you worked, {who} took this value back ({when}).' };
