import { RECORD_CODES, type RecordCode } from '#modules/marks/public.js';
import type { Text } from '#kernel/text.js';

/** What may be wrong with what was sent; the code is part of the contract with e-journals and never changes its meaning. */
export interface IntakeCode {
  readonly code: string;
  readonly name: string;
  /** `refused`: the row is not taken; `waiting`: taken as soon as the school has said what is meant; `warned`: taken; `batch`: nothing was taken. */
  readonly outcome: 'refused' | 'waiting' | 'warned' | 'batch';
  readonly cause: Text;
  readonly mend: Text;
  /** Where a row with a code that else waits was refused: nobody here can say what was meant. */
  readonly mendRefused?: Text;
}

const OWN_CODES = [
  {
    code: 'VI-101', name: 'SUBJECT_NAME_MISMATCH', outcome: 'waiting',
    cause: { lv: 'Priekšmets ar šādu nosaukumu vai numuru klasifikatorā nav atrodams.', en: 'The classifier has no subject of this name or number.' },
    mend: { lv: 'Skola vienreiz norāda, kurš priekšmets ar to domāts; gaidošās rindas tad tiek pieņemtas pašas. Vislabāk sūtīt priekšmeta numuru.', en: 'The school says once which subject is meant, and the waiting rows are taken by themselves. Best send the number of the subject.' },
    mendRefused: { lv: 'Klasifikatorā nav priekšmeta ar šādu numuru. Labojiet numuru e-žurnālā un sūtiet rindu vēlreiz.', en: 'The classifier has no subject of this number. Mend the number in the e-journal and send the row again.' },
  },
  {
    code: 'VI-102', name: 'CLASS_NAME_MISMATCH', outcome: 'waiting',
    cause: { lv: 'Šādas klases skolā nav, vai izglītojamais ir citā klasē.', en: 'The school has no such class, or the learner is in another one.' },
    mend: { lv: 'Nezināmu klasi skola saskaņo vienreiz; ja izglītojamais ir citā klasē, labojiet klasi e-žurnālā vai reģistrā.', en: 'A class unknown is matched by the school once; where the learner is in another class, mend the class in the e-journal or in the register.' },
    mendRefused: { lv: 'Izglītojamais reģistrā ir citā klasē. Labojiet klasi e-žurnālā vai reģistrā un sūtiet rindu vēlreiz.', en: 'In the register the learner is in another class. Mend the class in the e-journal or in the register, and send the row again.' },
  },
  {
    code: 'VI-103', name: 'NO_RIGHT_FOR_INSTITUTION', outcome: 'batch',
    cause: { lv: 'E-žurnālam nav tiesību sūtīt par šo iestādi.', en: 'The e-journal has no right to send for this institution.' },
    mend: { lv: 'Laukā “cause” ir viens no trim iemesliem: journal – žurnāls nav reģistrēts vai ir apturēts; confirmation – skola to nav apstiprinājusi; period – apstiprinājums attiecas uz citām dienām.', en: 'The field “cause” has one of three reasons: journal – it is not registered, or suspended; confirmation – the school has not confirmed it; period – the confirmation is of other days.' },
  },
  {
    code: 'VI-104', name: 'MOVED_DURING_YEAR', outcome: 'warned',
    cause: { lv: 'Izglītojamais gada laikā mainījis klasi vai iestādi.', en: 'The learner changed class or institution during the year.' },
    mend: { lv: 'Ieraksts pieņemts tajā klasē, kurā izglītojamais bija perioda beigās. Citā iestādē pavadīto laiku iesniedz tā.', en: 'The record was taken in the class where the learner was at the end of the period. Another institution sends what belongs to the time there.' },
  },
  {
    code: 'VI-106', name: 'ENDPOINT_MOVED', outcome: 'batch',
    cause: { lv: 'Dati nosūtīti uz agrāko adresi.', en: 'The data were sent to an earlier address.' },
    mend: { lv: 'Jaunā adrese ir atbildes galvenē Link; agrākā atbild līdz galvenē Sunset nosauktajai dienai.', en: 'The new address stands in the answer’s header Link; the earlier one answers until the day in the header Sunset.' },
  },
  {
    code: 'VI-201', name: 'PERSON_NOT_FOUND', outcome: 'refused',
    cause: { lv: 'Iestādē šajā mācību gadā nav izglītojamā ar šādu kodu un uzvārdu.', en: 'No learner of the institution has this code and family name in this school year.' },
    mend: { lv: 'Pārbaudiet personas kodu (vai iestādes piešķirto numuru) un uzvārdu; vai izglītojamais ir uzņemts iestādē?', en: 'Check the personal code (or the number the institution gave) and the family name; has the learner been enrolled?' },
  },
  {
    code: 'VI-202', name: 'PERSON_AMBIGUOUS', outcome: 'refused',
    cause: { lv: 'Ar šādu numuru iestādē ir vairāki izglītojamie.', en: 'Several learners of the institution have this number.' },
    mend: { lv: 'Sūtiet numuru tieši tā, kā tas ir reģistrā, vai personas kodu.', en: 'Send the number exactly as in the register, or the personal code.' },
  },
  {
    code: 'VI-301', name: 'ROW_UNREADABLE', outcome: 'refused',
    cause: { lv: 'Rindā trūkst obligāta lauka, vai lauks nav tādā formā, kā noteikts.', en: 'A required field is missing in the row, or a field is not in the form agreed.' },
    mend: { lv: 'Salīdziniet rindu ar līguma aprakstu.', en: 'Compare the row with the description of the contract.' },
  },
] as const satisfies readonly IntakeCode[];

type OwnCode = (typeof OWN_CODES)[number]['code'];
export type Code = OwnCode | keyof typeof RECORD_CODES;

/** Every code by its name; those of single records are the same as where somebody enters one by hand. */
export const CODES: ReadonlyMap<string, IntakeCode> = new Map<string, IntakeCode>(
  [...OWN_CODES, ...(Object.values(RECORD_CODES) as RecordCode[])].sort((a, b) => (a.code < b.code ? -1 : 1)).map((one) => [one.code, one]),
);

export const codeOf = (code: Code): IntakeCode => CODES.get(code)!;

/** What to do about what else is wrong with a row: a number that is wrong is not matched by anybody. */
export const mendOfFault = ({ mend, mendRefused }: IntakeCode, field: string): Text => (field === 'subjectId' && mendRefused ? mendRefused : mend);

/** What to do about a row with a code, by what became of it. */
export function mendOf({ mend, mendRefused }: IntakeCode, state: string): Text {
  return state === 'refused' && mendRefused ? mendRefused : mend;
}
