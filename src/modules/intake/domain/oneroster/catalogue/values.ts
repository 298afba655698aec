import { error, warning } from './entry.js';

const FORM = { lv: 'Pierakstiet vērtību gaidītajā veidā.', en: 'Write the value in the expected form.' };

/** Findings about one value. */
export const VALUE_FINDINGS = {
  'required-blank': error(
    { lv: 'Obligāta vērtība ir tukša.', en: 'A required value is empty.' },
    { lv: 'Ierakstiet vērtību.', en: 'Write the value.' },
    { lv: 'Vērtība', en: 'A value' },
  ),
  'blank-in-bulk': error(
    { lv: 'Pilnā failā (bulk) šai kolonnai jābūt tukšai.', en: 'In a bulk file this column must be empty.' },
    { lv: 'Iztukšojiet kolonnu, vai satura sarakstā rakstiet delta, ja sūtāt tikai izmaiņas.', en: 'Empty the column, or write delta in the manifest if you send changes only.' },
    { lv: 'Tukšs', en: 'Empty' },
  ),
  'required-in-delta': error(
    { lv: 'Izmaiņu failā (delta) šai kolonnai jābūt aizpildītai.', en: 'In a delta file this column must be filled.' },
    { lv: 'Ierakstiet vērtību, vai satura sarakstā rakstiet bulk, ja sūtāt visu.', en: 'Write the value, or write bulk in the manifest if you send everything.' },
  ),
  'value-not-allowed': error({ lv: 'Vērtība nav starp atļautajām.', en: 'The value is not one of those allowed.' }, { lv: 'Ierakstiet kādu no gaidītajām vērtībām.', en: 'Write one of the expected values.' }),
  'not-a-date': error({ lv: 'Vērtība nav diena.', en: 'The value is not a day.' }, FORM),
  'not-an-instant': error({ lv: 'Vērtība nav laiks pēc UTC ar tūkstošdaļām.', en: 'The value is not a time in UTC with milliseconds.' }, FORM),
  'not-a-year': error({ lv: 'Vērtība nav gads. Mācību gadu sauc pēc gada, kurā tas beidzas.', en: 'The value is not a year. A school year is named by the year in which it ends.' }, FORM),
  'not-a-number': error({ lv: 'Vērtība nav skaitlis ar decimālpunktu.', en: 'The value is not a number with a decimal point.' }, FORM, { lv: 'Skaitlis, piemēram, 7.5', en: 'A number such as 7.5' }),
  'not-an-integer': error({ lv: 'Vērtība nav vesels skaitlis.', en: 'The value is not a whole number.' }, FORM, { lv: 'Vesels skaitlis, piemēram, 7', en: 'A whole number such as 7' }),
  'not-a-boolean': error({ lv: 'Vērtība nav true vai false.', en: 'The value is neither true nor false.' }, FORM),
  'bad-identifier': error(
    { lv: 'Identifikatorā ir zīmes, ko standarts neatļauj, vai tas ir par garu.', en: 'The identifier has characters that the standard does not allow, or is too long.' },
    { lv: 'Lietojiet 1–255 zīmes: latīņu burtus bez garumzīmēm, ciparus un . - _ / @', en: 'Use 1–255 characters: letters A–Z, digits and . - _ / @' },
  ),
  'empty-list-item': error(
    { lv: 'Sarakstā ir tukša vērtība.', en: 'The list has an empty item.' },
    { lv: 'Izņemiet lieko komatu.', en: 'Take the extra comma out.' },
    { lv: 'Vērtības ar komatiem starp tām', en: 'Items with commas between them' },
  ),
  'score-scale-syntax': error(
    { lv: 'Skalas vērtība nav pierakstīta kā {kreisā:labā}.', en: 'The value of the scale is not written as {left:right}.' },
    { lv: 'Rakstiet, piemēram, {10:izcili},{9:teicami}.', en: 'Write, for example, {10:excellent},{9:very good}.' },
  ),
  'data-not-wanted': warning(
    { lv: 'Šos datus mēs neizmantojam un nedrīkstam krāt (paroles, etniskā izcelsme).', en: 'We do not use this data and may not keep it (passwords, ethnic origin).' },
    { lv: 'Atstājiet kolonnu tukšu.', en: 'Leave the column empty.' },
    { lv: 'Tukšs', en: 'Empty' },
  ),
  'personal-code-as-id': warning(
    { lv: 'Identifikators izskatās pēc personas koda. Identifikatori nonāk žurnālos un adresēs.', en: 'The identifier looks like a personal code. Identifiers get into logs and addresses.' },
    { lv: 'Lietojiet identifikatoru, kas par cilvēku neko nepasaka.', en: 'Use an identifier that says nothing of the person.' },
    { lv: 'Identifikators bez personas koda', en: 'An identifier without a personal code' },
  ),
} as const;

export type ValueCode = keyof typeof VALUE_FINDINGS;
