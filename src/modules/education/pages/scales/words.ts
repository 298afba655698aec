import type { Lang, Text } from '#kernel/text.js';
import type { AssessedPeriod, RecordKind } from '../../domain/scales.js';
import { yearName } from '../../domain/school-year.js';

export const PERIOD_WORDS: Readonly<Record<AssessedPeriod | 'any', Text>> = {
  any: { lv: 'jebkuru', en: 'any' },
  S1: { lv: '1. semestri', en: 'semester 1' },
  S2: { lv: '2. semestri', en: 'semester 2' },
  YEAR: { lv: 'gadu', en: 'the year' },
  EXAM: { lv: 'valsts pārbaudījumu', en: 'a state examination' },
  POST: { lv: 'pēcpārbaudījumu', en: 'a post-examination' },
  FINAL: { lv: 'dokumentam (gala vērtējums)', en: 'the document (final mark)' },
};

export const RECORD_WORDS: Readonly<Record<RecordKind, Text>> = {
  mark: { lv: 'priekšmetu', en: 'a subject' },
  outcome: { lv: 'sasniedzamo rezultātu', en: 'a learning outcome' },
};

/** The years for which a rule holds: `no 2020./2021.` */
export function rulePeriod({ fromYear, toYear }: { fromYear: number; toYear: number | null }, lang: Lang): string {
  if (toYear === null) return `${lang === 'lv' ? 'no' : 'from'} ${yearName(fromYear)[lang]}`;
  return fromYear === toYear ? yearName(fromYear)[lang] : `${yearName(fromYear)[lang]} – ${yearName(toYear)[lang]}`;
}
