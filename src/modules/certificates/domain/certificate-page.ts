import { type IsoDate, readableDay } from '#kernel/iso-date.js';
import { type PersonCode, readablePersonCode } from '#kernel/person-code.js';

/** In which words certificates of a stage are issued on a day. */
export interface FormWords {
  readonly issuer: string;
  readonly title: string;
  readonly statements: readonly string[];
  readonly outcome: string;
  readonly partHeads: readonly string[];
  readonly place: string;
  readonly attestation: string;
  readonly notices: readonly string[];
}

/** What is certified of whom. */
export interface Certified {
  readonly level: 'basic' | 'optimal' | 'highest' | 'general';
  /** "matemātikā". */
  readonly locativeLv: string;
  readonly total: number;
  readonly parts: readonly { readonly nameLv: string; readonly perCent: number | null }[];
  readonly given: string;
  readonly family: string;
  readonly code: string | null;
  readonly bornOn: IsoDate;
  readonly issuedOn: IsoDate;
}

/** The words of a page, as they are kept and printed. */
export interface PageWords {
  readonly lang: string;
  readonly issuer: string;
  readonly title: string;
  readonly number: string;
  readonly holder: string;
  readonly holderCode: string;
  readonly statements: readonly string[];
  readonly outcome: string;
  readonly parts: readonly { readonly name: string; readonly value: string }[];
  readonly partHeads: readonly [name: string, value: string];
  readonly place: string;
  readonly attestation: string;
  readonly notices: readonly string[];
}

/** The page that a form makes of a result; a certificate is issued in Latvian. A part from which someone is exempt has no value. */
export function pageWordsOf(form: FormWords, certified: Certified, number: string): PageWords {
  const { level, locativeLv, total, parts, given, family, code, bornOn, issuedOn } = certified;
  const filled = (words: string) => words.replaceAll('{subject}', locativeLv).replaceAll('{level}', AT_LEVEL[level]).replaceAll('{total}', String(total)).replaceAll('{issued}', readableDay(issuedOn)).replace(/\s+/g, ' ').trim();
  return {
    lang: 'lv-LV',
    issuer: form.issuer,
    title: form.title,
    number: `Nr. ${number}`,
    holder: `${given} ${family}`,
    holderCode: code === null ? `dzimis(-usi) ${readableDay(bornOn)}` : `personas kods ${readablePersonCode(code as PersonCode)}`,
    statements: form.statements.map(filled),
    outcome: filled(form.outcome),
    parts: parts.map(({ nameLv, perCent }) => ({ name: nameLv, value: perCent === null ? 'atbrīvots(-a)' : `${perCent} %` })),
    partHeads: [form.partHeads[0]!, form.partHeads[1]!],
    place: filled(form.place),
    attestation: form.attestation,
    notices: form.notices.map(filled),
  };
}

const AT_LEVEL: Readonly<Record<Certified['level'], string>> = {
  basic: '',
  optimal: 'optimālajā mācību satura apguves līmenī',
  highest: 'augstākajā mācību satura apguves līmenī',
  general: 'vispārīgajā mācību satura apguves līmenī',
};

/** Whether two pages say the same: a result counted anew that says nothing else needs no other certificate. */
export const saysTheSame = (one: PageWords, other: PageWords): boolean => one.outcome === other.outcome && JSON.stringify(one.parts) === JSON.stringify(other.parts);
