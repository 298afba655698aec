import type { Parameter, ParameterFamily } from '#kernel/parameter.js';

const PARAMETERS = {
  'batch-minutes': { lv: 'Zīmogošanas kopa beidzas (no pirmā laika zīmoga)', en: 'A batch of sealing ends after its first time stamp within', unit: 'minutes', least: 1, most: 14 },
  'archive-lead-days': { lv: 'Arhīva laika zīmogu pievieno, ja pierādījums beidzas pēc ne vairāk kā', en: 'An archive time stamp is added when a proof ends within', unit: 'days', least: 1, most: 3_650 },
  'archive-hash-bits': { lv: 'Laika zīmoga jaucējfunkcijai jābūt vismaz', en: 'The hash function of a time stamp has at least', unit: 'bits', least: 256, most: 512 },
  'paper-fee-collected': { lv: 'Maksa par sertifikātu papīra formā, saņemot klātienē', en: 'Fee for a certificate on paper that is collected', unit: 'cents', least: 0, most: 100_000 },
  'paper-fee-posted': { lv: 'Maksa par sertifikātu papīra formā, sūtot pa pastu', en: 'Fee for a certificate on paper that is posted', unit: 'cents', least: 0, most: 100_000 },
  'paper-working-days': { lv: 'Sertifikātu papīra formā izsniedz', en: 'A certificate on paper is delivered within', unit: 'working-days', least: 1, most: 60 },
} as const satisfies Record<string, Parameter>;

export type ParameterName = keyof typeof PARAMETERS;
export const CERTIFICATE_PARAMETERS: ParameterFamily<ParameterName> = { of: PARAMETERS, law: true };
