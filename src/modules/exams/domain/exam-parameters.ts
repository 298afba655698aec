import type { Parameter, ParameterFamily } from '#kernel/parameter.js';

/** Numbers that assessment, appeals and reports go by. */
const PARAMETERS = {
  'assessment-difference': { lv: 'Trešais vērtējums, ja divi atšķiras par vairāk nekā (puspunkti)', en: 'A third assessment where two differ by more than', unit: 'half-points', least: 0, most: 100 },
  'near-threshold': { lv: 'Darbu pārbauda vēlreiz, ja līdz slieksnim pietrūkst ne vairāk kā (puspunkti)', en: 'A work is checked once more where to the threshold there lack at most', unit: 'half-points', least: 0, most: 40 },
  'own-institution': { lv: 'Vērtētājs nevērtē savas iestādes darbus (1: nevērtē, 0: drīkst)', en: 'An assessor does not assess works of their own institution (1: does not, 0: may)', unit: 'yes-no', least: 0, most: 1 },
  'exempt-part-as-zero': { lv: 'Daļa, no kuras atbrīvo, kopvērtējumā (0: neskaita, 1: skaita kā nulli)', en: 'A part from which someone is exempt, in the total (0: left out, 1: counts as zero)', unit: 'yes-no', least: 0, most: 1 },
  'appeal-months': { lv: 'Apelāciju iesniedz pēc rezultātu paziņošanas (mēneši)', en: 'Appeals are lodged after results are published, within', unit: 'months', least: 1, most: 12 },
  'appeal-decision-months': { lv: 'Apelāciju izlemj pēc iesniegšanas (mēneši)', en: 'Appeals are decided after they are lodged, within', unit: 'months', least: 1, most: 12 },
  'appeal-agency-members': { lv: 'Apelāciju komisijā aģentūras darbinieku vismaz', en: 'Staff of the agency in an appeal commission, at least', unit: 'people', least: 0, most: 20 },
  'appeal-assessors': { lv: 'Apelāciju komisijā šī pārbaudījuma vērtētāju vismaz', en: 'Assessors of the exam in an appeal commission, at least', unit: 'people', least: 0, most: 20 },
  'pupil-sees-work': { lv: 'Kārtotājs pēc rezultātu paziņošanas redz sava darba skenējumu (1: redz, 0: neredz)', en: 'A candidate sees the scan of their own work after results are published (1: yes, 0: no)', unit: 'yes-no', least: 0, most: 1 },
  'scan-keeping-months': { lv: 'Darbu skenējumus glabā pēc pārbaudījuma dienas (mēneši)', en: 'Scans of works are kept after the day of the exam for', unit: 'months', least: 1, most: 600 },
  'graduates-at-schools': { lv: 'Iepriekšējo gadu absolventus reģistrē arī skolas (1: reģistrē, 0: tikai augstskolas un aģentūra)', en: 'Graduates of earlier years are entered by schools too (1: by them too, 0: by universities and the agency alone)', unit: 'yes-no', least: 0, most: 1 },
  'smallest-number': { lv: 'Rezultātu pārskatos slēpj skaitļus, kas mazāki par', en: 'Reports on results hide numbers smaller than', unit: 'people', least: 0, most: 200 },
} as const satisfies Record<string, Parameter>;

export type ExamParameter = keyof typeof PARAMETERS;
export const EXAM_NUMBERS: ParameterFamily<ExamParameter> = { of: PARAMETERS, law: true };
