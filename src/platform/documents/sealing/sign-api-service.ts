import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type Bytes, bytesOf } from '../bytes.js';
import type { DataFile } from '../container/data-file.js';
import { TrustServiceError } from '../trust/trust-service-error.js';
import { bearerCalls, type BearerService, checkSuccess, readJson } from './bearer-calls.js';

/** LVRTC's SignAPI, version 1.0, as far as sealing needs it. Every method @throws TrustServiceError. */
export interface SignApiCalls {
  /** A session that holds the digests of files; the files themselves stay here. */
  begin(files: readonly DataFile[]): Promise<string>;
  /** What was made in a session: `gone` when the service does not know it any more, else the files that are no digests. */
  madeIn(session: string): Promise<readonly string[] | 'gone'>;
  seal(sessions: readonly string[], seal: SealToSend): Promise<void>;
  download(session: string, file: string): Promise<Bytes>;
  /** Lets the service forget; that it fails costs nothing. */
  close(session: string): Promise<void>;
}

export interface SealToSend {
  /** The PKCS#12 file, Base64. */
  readonly signKey: string;
  /** Its password under the service's public key, Base64. */
  readonly signKeyPassword: string;
  /** DER of the certificate by which time stamps are asked for, Base64. */
  readonly authCertificate: string;
}

const SCOPE = 'urn:safelayer:eidas:oauth:token:introspect';
/** The service makes time stamps and asks about certificates before it answers. */
const SEALING_WITHIN_MS = 120_000;
const MOST_BYTES = 1024 * 1024;

const Started = z.object({ data: z.object({ sessionId: z.string().min(1).max(200).regex(/^[\w-]+$/) }) });
const Listed = z.object({ data: z.array(z.object({ id: z.string().min(1).max(200).regex(/^[\w.-]+$/), name: z.string() })) });
/** A container, or the file of a signature alone: which of them is given for digests is not published. */
const MADE = /\.(edoc|asice)$|^(.*\/)?[^/]*signatures[^/]*\.xml$/i;

export function signApiCalls(service: BearerService): SignApiCalls {
  const call = bearerCalls(service, SCOPE);
  const addressOf = (path: string) => `${service.url.replace(/\/$/, '')}/${path}`;
  return {
    async begin(files) {
      const start = 'api-session/v1.0/start';
      const { sessionId } = (await readJson(await call({ method: 'GET', path: start }), addressOf(start), Started)).data;
      const path = `api-storage/v1.0/${sessionId}/addDocumentDigest`;
      const digests = files.map(({ name, content }) => ({ name, digest: createHash('sha256').update(content).digest('base64') }));
      await checkSuccess(await call({ method: 'POST', path, body: { files: digests, signatureIndex: '0' } }), addressOf('api-storage/v1.0'));
      return sessionId;
    },
    async madeIn(session) {
      const answer = await call({ method: 'GET', path: `api-storage/v1.0/${session}/list` });
      if (answer.status === 404) return 'gone';
      const { data } = await readJson(answer, addressOf('api-storage/v1.0'), Listed);
      return data.filter(({ name }) => MADE.test(name)).map(({ id }) => id);
    },
    async seal(sessions, seal) {
      const path = 'api-sign/v1.0/eSealCreate';
      const body = { sessions: sessions.map((sessionId) => ({ sessionId })), signAsPdf: false, createNewEdoc: false, ...seal };
      await checkSuccess(await call({ method: 'POST', path, body, withinMs: SEALING_WITHIN_MS }), addressOf(path));
    },
    async download(session, file) {
      const answer = await call({ method: 'GET', path: `api-storage/v1.0/${session}/${file}` });
      await checkSuccess(answer, addressOf('api-storage/v1.0'));
      const parts: Uint8Array[] = [];
      let size = 0;
      for await (const part of answer.body ?? []) {
        parts.push(part);
        if ((size += part.length) > MOST_BYTES) throw new TrustServiceError('bad-answer', addressOf('api-storage/v1.0'), new Error('too large'));
      }
      return bytesOf(Buffer.concat(parts));
    },
    async close(session) {
      await call({ method: 'GET', path: `api-session/v1.0/${session}/close` }).catch(() => undefined);
    },
  };
}
