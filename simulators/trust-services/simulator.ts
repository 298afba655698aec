import 'reflect-metadata';
import type { Clock } from '#kernel/clock.js';
import { PemConverter } from '@peculiar/x509';
import { type Asked, page, type Said, sendTo, serve, type Serving, type Tls } from '../web.js';
import { answered, askedAbout, POLICY, rejected, stamped, type StampWishes } from './answers.js';
import { type Holder, type Kind, openTrustAuthority, type TrustServicesAuthority } from './authority.js';
import { pkcs12Of } from './pkcs12.js';

/** How the services misbehave; a test changes it between calls. */
export interface Behaviour {
  /** Every call is answered with HTTP 503. */
  down: boolean;
  /** How far their clocks are ahead. */
  skewMs: number;
  /** Every certificate is said to be revoked, or unknown. */
  status: 'good' | 'revoked' | 'unknown';
  /** The same of the issuing authority; its root answers. */
  authority: 'good' | 'revoked' | 'unknown';
  /** Answers about certificates are so old. */
  answerAgeMs: number;
  nonce: 'asked' | 'wrong' | 'none';
  imprint: 'asked' | 'wrong';
  policy: string;
  rejects: boolean;
  /** Who signs instead. */
  tsa: Holder | null;
  responder: Holder | null;
}

export interface TrustServices extends Serving {
  readonly settings: {
    readonly timeStampUrl: string;
    readonly revocationUrl: string;
    /** PEM of the root and the issuing authority. */
    readonly authorities: string;
    readonly policy: string;
    readonly password: string;
  };
  readonly authority: TrustServicesAuthority;
  readonly behaviour: Behaviour;
  /** A seal as a PKCS#12 file. */
  seal(kind: Kind): Buffer;
  /** How often each was asked. */
  readonly asked: { stamps: number; answers: number };
}

/** Known to everybody: nothing here is secret. */
const PASSWORD = 'simulated-seal';

const USUAL: Behaviour = { down: false, skewMs: 0, status: 'good', authority: 'good', answerAgeMs: 0, nonce: 'asked', imprint: 'asked', policy: POLICY, rejects: false, tsa: null, responder: null };

export const usualBehaviour = (): Behaviour => ({ ...USUAL });

/** A time-stamp authority (RFC 3161), a responder (RFC 6960) and the seals of one made-up authority; with `tls` it asks every caller for a certificate, as LVRTC's time stamps do. */
export async function startTrustServices({ port, folder, clock, tls }: { port: number; folder: string | null; clock: Clock; tls?: Tls }): Promise<TrustServices> {
  const opened = await openTrustAuthority(folder);
  const behaviour = usualBehaviour();
  const asked = { stamps: 0, answers: 0 };
  const serialOf = ({ certificate }: Holder) => certificate.serialNumber.replace(/^(00)+/, '');
  const issued = new Set(Object.values(opened.holders).map(serialOf));
  /** What is issued later is known to the responder too. */
  const issue: TrustServicesAuthority['issue'] = async (...wishes) => {
    const holder = await opened.issue(...wishes);
    issued.add(serialOf(holder));
    return holder;
  };
  const authority: TrustServicesAuthority = { ...opened, issue };
  const now = () => new Date(clock.now().getTime() + behaviour.skewMs);
  const pem = ({ certificate }: Holder) => PemConverter.encode(certificate.rawData, 'CERTIFICATE');

  const serving = await serve(port, (request) => {
    if (request.method === 'GET' && request.path === '/') return ways();
    if (request.method === 'POST' && request.path === '/behaviour') return behave(request);
    if (behaviour.down) return { status: 503 };
    if (request.method === 'POST' && request.path === '/time-stamps') return stamp(request);
    if (request.method === 'POST' && request.path === '/ocsp') return answer(request);
    if (request.path === '/authorities.pem') return { headers: { 'content-type': 'application/x-pem-file' }, body: authorities };
    return { status: 404 };
  }, tls);
  const authorities = [authority.root, authority.issuing].map(pem).join('\n');

  /** What can go wrong is tried here by hand; anything else is for tests. */
  function behave({ body }: Asked): Said {
    const be = new URLSearchParams(body).get('be') ?? '';
    Object.assign(behaviour, USUAL, MOODS[be]?.[1]);
    return sendTo('/');
  }

  function ways(): Said {
    const now = Object.entries(MOODS).findLast(([, [, changes]]) => Object.entries(changes).every(([name, value]) => behaviour[name as keyof Behaviour] === value))![1][0];
    const buttons = Object.entries(MOODS).map(([be, [words]]) => `<button name="be" value="${be}">${words}</button>`);
    return page('Uzticamības pakalpojumi', 'Laika zīmogi un sertifikātu statuss', `${ABOUT}<p>Tagad: <strong>${now}</strong></p><form method="post" action="/behaviour">${buttons.join('')}</form>`);
  }

  function stamp({ bytes }: Asked): Said {
    asked.stamps += 1;
    const { nonce, imprint, policy, tsa } = behaviour;
    const wishes: StampWishes = { by: tsa ?? authority.holders.tsa, at: now(), nonce, imprint, policy };
    return { headers: { 'content-type': 'application/timestamp-reply' }, body: behaviour.rejects ? rejected() : stamped(bytes, wishes) };
  }

  function answer({ bytes }: Asked): Said {
    asked.answers += 1;
    const at = new Date(now().getTime() - behaviour.answerAgeMs);
    const isOfAuthority = askedAbout(bytes).includes(serialOf(authority.issuing));
    const status = (serial: string) => isOfAuthority ? behaviour.authority : (behaviour.status === 'good' && !issued.has(serial) ? 'unknown' : behaviour.status);
    const body = answered(bytes, { by: behaviour.responder ?? (isOfAuthority ? authority.root : authority.holders.responder), at, status, nonce: behaviour.nonce === 'wrong' ? 'wrong' : 'asked' });
    return { headers: { 'content-type': 'application/ocsp-response' }, body };
  }

  return {
    ...serving,
    settings: { timeStampUrl: `${serving.address}/time-stamps`, revocationUrl: `${serving.address}/ocsp`, authorities, policy: POLICY, password: PASSWORD },
    authority,
    behaviour,
    asked,
    seal: (kind) => pkcs12Of(authority.holders[kind], [authority.issuing, authority.root], PASSWORD),
  };
}

const MOODS: Readonly<Record<string, readonly [words: string, changes: Partial<Behaviour>]>> = {
  usual: ['viss darbojas / everything works', {}],
  down: ['neatbild / does not answer', { down: true }],
  revoked: ['zīmoga sertifikāts atsaukts / the certificate of the seal is revoked', { status: 'revoked' }],
  authority: ['zīmoga izdevējs atsaukts / the authority of the seal is revoked', { authority: 'revoked' }],
  behind: ['pulkstenis stundu atpaliek / the clock is an hour behind', { skewMs: -3_600_000 }],
};

const ABOUT = '<p>POST <code>/time-stamps</code> (RFC 3161), POST <code>/ocsp</code> (RFC 6960), <a href="/authorities.pem">/authorities.pem</a>.</p>';
