import { inLatvianOrder } from '#kernel/latvian-order.js';
import { fill, type Text } from '#kernel/text.js';
import { type Part, parsePoints, pointsInWords, scorePercent } from './scoring.js';

export const POINT_REFUSALS = ['no-code', 'no-candidate', 'twice', 'nothing-given', 'unknown-part', 'no-points', 'too-many-points', 'not-taken', 'published', 'no-total', 'total-too-early', 'total-differs'] as const;
/** Why a row of points is not taken. */
export type PointRefusal = (typeof POINT_REFUSALS)[number];

/** Beside the parts, the total (kopvērtējums) that the sender has counted; it is compared with ours and never taken over. */
export const TOTAL = 'total';

/** A row as it came: points by the number of the part, as written, and perhaps a total. */
export interface ArrivedRow {
  readonly line: number;
  readonly candidateCode: string;
  readonly points: Readonly<Record<string, string>>;
}

/** What the register knows of a candidate of the event. */
export interface KnownCandidate {
  readonly entryId: string;
  readonly candidateCode: string;
  /** Parts that they took. */
  readonly taken: readonly number[];
  readonly halfPoints: Readonly<Record<string, number>>;
  readonly isPublished: boolean;
}

/** One thing to mend: which rule, which field, what was expected (a value that `expectedInWords` puts into a sentence) and what lies near. */
export interface PointFault {
  readonly code: PointRefusal;
  readonly field: string;
  readonly expected: string;
  readonly nearest: readonly string[];
}

/** A row that is not taken, with everything that is wrong with it: what concerns the candidate first. */
export interface RefusedRow {
  readonly verdict: 'refused';
  readonly faults: readonly [PointFault, ...PointFault[]];
}
export type JudgedRow = RefusedRow | { readonly verdict: 'taken' | 'unchanged'; readonly entryId: string; readonly points: readonly PointsOfPart[] };

interface PointsOfPart {
  readonly part: number;
  readonly halfPoints: number;
}

const CODE = /^\d{12}$/;
/** A made-up code that shows how one looks. */
const EXAMPLE_CODE = '733300000017';
const fault = (code: PointRefusal, field: string, expected: string, nearest: readonly string[] = []): PointFault => ({ code, field, expected, nearest });

/** Judges rows of one event by themselves: nothing is guessed, and what is refused says of each of its faults which field, what was expected and what lies near. */
export function judgePoints(parts: readonly Part[], known: ReadonlyMap<string, KnownCandidate>, seen: Set<string>): (row: ArrivedRow) => JudgedRow {
  return ({ candidateCode, points }) => {
    const code = candidateCode.replaceAll(/\s/g, '');
    const candidate = known.get(code);
    const given = Object.entries(points).filter(([number, words]) => number !== TOTAL && words.trim() !== '');
    const ofParts = given.map(([number, words]) => judgePart(parts, candidate, number, words));
    const wanted = ofParts.flatMap((one) => ('part' in one ? [one] : []));
    const changed = candidate ? wanted.filter(({ part, halfPoints }) => candidate.halfPoints[String(part)] !== halfPoints) : [];
    const [first, ...more] = [
      ...faultsOfCode(code, known, seen),
      ...(given.length === 0 ? [fault('nothing-given', 'points', (candidate?.taken ?? parts.map((one) => one.number)).join(', '))] : []),
      ...ofParts.flatMap((one) => ('part' in one ? [] : [one])),
      ...(candidate?.isPublished ? changed.slice(0, 1).map(({ part }) => fault('published', `points.${part}`, pointsInWords(candidate.halfPoints[String(part)] ?? 0, 'lv'))) : []),
      ...(candidate && wanted.length === ofParts.length ? faultsOfTotal(parts, candidate, wanted, points[TOTAL] ?? '') : []),
    ];
    if (candidate) seen.add(code);
    if (first) return { verdict: 'refused', faults: [first, ...more] };
    return changed.length === 0 ? { verdict: 'unchanged', entryId: candidate!.entryId, points: [] } : { verdict: 'taken', entryId: candidate!.entryId, points: changed };
  };
}

function faultsOfCode(code: string, known: ReadonlyMap<string, KnownCandidate>, seen: ReadonlySet<string>): PointFault[] {
  if (!CODE.test(code)) return [fault('no-code', 'candidateCode', EXAMPLE_CODE)];
  if (!known.has(code)) return [fault('no-candidate', 'candidateCode', '', nearestCodes(code, known.keys()))];
  return seen.has(code) ? [fault('twice', 'candidateCode', '')] : [];
}

/** What was written for a part, in half-points; what is wrong with it where it cannot be taken. */
function judgePart(parts: readonly Part[], candidate: KnownCandidate | undefined, number: string, words: string): PointsOfPart | PointFault {
  const part = parts.find((one) => String(one.number) === number);
  const field = `points.${number}`;
  if (!part) return fault('unknown-part', field, parts.map((one) => one.number).join(', '));
  const most = pointsInWords(part.maxHalfPoints, 'lv');
  const halfPoints = parsePoints(words);
  if (halfPoints === undefined) return fault('no-points', field, most, nearestPoints(words, part.maxHalfPoints));
  if (halfPoints > part.maxHalfPoints) return fault('too-many-points', field, most, [most]);
  if (candidate && !candidate.taken.includes(part.number)) return fault('not-taken', field, candidate.taken.join(', '));
  return { part: part.number, halfPoints };
}

/** A total that does not follow from the points: one of them was written down wrongly, and nobody here can tell which. A part that was not taken is either nothing or left out. */
function faultsOfTotal(parts: readonly Part[], { taken, halfPoints }: KnownCandidate, wanted: readonly PointsOfPart[], words: string): PointFault[] {
  const total = words.trim().replace(/\s*%$/, '');
  if (total === '') return [];
  if (!/^(100|\d{1,2})$/.test(total)) return [fault('no-total', TOTAL, '')];
  const earned = new Map([...taken.flatMap((part): [number, number][] => (String(part) in halfPoints ? [[part, halfPoints[String(part)]!]] : [])), ...wanted.map((one): [number, number] => [one.part, one.halfPoints])]);
  const missing = taken.filter((part) => !earned.has(part));
  if (missing.length > 0) return [fault('total-too-early', TOTAL, missing.join(', '))];
  const leftOut = new Set(parts.flatMap(({ number }) => (taken.includes(number) ? [] : [number])));
  const counted = [...new Set([new Set<number>(), leftOut].map((out) => scorePercent(parts, earned, out).total))];
  return counted.includes(Number(total)) ? [] : [fault('total-differs', TOTAL, counted.join(' / '))];
}

const MOST_NEAREST = 3;
const NEAR = 2;

/** Codes of the event that differ in at most two digits, the nearest first. */
function nearestCodes(code: string, known: Iterable<string>): string[] {
  const near: { code: string; differs: number }[] = [];
  for (const one of known) {
    let differs = 0;
    for (let at = 0; at < code.length && differs <= NEAR; at += 1) if (one[at] !== code[at]) differs += 1;
    if (differs <= NEAR) near.push({ code: one, differs });
  }
  return near.sort((a, b) => a.differs - b.differs || inLatvianOrder(a.code, b.code)).slice(0, MOST_NEAREST).map((one) => one.code);
}

/** The half-points on both sides of a number that is none, such as 12,3. */
function nearestPoints(words: string, most: number): string[] {
  const number = Number(words.trim().replace(',', '.'));
  if (!Number.isFinite(number) || number < 0) return [];
  return [Math.floor(number * 2), Math.ceil(number * 2)].filter((half) => half <= most).map((half) => pointsInWords(half, 'lv'));
}

export const REFUSAL_WORDS: Readonly<Record<PointRefusal, Text>> = {
  'no-code': { lv: 'Kārtotāja kods ir divpadsmit cipari', en: 'A candidate code is twelve digits' },
  'no-candidate': { lv: 'Šajā pārbaudījumā tāda kārtotāja nav', en: 'The exam has no such candidate' },
  twice: { lv: 'Kārtotājs datnē ir jau augstāk', en: 'The candidate stands further up already' },
  'nothing-given': { lv: 'Rindā nav punktu nevienai daļai', en: 'The row has no points for any part' },
  'unknown-part': { lv: 'Pārbaudījumā šādas daļas nav', en: 'The exam has no such part' },
  'no-points': { lv: 'Punktus raksta ar soli 0,5, piemēram, 12,5', en: 'Points go by halves, as in 12.5' },
  'too-many-points': { lv: 'Vairāk punktu, nekā daļā var iegūt', en: 'More points than the part has' },
  'not-taken': { lv: 'Kārtotājs šajā daļā nav piedalījies vai ir no tās atbrīvots', en: 'The candidate did not take this part, or is exempt from it' },
  published: { lv: 'Rezultāts jau ir paziņots; to maina ar lēmumu kārtotāja kartītē', en: 'The result is published; it is changed by a decision on the candidate’s card' },
  'no-total': { lv: 'Kopvērtējums ir vesels procentu skaits', en: 'A total is a whole number of per cent' },
  'total-too-early': { lv: 'Kopvērtējumu var salīdzināt tikai tad, kad ir visu kārtoto daļu punkti', en: 'A total can be compared only once there are points of all parts that were taken' },
  'total-differs': { lv: 'Kopvērtējums nesakrīt ar daļu punktiem; pārbaudiet rindu darbā', en: 'The total does not agree with the points of the parts; look at the work' },
};

/** What a clerk would have to write instead. */
export const expectedInWords = ({ code, expected }: Pick<PointFault, 'code' | 'expected'>): Text => fill(code === 'not-taken' && expected === '' ? TOOK_NOTHING : EXPECTED_WORDS[code], { expected });

const HALVES: Text = { lv: 'no 0 līdz {expected} ar soli 0,5', en: 'from 0 to {expected} by halves' };
const TOOK_NOTHING: Text = { lv: 'tukša rinda: kārtotājs nav piedalījies nevienā daļā', en: 'an empty row: the candidate took no part' };
const EXPECTED_WORDS: Readonly<Record<PointRefusal, Text>> = {
  'no-code': { lv: '12 cipari, piem., {expected}', en: '12 digits, as in {expected}' },
  'no-candidate': { lv: 'kods no šīs norises kārtotāju saraksta', en: 'a code from the list of this event’s candidates' },
  twice: { lv: 'katrs kārtotājs vienu reizi', en: 'each candidate once' },
  'nothing-given': { lv: 'punkti vismaz vienā no daļām: {expected}', en: 'points of at least one of the parts: {expected}' },
  'unknown-part': { lv: 'tikai daļas: {expected}', en: 'parts {expected} alone' },
  'no-points': HALVES,
  'too-many-points': HALVES,
  'not-taken': { lv: 'tikai daļas, ko kārtoja: {expected}', en: 'the parts that were taken alone: {expected}' },
  published: { lv: 'paziņotie punkti: {expected}', en: 'the published points: {expected}' },
  'no-total': { lv: 'vesels skaitlis no 0 līdz 100, vai tukša šūna', en: 'a whole number from 0 to 100, or an empty cell' },
  'total-too-early': { lv: 'arī šo daļu punkti: {expected}, vai tukša kopvērtējuma šūna', en: 'points of these parts too: {expected}, or an empty cell of the total' },
  'total-differs': { lv: 'no šiem punktiem iznāk {expected}', en: 'these points make {expected}' },
};
