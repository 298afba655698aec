import type { Text } from '#kernel/text.js';

export const OUTCOMES = ['result', 'awaited', 'absent', 'exempt', 'replaced', 'extra term', 'expelled', 'annulled'] as const;
/** What came of an entry: a result, or why there is none. */
export type Outcome = (typeof OUTCOMES)[number];

export const OUTCOME_WORDS: Readonly<Record<Outcome, Text>> = {
  result: { lv: 'Ir rezultāts', en: 'Has a result' },
  awaited: { lv: 'Rezultāts vēl tiek gatavots', en: 'The result is being prepared' },
  absent: { lv: 'Nepiedalījās', en: 'Did not take part' },
  exempt: { lv: 'Atbrīvots', en: 'Exempt' },
  replaced: { lv: 'Aizstāj starptautisks dokuments', en: 'Replaced by an international document' },
  'extra term': { lv: 'Kārto papildtermiņā', en: 'Takes it in the extra term' },
  expelled: { lv: 'Izraidīts', en: 'Expelled' },
  annulled: { lv: 'Anulēts', en: 'Annulled' },
};

export const WHYS = ['first', 're-count', 're-check', 'appeal', 'correction'] as const;
/** Why there is a version of a result. */
export type Why = (typeof WHYS)[number];

export const WHY_WORDS: Readonly<Record<Why, Text>> = {
  first: { lv: 'Pirmais rezultāts', en: 'First result' },
  're-count': { lv: 'Pārrēķināts', en: 'Counted anew' },
  're-check': { lv: 'Pārbaudīts vēlreiz pie sliekšņa', en: 'Checked once more near the threshold' },
  appeal: { lv: 'Apelācija', en: 'Appeal' },
  correction: { lv: 'Labojums', en: 'Correction' },
};
