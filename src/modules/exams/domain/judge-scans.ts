import type { Text } from '#kernel/text.js';

const SCAN_NAME = /^(\d{12})(?:[-_ ](\d))?\.(?:pdf|png|jpe?g)$/i;

/**
 * Which work a file is, by its name: the candidate's code and the number of the part (`733100000012-1.pdf`); the number may be left out where the exam has one part.
 * Folders do not count. @returns null for any other name
 */
export function readScanName(name: string, parts: readonly number[]): { readonly candidateCode: string; readonly part: number } | null {
  const [, candidateCode, number] = SCAN_NAME.exec(name.split(/[\\/]/).at(-1) ?? '') ?? [];
  if (candidateCode === undefined) return null;
  const part = number === undefined ? (parts.length === 1 ? parts[0] : undefined) : Number(number);
  return part === undefined ? null : { candidateCode, part };
}

export const workKey = (candidateCode: string, part: number): string => `${candidateCode}-${part}`;

/** What is known of a work to which a scan may come. */
export interface KnownWork {
  readonly workId: string;
  readonly state: 'expected' | 'received' | 'unreadable' | 'missing';
  /** Of the scan that holds; null where there is none. */
  readonly sha256: string | null;
  /** Somebody has it in hand, or has given it points. */
  readonly isTaken: boolean;
}

export interface ArrivedScan {
  readonly name: string;
  readonly sha256: string;
  readonly isReadable: boolean;
}

export const SCAN_VERDICTS = ['taken', 'replaced', 'unchanged', 'no-code', 'no-such-work', 'already-there', 'twice', 'not-readable'] as const;
export type ScanVerdict = (typeof SCAN_VERDICTS)[number];

export interface JudgedScan {
  readonly verdict: ScanVerdict;
  readonly workId: string | null;
}

/**
 * What comes of files for the works of one sitting, in their order. The same content for the same work changes nothing; other content takes the place of a scan that cannot be read,
 * or that nobody has looked at yet, and of no other.
 */
export function judgeScans(files: readonly ArrivedScan[], parts: readonly number[], works: ReadonlyMap<string, KnownWork>): JudgedScan[] {
  const seen = new Set<string>();
  return files.map(({ name, sha256, isReadable }) => {
    const no = (verdict: ScanVerdict): JudgedScan => ({ verdict, workId: null });
    const named = readScanName(name, parts);
    if (!named) return no('no-code');
    const work = works.get(workKey(named.candidateCode, named.part));
    if (!work) return no('no-such-work');
    if (!isReadable) return no('not-readable');
    if (seen.has(work.workId)) return no('twice');
    seen.add(work.workId);
    if (work.sha256 === sha256 && work.state !== 'unreadable') return { verdict: 'unchanged', workId: work.workId };
    if (work.sha256 === null) return { verdict: 'taken', workId: work.workId };
    if (work.sha256 === sha256 || (work.isTaken && work.state !== 'unreadable')) return no('already-there');
    return { verdict: 'replaced', workId: work.workId };
  });
}

export const SCAN_WORDS: Readonly<Record<ScanVerdict, Text>> = {
  taken: { lv: 'Pieņemts', en: 'Taken' },
  replaced: { lv: 'Pieņemts iepriekšējā vietā', en: 'Taken in place of the earlier one' },
  unchanged: { lv: 'Jau ir: tas pats saturs', en: 'Already there: the same content' },
  'no-code': { lv: 'Nosaukums nav darba kods', en: 'The name is not the code of a work' },
  'no-such-work': { lv: 'Tāda darba šajā norisē nav', en: 'The sitting has no such work' },
  'already-there': { lv: 'Cits skenējums jau ir', en: 'Another scan is there already' },
  twice: { lv: 'Šim darbam šeit ir vēl viena datne', en: 'There is another file of this work here' },
  'not-readable': { lv: 'Datni nevar atvērt', en: 'The file cannot be opened' },
};

/** What to do about a file that was not taken. */
export const SCAN_HINTS: Readonly<Partial<Record<ScanVerdict, Text>>> = {
  'no-code': { lv: 'Nosauciet datni ar kārtotāja kodu un daļas numuru, piemēram, 733100000012-1.pdf.', en: 'Name the file by the candidate’s code and the number of the part, as in 733100000012-1.pdf.' },
  'no-such-work': { lv: 'Pārbaudiet kodu un daļu: šim kārtotājam jābūt atzīmētam, ka darbu atstājis, un dalības protokolam apstiprinātam.', en: 'Check code and part: participation must say that the candidate left this work, and the protocol must be approved.' },
  'already-there': { lv: 'Darbu jau vērtē. Ja tas nav salasāms, vērtētājs to atdod, un tad to var ielādēt vēlreiz.', en: 'The work is being assessed. Where it cannot be read the assessor gives it back; then it can be brought in again.' },
  twice: { lv: 'Sūtiet vienu datni katram darbam; vairākas lapas salieciet vienā PDF.', en: 'Send one file for each work; put several pages into one PDF.' },
  'not-readable': { lv: 'Der PDF bez paroles (līdz 80 lapām), PNG vai JPEG. Skenējiet darbu vēlreiz.', en: 'A PDF without a password (up to 80 pages), PNG or JPEG will do. Scan the work again.' },
};
