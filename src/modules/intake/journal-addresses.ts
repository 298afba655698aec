import type { IncomingMessage } from 'node:http';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { instantInRiga } from '#kernel/clock.js';
import { Refusal } from '#kernel/errors.js';
import type { Text } from '#kernel/text.js';
import type { Platform } from '#platform/actions/perform.js';
import { identityOf } from '#platform/http/identity.js';
import type { Log } from '#platform/log/log.js';
import { callCounter } from './call-counter.js';
import { CAUSES, type Cause } from './domain/journal.js';
import { headersOf, moveOf, newAddress, oldAddress } from './domain/moved-address.js';
import { listMoved, type MovedAddress } from './store/journal-calls.js';

/** So old may what a process knows of moved addresses be when a machine calls: another process may have announced one. */
const KNOWN_MS = 30_000;
const CALLED_BY_MACHINES = ['/api/', '/ims/'];

/** Where e-journals call. */
const COUNTED = ['/api/intake', '/ims/oneroster'];

/** Where moves are announced and ended: after that they are read anew at once. */
const KEPT_AT = '/intake/addresses';

/**
 * The addresses that e-journals call: the old ones go on answering and say that they are old, and who calls which is counted.
 * `rewriteUrl` is given to the server when it is made, `mount` puts the rest on it.
 */
export function journalAddresses({ database, clock }: Platform, log: Log) {
  let moved: readonly MovedAddress[] = [];
  let readAt = 0;
  const counter = callCounter(database, log);
  async function read(): Promise<void> {
    readAt = performance.now();
    moved = await listMoved(database.primary);
  }
  const readAgain = () => read().catch((error: unknown) => log.error('reading moved addresses failed', error));
  const endOf = (move: MovedAddress) => move.answersUntil !== null && move.answersUntil <= clock.today();
  const movedOf = ({ originalUrl }: FastifyRequest) => moveOf(originalUrl, moved);

  return {
    rewriteUrl({ url = '/' }: IncomingMessage): string {
      const move = moveOf(url, moved);
      return move && !endOf(move) ? newAddress(url, move) : url;
    },

    mount(server: FastifyInstance): void {
      server.addHook('onReady', read);
      server.addHook('onClose', counter.write);
      server.addHook('onRequest', async (request) => {
        if (performance.now() - readAt > KNOWN_MS && CALLED_BY_MACHINES.some((top) => request.url.startsWith(top))) void readAgain();
        const move = movedOf(request);
        if (move && endOf(move)) throw new Gone('address-moved', MOVED_FOR_GOOD, { successor: newAddress(request.originalUrl, move).split('?')[0] });
      });
      server.addHook('onSend', async (request, reply) => {
        const move = movedOf(request);
        if (move) reply.headers(headersOf(request.originalUrl, move, instantInRiga));
      });
      server.addHook('onError', async (request, _reply, error) => {
        const { actor } = identityOf(request);
        const refusal = error as unknown;
        if (actor.kind !== 'machine' || !(refusal instanceof Refusal)) return;
        const { cause, institution } = refusal.facts;
        if (isCause(cause) && typeof institution === 'string') counter.refused(actor.id!, institution, cause, clock.now());
      });
      server.addHook('onResponse', async (request) => {
        const route = request.routeOptions.url ?? '';
        if (request.method === 'POST' && route.startsWith(KEPT_AT)) await readAgain();
        const { actor } = identityOf(request);
        if (actor.kind !== 'machine' || !COUNTED.some((top) => route.startsWith(top))) return;
        const move = movedOf(request);
        counter.called(actor.id!, move ? oldAddress(route, move) : route, clock.now());
      });
    },
  };
}

const isCause = (word: unknown): word is Cause => CAUSES.some((cause) => cause === word);

class Gone extends Refusal {
  readonly status = 410;
}

const MOVED_FOR_GOOD: Text = {
  lv: 'Šī adrese vairs neatbild. Jaunā adrese ir laukā “successor” un galvenē “Link”; pārmaiņas: /intake/moved.',
  en: 'This address no longer answers. The new one stands in “successor” and in the header “Link”; changes: /intake/moved.',
};
