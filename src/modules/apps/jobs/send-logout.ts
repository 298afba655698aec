import { importJWK, SignJWT } from 'jose';
import { z } from 'zod';
import { systemClock } from '#kernel/clock.js';
import { outward } from '#platform/http/outward.js';
import { job } from '#platform/jobs/job.js';
import { readKeys } from '../actions/read-keys.js';
import { issuerOf } from '../domain/issuer.js';
import { findActiveClient } from '../store/clients.js';
import { settleNotice, tryNotice } from '../store/logout-notices.js';

const WITHIN_MS = 10_000;
/** The answer says nothing but its status. */
const MOST_BYTES = 65_536;
const TOKEN_SECONDS = 120;

/** With waits that double from one second, the last try is some hours after the first. */
const MOST_RETRIES = 14;

/**
 * Tells one program that a session of someone ended (OpenID Connect Back-Channel Logout 1.0). Killed between the program's
 * answer and our mark it tells again with the same `jti`: at least once, never lost.
 */
export const sendLogout = job({
  name: 'apps.send-logout',
  input: z.object({ noticeId: z.uuid() }),
  retries: MOST_RETRIES,
  expireMinutes: 2,
  async run({ platform }, { noticeId }) {
    const { database, clock, installation } = platform;
    const notice = await database.transaction((tx) => tryNotice(tx, noticeId, clock.now()));
    if (!notice) return;
    const client = await findActiveClient(database.primary, notice.clientId);
    if (!client?.backChannelUri) return void (await settle({ failure: 'the program is closed' }));
    const { jwks } = await readKeys(platform);
    const now = Math.floor(systemClock().now().getTime() / 1_000);
    const token = await new SignJWT({ sid: notice.sid, events: { 'http://schemas.openid.net/event/backchannel-logout': {} } })
      .setProtectedHeader({ alg: 'RS256', typ: 'logout+jwt', kid: jwks[0]!.kid! })
      .setIssuer(issuerOf(installation.publicUrl))
      .setAudience(client.id)
      .setSubject(notice.subject)
      .setJti(noticeId)
      .setIssuedAt(now)
      .setExpirationTime(now + TOKEN_SECONDS)
      .sign(await importJWK(jwks[0]!, 'RS256'));
    const failure = await post(client.backChannelUri, token, installation.production);
    await settle(failure === null ? { deliveredAt: clock.now() } : { failure });
    if (failure !== null) throw new Error(`a program was not told of a sign-out: ${failure}`);

    function settle(outcome: Parameters<typeof settleNotice>[2]) {
      return database.transaction((tx) => settleNotice(tx, noticeId, outcome));
    }
  },
});

/** Why it was not heard; null when it was. Redirects are not followed: they would lead where nobody registered. */
async function post(address: string, token: string, production: boolean): Promise<string | null> {
  try {
    // Programs of municipalities may stand in their private networks.
    const way = outward({ reach: 'private', loopback: !production, mostBytes: MOST_BYTES, withinMs: WITHIN_MS });
    const answer = await way(address, { method: 'POST', body: new URLSearchParams({ logout_token: token }) });
    return answer.status === 200 || answer.status === 204 ? null : `HTTP ${answer.status}`;
  } catch (error) {
    return error instanceof Error && error.name === 'TimeoutError' ? 'no answer in time' : 'no connection';
  }
}
