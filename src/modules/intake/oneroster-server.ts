import type { OutwardBounds } from '#platform/http/inner-address.js';
import { AnswerTooLarge, type Fetch, outward } from '#platform/http/outward.js';
import { failureOf, failureOfStatus } from './domain/oneroster/pull-failure.js';
import { type FetchedPage, nextLinkOf, type Place, PULL_SCOPES, pageAddress } from './domain/oneroster/pull-plan.js';

/** A server of another hand that does not answer as it should, by a code of `PULL_FAILURES`; final where trying again would not help. */
export class ServerFailure extends Error {
  readonly isFinal: boolean;
  constructor(message: string, isFinal: boolean) {
    super(message);
    this.isFinal = isFinal;
  }
}

export interface ServerAccess {
  readonly serviceUrl: string;
  readonly tokenUrl: string;
  readonly clientId: string;
  readonly secret: string;
  /** Where the server may stand. */
  readonly bounds: OutwardBounds;
}

const WITHIN_MS = 20_000;
const MOST_BYTES = 16_777_216;

/** A reader of a vendor's OneRoster REST server: gets a token by client credentials, and a new one where the old has run out. */
export function oneRosterServer({ serviceUrl, tokenUrl, clientId, secret, bounds }: ServerAccess) {
  const way = outward({ ...bounds, mostBytes: MOST_BYTES, withinMs: WITHIN_MS });
  let token: string | null = null;
  return {
    /** @throws ServerFailure */
    async page({ collection: file, offset, link }: Place, changedSince: Date | null): Promise<FetchedPage> {
      const address = link ?? pageAddress(serviceUrl, file, offset, changedSince);
      const ask = async () => call(way, address, { headers: { accept: 'application/json', authorization: `Bearer ${(token ??= await freshToken())}` } });
      let answer = await ask();
      if (answer.status === 401) {
        token = null;
        answer = await ask();
      }
      if (answer.status === 404 && offset === 0 && file === 'scoreScales') return { records: [], total: 0, next: null };
      if (answer.status !== 200) throw refused(answer.status, file);
      const body = await jsonOf(answer);
      const list = body[file];
      if (!Array.isArray(list)) throw new ServerFailure(failureOf('no-list', file), true);
      const total = answer.headers.get('x-total-count');
      return { records: list as Record<string, unknown>[], total: total !== null && /^\d{1,9}$/.test(total) ? Number(total) : null, next: linkOf(answer, address) };
    },
  };

  /** The token goes to the registered server alone, wherever it says that the next page is. */
  function linkOf(answer: Response, address: string): string | null {
    const link = nextLinkOf(answer.headers.get('link'));
    const next = link === undefined ? null : URL.parse(link, address);
    if (next && next.origin !== new URL(serviceUrl).origin) throw new ServerFailure(failureOf('other-server'), true);
    return next?.href ?? null;
  }

  async function freshToken(): Promise<string> {
    const basic = Buffer.from(`${encodeURIComponent(clientId)}:${encodeURIComponent(secret)}`).toString('base64');
    const answer = await call(way, tokenUrl, { method: 'POST', headers: { authorization: `Basic ${basic}`, accept: 'application/json' }, body: new URLSearchParams({ grant_type: 'client_credentials', scope: PULL_SCOPES.join(' ') }) });
    if (answer.status !== 200) throw refused(answer.status, 'token');
    const { access_token: found } = await jsonOf(answer);
    if (typeof found !== 'string') throw new ServerFailure(failureOf('no-token'), true);
    return found;
  }
}

/** An address that may not be called is answered like one where nobody is: a fetch is no way to look around inside. */
async function call(way: Fetch, address: string, request: RequestInit): Promise<Response> {
  try {
    return await way(address, request);
  } catch (error) {
    if (error instanceof Error && error.cause instanceof AnswerTooLarge) throw new ServerFailure(failureOf('too-large'), true);
    throw new ServerFailure(error instanceof Error && error.name === 'TimeoutError' ? failureOf('no-answer-in-time') : failureOf('no-connection'), false);
  }
}

/** What is refused stays refused until somebody changes something; faults and waits pass. */
const refused = (status: number, what: string) => new ServerFailure(failureOfStatus(status, what), status >= 300 && status < 500 && status !== 408 && status !== 429);

async function jsonOf(answer: Response): Promise<Record<string, unknown>> {
  try {
    return (await answer.json()) as Record<string, unknown>;
  } catch {
    throw new ServerFailure(failureOf('not-json'), true);
  }
}
