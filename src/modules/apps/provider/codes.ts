import { createSecretKey, type KeyObject } from 'node:crypto';
import type Provider from 'oidc-provider';
import type { Adapter, AdapterPayload } from 'oidc-provider';
import { systemClock } from '#kernel/clock.js';
import type { Installation } from '#platform/actions/installation.js';
import type { Platform } from '#platform/actions/perform.js';
import { seal, unseal } from '#platform/secrets/sealed-box.js';
import { LIFETIMES } from '../domain/lifetimes.js';
import { hashOf } from '../domain/secrets.js';
import { artifactKey, findArtifact } from '../store/artifacts.js';
import { gatheredOf } from './gathered.js';
import { currentWork, refuseSecond } from './request-work.js';

export const CODE = 'AuthorizationCode';

/** The protocol's own time: other programs compare it with theirs, so it is never shifted. */
const clock = systemClock();

const seconds = (at: Date) => Math.floor(at.getTime() / 1_000);

/**
 * Makes an authorization code carry what it stands for, encrypted and authenticated (AES-256-GCM), so that nothing is written
 * until it is used. That it is good once is kept by its mark of use, until its own end; what it stands on (session, grant,
 * person) is looked up when it comes back, and a code without them is none.
 */
export function letCodesCarryThemselves(provider: Provider, installation: Installation): void {
  const key = keyOf(installation);
  const { IN_PAYLOAD } = provider.AuthorizationCode as unknown as { readonly IN_PAYLOAD: readonly string[] };
  Object.assign(provider.AuthorizationCode.prototype, {
    generateTokenId(this: Readonly<Record<string, unknown>>): string {
      const iat = seconds(clock.now());
      const said = Object.fromEntries(IN_PAYLOAD.map((name) => [name, this[name]]));
      return seal(key, JSON.stringify({ ...said, iat, exp: iat + LIFETIMES.AuthorizationCode })).toString('base64url');
    },
  });
}

const keyOf = (installation: Installation) => createSecretKey(installation.keyFor('authorization codes'));

/** How many seconds beyond the code's own end its mark of use is kept: another machine's clock may be behind. */
const MARK_KEPT = 3_600;

/** Longer than any code of ours; the rest is not even tried. */
const LONGEST = 8_192;

/** Opens codes, each once a request; undefined for what is none of ours. */
export function codeOpener(installation: Installation): (code: string) => AdapterPayload | undefined {
  const key = keyOf(installation);
  return (code) => {
    const { opened } = currentWork()?.work ?? {};
    if (opened?.has(code)) return opened.get(code);
    const payload = open(key, code);
    opened?.set(code, payload);
    return payload;
  };
}

function open(key: KeyObject, code: string): AdapterPayload | undefined {
  if (code.length > LONGEST) return undefined;
  const box = Buffer.from(code, 'base64url');
  // The decoder passes over what it does not know; a code written otherwise would be another one that was never used.
  if (box.toString('base64url') !== code) return undefined;
  try {
    return { ...(JSON.parse(unseal(key, box)) as AdapterPayload), jti: code };
  } catch {
    return undefined;
  }
}

/** Codes are kept nowhere; only that one was used is. */
export function codesOf({ database, installation }: Platform): Adapter {
  const payloadOf = codeOpener(installation);
  const never = async () => undefined;
  async function consume(code: string): Promise<void> {
    const until = new Date((Number(payloadOf(code)?.exp ?? 0) + MARK_KEPT) * 1_000);
    const used = { model: CODE, idHash: hashOf(code), at: clock.now(), until };
    const work = currentWork()?.work;
    if (work) work.used = used;
    else refuseSecond(await gatheredOf(database).save({ all: [], used }));
  }
  return {
    upsert: never,
    async find(code) {
      const payload = payloadOf(code);
      if (!payload) return undefined;
      const idHash = hashOf(code);
      const known = currentWork()?.work.artifacts;
      const at = artifactKey(CODE, idHash);
      const mark = known?.has(at) ? known.get(at) : await findArtifact(database.primary, CODE, idHash);
      return { ...payload, ...(mark?.consumedAt && { consumed: seconds(mark.consumedAt) }) };
    },
    consume,
    destroy: consume,
    // What hangs on a grant falls with it: a code whose grant is gone is refused.
    revokeByGrantId: never,
    findByUid: never,
    findByUserCode: never,
  };
}
