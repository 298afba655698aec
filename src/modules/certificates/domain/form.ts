import type { Text } from '#kernel/text.js';
import { isoDate } from '#kernel/iso-date.js';
import { type Certified, type FormWords, pageWordsOf, type PageWords } from './certificate-page.js';
import { numberOf, type NumberSeries } from './number.js';

export const STAGES = ['basic', 'secondary'] as const;
export type Stage = (typeof STAGES)[number];
export const STAGE_WORDS: Readonly<Record<Stage, Text>> = {
  basic: { lv: 'Pamatizglītība', en: 'Basic education' },
  secondary: { lv: 'Vispārējā vidējā izglītība', en: 'General secondary education' },
};

/** What stands for that which differs between certificates. */
const PLACES = ['subject', 'level', 'total', 'issued'] as const;

/** What is wrong with the words of a form, by field; nothing where they can be printed for anybody. */
export function faultsOfForm({ statements, outcome, place, notices, issuer, title, attestation, partHeads }: FormWords): readonly { readonly field: string; readonly text: Text }[] {
  const fields = { statements: statements.join('\n'), outcome, place, notices: notices.join('\n'), issuer, title, attestation, partHeads: partHeads.join('\n') };
  const unknown = Object.entries(fields).flatMap(([field, words]) => {
    const wrong = [...words.matchAll(/\{([^{}]*)\}|[{}]/g)].find(([, name]) => !(PLACES as readonly (string | undefined)[]).includes(name));
    return wrong ? [{ field, text: { lv: `“${wrong[0]}” nav zināms. Mainīgās vietas ir {subject}, {level}, {total} un {issued}.`, en: `"${wrong[0]}" is not known. What differs is {subject}, {level}, {total} and {issued}.` } }] : [];
  });
  return [
    ...unknown,
    ...(fields.statements.includes('{subject}') ? [] : [{ field: 'statements', text: NO_SUBJECT }]),
    ...(outcome.includes('{total}') ? [] : [{ field: 'outcome', text: NO_TOTAL }]),
    ...(place.includes('{issued}') ? [] : [{ field: 'place', text: NO_DAY }]),
  ];
}

const NO_SUBJECT: Text = { lv: 'Tekstā nav {subject}: sertifikātā nebūtu redzams mācību priekšmets.', en: 'The text has no {subject}: the certificate would not say the subject.' };
const NO_TOTAL: Text = { lv: 'Rindā nav {total}: sertifikātā nebūtu redzams kopvērtējums.', en: 'The line has no {total}: the certificate would not say the total.' };
const NO_DAY: Text = { lv: 'Rindā nav {issued}: sertifikātā nebūtu redzama izdošanas diena.', en: 'The line has no {issued}: the certificate would not say the day of issue.' };

const LONGEST: Certified = {
  level: 'highest', locativeLv: 'dizainā un tehnoloģijās', total: 87, parts: [{ nameLv: 'Zināšanas, izpratne un prasmes', perCent: 91 }, { nameLv: 'Kompleksu problēmu risināšana', perCent: 80 }],
  given: 'Šarlote-Žanete', family: 'Ķirškalniņa-Čūlīte', code: '32999999999', bornOn: isoDate('2007-02-28'), issuedOn: isoDate('2026-06-12'),
};

/** A page of made-up words, as long as real ones, and no number that was ever given. */
export function samplePage(form: FormWords & NumberSeries, stage: Stage, issuedOn: Certified['issuedOn']): PageWords {
  const certified: Certified = stage === 'basic' ? { ...LONGEST, level: 'basic', issuedOn } : { ...LONGEST, issuedOn };
  const page = pageWordsOf(form, certified, numberOf(form, { heldOn: issuedOn, candidateCode: '000000000000', code: stage === 'basic' ? 'MAT09' : 'DITAL' }));
  return { ...page, number: `${page.number} (paraugs, nav sertifikāts)` };
}
