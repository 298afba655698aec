import { fill, type Lang, same, type Text } from '#kernel/text.js';
import { counted, percent } from '#ui/format.js';
import type { View } from '#web/view.js';
import type { SubjectDesk } from '../../actions/map-subjects.js';
import type { Retried } from '../../actions/retry-waiting.js';
import type { Reason } from '../../domain/suggestions.js';

interface Waits {
  readonly journalId: string | null;
  readonly name: string;
}

/** A name of a subject as forms and addresses of its desk carry it. */
export const hiddenOf = ({ school }: { readonly school: { readonly regNr: string } }, { journalId, name }: Waits) => ({ regNr: school.regNr, journal: journalId ?? '', name });
/** Nothing of pages is said where all lines stand on one. */
export const pagingOf = ({ first, next }: Pick<SubjectDesk, 'first' | 'next'>, hrefAfter: (after: string) => string): { first: number; next?: string; start?: string } | undefined =>
  first === 1 && next === null ? undefined : { first, ...(next !== null && { next: hrefAfter(next) }), ...(first > 1 && { start: hrefAfter('') }) };

export const queryOf = (desk: { readonly school: { readonly regNr: string } }, name: Waits): string => new URLSearchParams(hiddenOf(desk, name)).toString();

/** What a subject is called in the language of the page. */
export const subjectName = ({ t }: View, { subjects }: Pick<SubjectDesk, 'subjects'>, id: number): string => t(subjects.find((one) => one.id === id)?.name ?? same(String(id)));

/** Why something is suggested, in a few words. */
export function reasonInWords(reason: Reason, view: View): string {
  switch (reason.kind) {
    case 'own':
      return view.t(OWN);
    case 'learnt':
      return view.t(fill(LEARNT, { classes: listed(reason.classes) }));
    case 'journal':
      return view.t(JOURNAL);
    case 'schools':
      return view.t(fill(SCHOOLS, { schools: counted(reason.schools, SCHOOL_FORMS, view.lang) }));
    case 'likeness':
      return view.t(fill(LIKENESS, { share: percent(reason.likeness, view.lang) }));
    case 'pupils':
      return view.t(PUPILS);
    case 'grade':
      return view.t(GRADE);
  }
}

/** So many classes are named. */
const NAMED = 3;
export const listed = (classes: readonly string[]): string => (classes.length > NAMED ? `${classes.slice(0, NAMED).join(', ')}, …` : classes.join(', '));

const LEARNT: Text = { lv: 'to mācās {classes}', en: 'learnt in {classes}' };
const OWN: Text = { lv: 'jūsu iestāde tā jau izlēmusi', en: 'your institution decided so before' };
const JOURNAL: Text = { lv: 'e-žurnāls tā nosaka visām iestādēm', en: 'the e-journal says so for all institutions' };
const SCHOOLS: Text = { lv: 'tā izlēma: {schools}', en: 'decided so: {schools}' };
const SCHOOL_FORMS = { lv: ['cita iestāde', 'citas iestādes'], en: ['other institution', 'other institutions'] } as const;
const LIKENESS: Text = { lv: 'līdzība {share}', en: 'likeness {share}' };
const PUPILS: Text = { lv: 'šo rindu izglītojamie ir šajā klasē', en: 'the learners of these rows are in this class' };
const GRADE: Text = { lv: 'sakrīt klases numurs', en: 'the same grade' };

/** How the rows that waited fared, for the next page. */
export function afterMatch(name: string, meaning: Text, { taken, notTaken, next }: Pick<Retried, 'taken' | 'notTaken' | 'next'>): Text {
  const words = next ? TAKEN_AND_MORE : notTaken > 0 ? TAKEN_NOT_ALL : TAKEN;
  const inWords = (lang: Lang) => fill(words, { name, meaning: meaning[lang], taken, notTaken })[lang];
  return { lv: inWords('lv'), en: inWords('en') };
}
const TAKEN_NOT_ALL: Text = { lv: '“{name}” tagad nozīmē “{meaning}”. Gaidījušās rindas: pieņemtas {taken}, nav pieņemtas {notTaken}.', en: '“{name}” now means “{meaning}”. Rows that waited: taken {taken}, not taken {notTaken}.' };
const TAKEN: Text = { lv: '“{name}” tagad nozīmē “{meaning}”. Pieņemtas gaidījušās rindas: {taken}.', en: '“{name}” now means “{meaning}”. Rows taken that waited: {taken}.' };
const TAKEN_AND_MORE: Text = { lv: '“{name}” tagad nozīmē “{meaning}”. Pieņemtas gaidījušās rindas: {taken}; pārējās tiek skatītas fonā.', en: '“{name}” now means “{meaning}”. Rows taken that waited: {taken}; the others are being looked at in the background.' };

export const M = {
  subjects: { lv: 'Priekšmetu nosaukumi', en: 'Names of subjects' },
  classes: { lv: 'Klašu nosaukumi', en: 'Names of classes' },
  written: { lv: 'Kā raksta e-žurnāls', en: 'As the e-journal writes' },
  means: { lv: 'Ko tas nozīmē', en: 'What it means' },
  other: { lv: 'Izvēlēties citu', en: 'Choose another' },
  neither: { lv: 'Neviens neder', en: 'None fits' },
  offer: { lv: 'paziņot e-žurnāla uzturētājam, ko šis nosaukums nozīmē', en: 'tell the vendor of the e-journal what this name means' },
  likeness: { lv: 'Līdzība rāda, cik daudz burtu kopu (pa trim) abiem nosaukumiem ir vienādas: 100 % – tas pats nosaukums, zem 15 % neko neiesakām.', en: 'Likeness tells how many groups of three letters both names share: 100% is the same name, below 15% nothing is suggested.' },
  known: { lv: 'Jau saskaņotie nosaukumi', en: 'Names matched already' },
  retry: { lv: 'Izskatīt gaidošās rindas vēlreiz', en: 'Look at the waiting rows again' },
  retryHint: { lv: 'Nospiediet, ja reģistrā pa šo laiku labota klase vai izglītojamais.', en: 'Press it where a class or a learner was mended in the register meanwhile.' },
  undo: { lv: 'Atsaukt', en: 'Take back' },
  undoHint: { lv: 'Atsaucot nosaukumu jautās no jauna. Kas ar to jau pieņemts, paliek: ja tas bija kļūdains, labojiet vērtējumus klases lapā.', en: 'Taken back, the name is asked about anew. What was taken by it stays: if that was wrong, correct the marks on the page of the class.' },
  by: { lv: 'Saskaņoja', en: 'Matched by' },
  confirm: { lv: 'Apstiprināt', en: 'Confirm' },
  nothingWaits: { lv: 'Neviens nosaukums negaida.', en: 'No name waits.' },
  gone: { lv: 'Neviena rinda ar šādu nosaukumu vairs negaida.', en: 'No row with this name waits any more.' },
  left: { lv: 'atlikts: {comment}', en: 'left for later: {comment}' },
  sides: { lv: 'Ko saskaņot', en: 'What to match' },
} as const satisfies Record<string, Text>;
