import { hash } from 'node:crypto';
import { LIMITS } from '../limits.js';
import { failureOf } from './pull-failure.js';
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
  /** Where the server itself says that this page is. */
  readonly link: string | null;
}

export interface FetchedPage {
  readonly records: readonly Record<string, unknown>[];
  /** How many the list holds in all, where the server says it. */
  readonly total: number | null;
  /** The address of the next page, where the server gives one. */
  readonly next: string | null;
}

/**
 * Where to go on after a page: the next page, the next list, or nowhere. A server may give fewer at once than was asked, so that a short page
 * says nothing: without a count only an empty page is the end.
 */
export function placeAfter({ collection, offset }: Place, { records: { length: count }, total, next: link }: FetchedPage): Place | null {
  const reached = offset + count;
  if (count > 0 && (link !== null || total === null || reached < total)) return { collection, offset: reached, link };
  const next = PULLED[PULLED.indexOf(collection) + 1];
  return next ? { collection: next, offset: 0, link: null } : null;
}

/** By what a page is known again: the identifiers on it. Null of an empty one. */
export const printOf = ({ records }: Pick<FetchedPage, 'records'>): string | null =>
  records.length === 0 ? null : hash('sha256', JSON.stringify(records.map(({ sourcedId }) => sourcedId)));

/** Why a fetch must not go on with a page: a server that gives the same page again and again would be asked for ever. */
export function faultOf(page: FetchedPage, { lastPage, fetched }: { readonly lastPage: string | null; readonly fetched: number }): string | null {
  const print = printOf(page);
  if (print !== null && print === lastPage) return failureOf('same-page-twice');
  return fetched + page.records.length > LIMITS.rows ? failureOf('too-many', LIMITS.rows) : null;
}

/** Clocks of servers differ from ours, and a change is stamped before it can be read. */
const MARGIN_MS = 3_600_000;

/**
 * From when changed results are asked for after the last fetch that was done; null: all of them. What was not understood then is understood
 * perhaps now, though it has not changed.
 */
export const changedSinceOf = (before: { readonly startedAt: Date; readonly troubles: number } | undefined): Date | null =>
  before && before.troubles === 0 ? new Date(before.startedAt.getTime() - MARGIN_MS) : null;

/** The address of `rel="next"` in a `Link` header (RFC 8288); undefined where there is none. */
export const nextLinkOf = (header: string | null): string | undefined =>
  [...(header ?? '').matchAll(/<([^>]*)>([^<]*)/g)].find(([, , parameters = '']) => /;\s*rel\s*=\s*("[^"]*\bnext\b[^"]*"|next\b)/i.test(parameters))?.[1];
