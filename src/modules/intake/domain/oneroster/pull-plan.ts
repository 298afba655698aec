import { GRADEBOOK, ROSTERING } from './rest-json.js';

/** What is fetched from a vendor's server, in this order: what results name comes before them. */
export const PULLED = ['orgs', 'academicSessions', 'courses', 'classes', 'users', 'enrollments', 'categories', 'lineItems', 'scoreScales', 'results'] as const;
export type PulledFile = (typeof PULLED)[number];

const IN_GRADEBOOK: readonly PulledFile[] = ['categories', 'lineItems', 'scoreScales', 'results'];
const PAGE_SIZE = 500;

/** Scopes of the standard that reading needs (OneRoster 1.2, security). */
export const PULL_SCOPES = ['roster-core.readonly', 'roster.readonly', 'gradebook-core.readonly', 'gradebook.readonly'].map((scope) => `https://purl.imsglobal.org/spec/or/v1p2/scope/${scope}`);

/** The address of a page; results only those changed since the last fetch. */
export function pageAddress(serviceUrl: string, file: PulledFile, offset: number, changedSince: Date | null): string {
  const root = IN_GRADEBOOK.includes(file) ? GRADEBOOK : ROSTERING;
  const query = new URLSearchParams({ limit: String(PAGE_SIZE), offset: String(offset), ...(file === 'results' && changedSince && { filter: `dateLastModified>'${changedSince.toISOString()}'` }) });
  return `${serviceUrl.replace(/\/+$/, '')}${root}/${file}?${query}`;
}

export interface Place {
  readonly collection: PulledFile;
  readonly offset: number;
}

/** Where to go on after a page: the next page, the next list, or nowhere. A server may give fewer at once than was asked. */
export function placeAfter({ collection, offset }: Place, count: number, total: number | null): Place | null {
  const reached = offset + count;
  const isLast = count === 0 || (total === null ? count < PAGE_SIZE : reached >= total);
  if (!isLast) return { collection, offset: reached };
  const next = PULLED[PULLED.indexOf(collection) + 1];
  return next ? { collection: next, offset: 0 } : null;
}
