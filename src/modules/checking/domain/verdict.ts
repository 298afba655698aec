import { parsePersonCode, type PersonCode } from '#kernel/person-code.js';

/** `no-container` is a file without signatures that are checked here: a PDF, a picture, a text. */
export const VERDICTS = ['passed', 'failed', 'no-container'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Who signed, compared with whoever handed the file in. A difference is for a person to look at and refuses nothing. */
export const SIGNED_BY = ['applicant', 'somebody-else', 'not-known'] as const;
export type SignedBy = (typeof SIGNED_BY)[number];

const CONTAINER_NAME = /\.(edoc|asice|sce)$/i;

/** Whether a file is, or pretends to be, a container: by its name or by how its bytes begin, as every ZIP archive does. */
export const pretendsToBeContainer = (name: string, content: Uint8Array): boolean => CONTAINER_NAME.test(name) || (content[0] === 0x50 && content[1] === 0x4b);

/**
 * The personal code in the serialNumber of a certificate: `PNOLV-` and the code (ETSI EN 319 412-1, 5.1.3), or the bare code of older ones.
 * Null for codes of other countries and of organisations.
 */
export function codeOfSigner(subjectCode: string): PersonCode | null {
  const [, prefix, words = ''] = /^(?:(PNOLV|IDCLV|PASLV)-)?(.+)$/.exec(subjectCode) ?? [];
  return prefix === 'PASLV' || prefix === 'IDCLV' ? null : parsePersonCode(words);
}

/** @param codes of those whose signatures hold; null stands for a signer without a personal code @param own the codes that the applicant has or had; null where they are not known */
export function signedBy(codes: readonly (PersonCode | null)[], own: readonly string[] | null): SignedBy {
  const known = codes.filter((one) => one !== null);
  if (own === null || own.length === 0 || known.length === 0) return 'not-known';
  return known.some((one) => own.includes(one)) ? 'applicant' : 'somebody-else';
}
