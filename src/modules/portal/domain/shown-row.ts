import { dayInRiga } from '#kernel/clock.js';
import { type IsoDate, readableDay } from '#kernel/iso-date.js';
import { fill, type Text } from '#kernel/text.js';
import { perCent, saidOf } from './said.js';
import type { OwnCertificate } from '#modules/certificates/public.js';
import type { OwnResult } from '#modules/exams/public.js';

/** One exam as its pupil reads it, in both languages: the page and a sealed packet show the same words. */
export interface ShownRow {
  readonly exam: Text;
  /** The day of the exam, its term, and when the result was published. */
  readonly when: Text;
  readonly year: string;
  readonly total: Text | null;
  readonly parts: readonly { readonly name: Text; readonly share: Text }[];
  /** Beside or instead of the total. */
  readonly said: Text | null;
  readonly asides: readonly Text[];
  readonly certificate: { readonly number: string; readonly issued: Text } | null;
  /** Where there is no certificate to be had: why. */
  readonly noCertificate: Text;
}

export interface RowOf {
  readonly one: OwnResult;
  readonly certificate: OwnCertificate | undefined;
  /** The last day of an appeal, while it has not passed. */
  readonly contestUntil: IsoDate | undefined;
  readonly words: { readonly exam: Text; readonly extraTerm: Text; readonly publishedAt: string; readonly why: Text | null };
}

export function rowOf({ one, certificate, contestUntil, words }: RowOf): ShownRow {
  const said = saidOf(one);
  const both = (of: (lang: 'lv' | 'en') => string): Text => ({ lv: of('lv'), en: of('en') });
  const isIssued = one.outcome === 'result' && certificate;
  return {
    exam: words.exam,
    when: both((lang) => `${readableDay(one.heldOn)}${one.term === 'extra' ? `, ${words.extraTerm[lang].toLowerCase()}` : ''}; ${PUBLISHED[lang]} ${words.publishedAt}`),
    year: `${one.year}./${one.year + 1}.`,
    total: one.total === null ? null : both((lang) => perCent(one.total!, lang)),
    parts: one.total === null ? [] : one.parts.map(({ nameLv, nameEn, perCent: share }) => ({ name: { lv: nameLv, en: nameEn }, share: share === null ? EXEMPT_PART : both((lang) => perCent(share, lang)) })),
    said: said.total,
    asides: [
      ...(contestUntil ? [fill(CONTEST, { day: readableDay(contestUntil) })] : []),
      ...(words.why && one.version !== null && one.version > 1 && one.recordedAt ? [changed(words.why, one.version, dayInRiga(one.recordedAt))] : []),
    ],
    certificate: isIssued && certificate.revokedAt === null ? { number: certificate.number, issued: fill(ISSUED, { day: readableDay(certificate.issuedOn) }) } : null,
    noCertificate: isIssued && certificate.revokedAt !== null ? fill(REVOKED, { number: certificate.number }) : said.certificate,
  };
}

const changed = (why: Text, version: number, day: IsoDate): Text => {
  const of = (lang: 'lv' | 'en') => fill(CHANGED, { day: readableDay(day), why: why[lang].toLowerCase(), version })[lang];
  return { lv: of('lv'), en: of('en') };
};

const PUBLISHED: Text = { lv: 'publicēts', en: 'published' };
const EXEMPT_PART: Text = { lv: 'atbrīvots', en: 'exempt' };
const CONTEST: Text = { lv: 'Apelācija: līdz {day}', en: 'Appeal: until {day}' };
const CHANGED: Text = { lv: 'Mainīts {day} Pamats: {why}. Šī ir {version}. redakcija.', en: 'Changed on {day} Ground: {why}. This is version {version}.' };
const ISSUED: Text = { lv: 'izsniegts {day}', en: 'issued {day}' };
const REVOKED: Text = { lv: 'Sertifikāts {number} ir atsaukts, jo mainījās rezultāts. Jaunais tiek gatavots un parādīsies šajā portālā.', en: 'Certificate {number} was revoked because the result changed. The new one is being prepared and will be shown on this portal.' };
