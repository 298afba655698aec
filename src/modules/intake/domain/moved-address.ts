import type { IsoDate } from '#kernel/iso-date.js';

export interface Moved {
  readonly oldPath: string;
  readonly newPath: string;
  readonly deprecatedFrom: IsoDate;
  /** The first day on which the old address no longer answers; null while no end has been announced. */
  readonly answersUntil: IsoDate | null;
}

const isAtOrBelow = (path: string, top: string): boolean => path === top || path.startsWith(`${top}/`) || path.startsWith(`${top}?`);

/** Which move an address falls under: the longest old path wins. */
export const moveOf = <M extends Moved>(url: string, moved: readonly M[]): M | undefined =>
  moved.filter(({ oldPath }) => isAtOrBelow(url, oldPath)).toSorted((a, b) => b.oldPath.length - a.oldPath.length)[0];

/** The address in the new place, with all that stood below and behind it. */
export const newAddress = (url: string, { oldPath, newPath }: Moved): string => newPath + url.slice(oldPath.length);

/** The address as it was called, for one that was moved along. */
export const oldAddress = (url: string, { oldPath, newPath }: Moved): string => (isAtOrBelow(url, newPath) ? oldPath + url.slice(newPath.length) : url);

/** What an answer from an old address says of itself: `Deprecation` (RFC 9745), `Sunset` (RFC 8594) and links to where to go. */
export function headersOf(url: string, move: Moved, instantOf: (day: IsoDate) => Date): Readonly<Record<string, string>> {
  return {
    deprecation: `@${Math.floor(instantOf(move.deprecatedFrom).getTime() / 1000)}`,
    ...(move.answersUntil && { sunset: instantOf(move.answersUntil).toUTCString() }),
    link: `<${newAddress(url, move).split('?')[0]}>; rel="successor-version", </intake/moved>; rel="deprecation"; type="text/html"`,
  };
}
