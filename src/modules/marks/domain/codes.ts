import type { Text } from '#kernel/text.js';

/** What may be wrong with one record, however it came: the code is part of the contract with e-journals and the same in single entry. */
export interface RecordCode {
  readonly code: string;
  readonly name: string;
  /** A refused record is not taken; a warned one is. */
  readonly outcome: 'refused' | 'warned';
  readonly cause: Text;
  readonly mend: Text;
}

/**
 * In the order in which they are looked for: the first refusal is the one that is told, warnings come beside what was taken. Codes 101, 102, 201
 * and 202 are about finding whom and what a row means, and come before these.
 */
export const RECORD_CODES = {
  'VI-212': {
    code: 'VI-212', name: 'DECISION_IN_FUTURE', outcome: 'refused',
    cause: { lv: 'Lēmums nevar būt pieņemts nākotnē.', en: 'A decision cannot lie in the future.' },
    mend: { lv: 'Norādiet dienu, kurā vērtējums izlikts, vai atstājiet to tukšu.', en: 'Give the day on which the mark was decided, or leave it empty.' },
  },
  'VI-203': {
    code: 'VI-203', name: 'NOT_A_MEMBER_ON_DATE', outcome: 'refused',
    cause: { lv: 'Izglītojamais šajā dienā nebija iestādes klasē.', en: 'The learner was in no class of the institution on that day.' },
    mend: { lv: 'Pārbaudiet dienu un periodu. Ja izglītojamais pārcēlies, ierakstu iesniedz skola, kurā viņš tajā dienā mācījās.', en: 'Check the day and the period. If the learner has moved, the school where they were on that day sends the record.' },
  },
  'VI-105': {
    code: 'VI-105', name: 'OUTCOME_UNKNOWN', outcome: 'refused',
    cause: { lv: 'Sasniedzamā rezultāta ar šādu kodu šajā klasē nav.', en: 'There is no learning outcome of this code in this grade.' },
    mend: { lv: 'Izmantojiet kodu no sasniedzamo rezultātu klasifikatora. Ja e-žurnāls tos vēl nesūta, skola var aizpildīt veidni.', en: 'Use a code of the classifier of learning outcomes. Where the e-journal cannot send them yet, the school can fill in the template.' },
  },
  'VI-204': {
    code: 'VI-204', name: 'SCALE_NOT_ALLOWED', outcome: 'refused',
    cause: { lv: 'Šādu vērtējumu šajā klasē, priekšmetā vai periodā nevar likt.', en: 'Such an assessment cannot be given in this grade, subject or period.' },
    mend: { lv: 'Izvēlieties vērtību no skalas, kas noteikta šai klasei.', en: 'Choose a value of the scale set for this grade.' },
  },
  'VI-205': {
    code: 'VI-205', name: 'LANGUAGE_UNSPECIFIED', outcome: 'refused',
    cause: { lv: 'Nav norādīts, kura svešvaloda vērtēta.', en: 'It is not said which foreign language was assessed.' },
    mend: { lv: 'Norādiet valodu (ISO 639-1, piemēram, en) vai priekšmetu, kura nosaukumā valoda ir.', en: 'Name the language (ISO 639-1, for example en), or a subject whose name says it.' },
  },
  'VI-213': {
    code: 'VI-213', name: 'LANGUAGE_MALFORMED', outcome: 'refused',
    cause: { lv: 'Valoda nav norādīta ar divu burtu kodu.', en: 'The language is not given by its code of two letters.' },
    mend: { lv: 'Lietojiet ISO 639-1 kodu, piemēram, en, de vai fr.', en: 'Use the code of ISO 639-1, for example en, de or fr.' },
  },
  'VI-211': {
    code: 'VI-211', name: 'ABSENCE_SUM_BROKEN', outcome: 'refused',
    cause: { lv: 'Kavējumu skaitļi savstarpēji nesaskan: mēnešu summa ir lielāka par semestri vai semestru summa par gadu.', en: 'The totals of absences do not agree: the months exceed their semester, or the semesters the year.' },
    mend: { lv: 'Salīdziniet mēnešus, semestrus un gadu e-žurnālā un nosūtiet labotos skaitļus.', en: 'Compare months, semesters and year in the e-journal, and send the corrected numbers.' },
  },
  'VI-207': {
    code: 'VI-207', name: 'BEFORE_OPEN', outcome: 'refused',
    cause: { lv: 'Šī perioda ievade vēl nav atvērta.', en: 'Entry for this period is not open yet.' },
    mend: { lv: 'Iesniedziet no dienas, kad ievade atveras.', en: 'Send it from the day on which entry opens.' },
  },
  'VI-206': {
    code: 'VI-206', name: 'PERIOD_CLOSED', outcome: 'refused',
    cause: { lv: 'Šī perioda ievade ir slēgta.', en: 'Entry for this period is closed.' },
    mend: { lv: 'Slēgtā periodā ierakstu labo skolā ar iemeslu un rīkojuma numuru.', en: 'In a closed period the school corrects the record with a reason and the number of its order.' },
  },
  'VI-208': {
    code: 'VI-208', name: 'DUPLICATE_CONFLICT', outcome: 'refused',
    cause: { lv: 'Šim ierakstam jau ir cita vērtība, kas ienākusi citā ceļā.', en: 'This record already has another value, which came another way.' },
    mend: { lv: 'Salīdziniet abas vērtības; pareizo atstāj vai labo skola.', en: 'Compare the two values; the school keeps or corrects the right one.' },
  },
  'VI-209': {
    code: 'VI-209', name: 'EXEMPT_WITH_MARK', outcome: 'warned',
    cause: { lv: 'Izglītojamais no šī priekšmeta ir atbrīvots, bet vērtējums ir ielikts.', en: 'The learner is exempt from this subject, yet an assessment was given.' },
    mend: { lv: 'Lieciet atb vai pārbaudiet atbrīvojumu.', en: 'Write atb, or check the exemption.' },
  },
  'VI-210': {
    code: 'VI-210', name: 'LICENCE_MISSING', outcome: 'warned',
    cause: { lv: 'Iestādei šajā dienā nav izglītojamā programmas licences.', en: 'The institution has no licence for the learner’s programme on that day.' },
    mend: { lv: 'Pārbaudiet programmu vai lūdziet reģistrēt licenci.', en: 'Check the programme, or ask for the licence to be registered.' },
  },
} as const satisfies Record<string, RecordCode>;

export type RecordCodeName = keyof typeof RECORD_CODES;
