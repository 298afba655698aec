import { fill, type Lang, type Text } from '#kernel/text.js';
import type { OwnResult } from '#modules/exams/public.js';

export const perCent = (whole: number, lang: Lang): string => (lang === 'lv' ? `${whole}\u202f%` : `${whole}%`);

interface Said {
  /** Beside or instead of the total. */
  readonly total: Text | null;
  readonly certificate: Text;
}

type Known = Pick<OwnResult, 'outcome' | 'kind' | 'threshold' | 'reachesThreshold'>;

/** What came of an exam, in plain words: a missing result always says why, and what comes next. */
export function saidOf({ outcome, kind, threshold, reachesThreshold }: Known): Said {
  if (outcome !== 'result') return WITHOUT_RESULT[outcome];
  if (kind === 'monitoring work') return { total: null, certificate: MONITORING };
  if (reachesThreshold === false) return { total: fill(BELOW, { threshold: threshold ?? 0 }), certificate: NO_CERTIFICATE_BELOW };
  return { total: null, certificate: IS_ISSUED };
}

const NONE: Text = { lv: 'Nav', en: 'None' };
const MONITORING: Text = { lv: 'Monitoringa darbam sertifikāta nav.', en: 'There is no certificate for a monitoring work.' };
const BELOW: Text = { lv: 'Kopvērtējums ir zem sliekšņa ({threshold} %).', en: 'The total is below the threshold ({threshold}%).' };
const NO_CERTIFICATE_BELOW: Text = { lv: 'Sertifikātu izsniedz, sākot no sliekšņa; šim rezultātam tā nav. Par atkārtotu kārtošanu jautājiet skolai.', en: 'A certificate is issued from the threshold on; there is none for this result. Ask your school about taking the exam again.' };
const IS_ISSUED: Text = { lv: 'Tiek gatavots; parādīsies šajā portālā.', en: 'Being prepared; it will be shown on this portal.' };

const WITHOUT_RESULT: Readonly<Record<Exclude<OwnResult['outcome'], 'result'>, Said>> = {
  awaited: { total: { lv: 'Rezultāts vēl tiek gatavots. Tas parādīsies šajā portālā; jautāt var skolai.', en: 'The result is still being prepared. It will be shown on this portal; you can ask your school.' }, certificate: NONE },
  absent: { total: { lv: 'Eksāmenā nepiedalījāties, tāpēc rezultāta nav. Tas nav nulle punktu.', en: 'You did not take part, so there is no result. It is not zero points.' }, certificate: NONE },
  exempt: { total: { lv: 'Esat atbrīvots vai atbrīvota no šī eksāmena ar skolas rīkojumu.', en: 'You are exempt from this exam by an order of your school.' }, certificate: NONE },
  replaced: { total: { lv: 'Šo eksāmenu aizstāj jūsu starptautiskais valodas prasmes dokuments.', en: 'Your international language document replaces this exam.' }, certificate: { lv: 'Valsts sertifikātu neizsniedz; derīgs ir starptautiskais dokuments.', en: 'No state certificate is issued; the international document counts.' } },
  'extra term': { total: { lv: 'Šo eksāmenu kārtojat papildtermiņā. Tā rezultāts ir atsevišķā rindā, kad tas ir publicēts.', en: 'You take this exam in the extra term. Its result has a row of its own once it is published.' }, certificate: NONE },
  expelled: { total: { lv: 'No eksāmena norises bijāt izraidīts vai izraidīta, tāpēc rezultāta nav.', en: 'You were sent out of the exam, so there is no result.' }, certificate: NONE },
  annulled: { total: { lv: 'Darbs ir anulēts ar aģentūras lēmumu. Lēmumu un tā apstrīdēšanas kārtību izsniedz aģentūra vai skola.', en: 'Your work was annulled by a decision of the agency. The agency or your school gives you the decision and how to contest it.' }, certificate: NONE },
};
