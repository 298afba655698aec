import type { Clock } from '#kernel/clock.js';
import { type Person, typedPerson } from '../people.js';
import { type Asked, json, type Said, sendTo, serve, type Serving } from '../web.js';
import { type Account, documentOf, identityOf, TEST_ACCOUNTS } from './accounts.js';
import { type Credential, openAuthority } from './authority.js';
import { asks, done, inbox, refusedLink } from './phone.js';
import { type Answered, type Begin, complete, confirmed, endWith, expire, faultOfLink, type Flow, newSession, over, type Return, SCHEME, type Session, type Tools } from './sessions.js';

export interface SmartIdSimulator extends Serving {
  /** What the program's settings need. */
  readonly settings: { readonly url: string; readonly uuid: string; readonly name: string; readonly scheme: string; readonly authority: string };
  /** For tests of refusal: changes an answer before it is given. */
  tamper: ((answer: Answered, tools: Tools) => Answered | Promise<Answered>) | null;
}

/** What SK gives to everyone for its demonstration. */
const UUID = '00000000-0000-4000-8000-000000000000';
const NAME = 'DEMO';
const API = '/smart-id-rp/v3/';

export async function startSmartId(wishes: { port: number; folder: string | null; people: readonly Person[]; clock: Clock }): Promise<SmartIdSimulator> {
  const { clock } = wishes;
  const authority = await openAuthority(wishes.folder);
  const accounts = new Map<string, Account>();
  for (const account of [...wishes.people.map((person): Account => ({ person, level: 'QUALIFIED', ends: null })), ...TEST_ACCOUNTS]) accounts.set(identityOf(account.person), account);
  const credentials = new Map<string, Promise<Credential>>();
  const sessions = new Map<string, Session>();

  const serving = await serve(wishes.port, async (asked) => {
    for (const session of sessions.values()) expire(session, clock.now());
    if (asked.path.startsWith(API)) return api(asked, asked.path.slice(API.length));
    if (asked.path === '/mock/device-link') return autosigner(asked);
    if (asked.path === '/device-link') return scanned(`${serving.address}/device-link?${asked.query.toString()}`);
    const id = /^\/phone\/([\w-]+)$/.exec(asked.path)?.[1];
    const session = id === undefined ? undefined : sessions.get(id);
    if (session) return asked.method === 'POST' ? acted(session, new URLSearchParams(asked.body)) : asks(session, [...accounts.values()], '');
    return inbox([...sessions.values()].filter((one) => !one.answer));
  });

  async function api(asked: Asked, path: string): Promise<Said> {
    const session = /^session\/([\w-]+)$/.exec(path)?.[1];
    if (asked.method === 'GET' && session !== undefined) return status(session, Number(asked.query.get('timeoutMs') ?? 60_000));
    const kind = /^authentication\/(device-link|notification)\/(?:(anonymous)|etsi\/(PNOLV-\d{6}-\d{5}))$/.exec(path);
    if (asked.method !== 'POST' || !kind || (kind[1] === 'notification' && !kind[3])) return json({ title: 'Not Found' }, 404);
    const body = JSON.parse(asked.body) as Begin & { relyingPartyUUID?: string };
    const fault = faultOfBegin(body, kind[1] === 'notification');
    if (fault) return json({ type: 'about:blank', ...fault }, fault.status);
    const identity = kind[3] ?? null;
    const account = identity === null ? undefined : accounts.get(identity);
    if (identity !== null && !account) return json({ title: 'Not Found', status: 404 }, 404);
    if (account?.level === 'ADVANCED' && body.certificateLevel !== 'ADVANCED') return json({ status: 471 }, 471);
    const began = newSession(body, identity, kind[1] === 'device-link' ? `${serving.address}/device-link` : null, clock.now());
    sessions.set(began.id, began);
    if (began.link) return json({ sessionID: began.id, sessionToken: began.link.token, sessionSecret: began.link.secret, deviceLinkBase: began.link.base });
    if (account?.ends) await end(began, account, 'Notification');
    return json({ sessionID: began.id });
  }

  async function status(id: string, timeoutMs: number): Promise<Said> {
    const session = sessions.get(id);
    if (!session) return json({ title: 'Not Found', status: 404 }, 404);
    await over(session, Math.min(Math.max(timeoutMs, 1_000), 120_000));
    return json(session.answer ?? { state: 'RUNNING' });
  }

  /** As the account ends, or with a signature; tells what a return to the browser carries. */
  async function end(session: Session, account: Account, flow: Flow): Promise<Return | null> {
    const ends = account.ends ?? { endResult: 'OK' };
    if (ends.endResult !== 'OK') {
      endWith(session, ends.endResult, ends.interaction);
      return null;
    }
    const key = documentOf(account);
    if (!credentials.has(key)) credentials.set(key, authority.issue(account.person, clock.now(), { level: account.level }));
    const { answer, tools, back } = await confirmed(session, { person: account.person, flow, credential: await credentials.get(key)!, level: account.level }, authority);
    complete(session, simulator.tamper ? await simulator.tamper(answer, tools) : answer);
    return back;
  }

  const sessionOfToken = (token: string | null) => [...sessions.values()].find((one) => one.link?.token === token && !one.answer);

  function scanned(written: string): Said {
    const session = sessionOfToken(new URL(written).searchParams.get('sessionToken'));
    if (!session) return refusedLink('Šī saite nevienam negaida. / No session waits for this link.');
    const fault = faultOfLink(session, new URL(written), clock.now());
    return fault ? refusedLink(fault) : asks(session, [...accounts.values()], written);
  }

  /** The tester pressed a button on the phone. */
  async function acted(session: Session, form: URLSearchParams): Promise<Said> {
    if (session.answer) return done('Šī darbība jau ir beigusies');
    const action = form.get('action') ?? '';
    if (action !== 'OK') {
      const interactions = JSON.parse(Buffer.from(session.begin.interactions, 'base64').toString('utf8')) as { type: string }[];
      endWith(session, action, action === 'USER_REFUSED_INTERACTION' ? interactions[0]!.type : undefined);
      return done('Nav apstiprināts');
    }
    const account = chosen(session, form);
    const link = form.get('link') ?? '';
    if (!account) return asks(session, [...accounts.values()], link, 'Der tikai izdomāti personas kodi. / Only made-up personal codes will do.');
    const flow: Flow = session.link ? (link.includes('deviceLinkType=Web2App') ? 'Web2App' : 'QR') : 'Notification';
    const back = await end(session, { ...account, ends: null }, flow);
    return back ? sendTo(returning(session, back)) : done('Apstiprināts');
  }

  function chosen(session: Session, form: URLSearchParams): Account | undefined {
    if (session.identity !== null) return accounts.get(session.identity);
    if (!form.get('code')) return [...accounts.values()].find((account) => documentOf(account) === form.get('document'));
    const person = typedPerson(form.get('name') ?? '', form.get('code')!);
    if (person) accounts.set(identityOf(person), { person, level: 'QUALIFIED', ends: null });
    return person ? accounts.get(identityOf(person)) : undefined;
  }

  /** SK's interface for automatic tests: the phone of a known document number, without a person. */
  async function autosigner(asked: Asked): Promise<Said> {
    const { documentNumber, deviceLink, flowType, browserCookie, initialCallbackUrl } = JSON.parse(asked.body) as Record<string, string>;
    const account = [...accounts.values()].find((one) => documentOf(one) === documentNumber);
    const session = deviceLink === undefined ? undefined : sessionOfToken(new URL(deviceLink).searchParams.get('sessionToken'));
    const fault = session && faultOfLink(session, new URL(deviceLink!), clock.now());
    if (!account || !session || fault || new URL(deviceLink!).searchParams.get('deviceLinkType') !== flowType) return json({ title: 'Bad Request', detail: fault ?? 'unknown' }, 400);
    if (session.identity !== null && session.identity !== identityOf(account.person)) return json({ title: 'Bad Request', detail: 'another person' }, 400);
    const back = await end(session, account, flowType as Flow);
    if (back && initialCallbackUrl) await fetch(returning(session, back), { redirect: 'manual', headers: browserCookie ? { cookie: browserCookie } : {} });
    return json({});
  }

  const simulator: SmartIdSimulator = {
    ...serving,
    settings: { url: `${serving.address}${API}`, uuid: UUID, name: NAME, scheme: SCHEME, authority: authority.certificate },
    tamper: null,
  };
  return simulator;
}

function returning({ begin }: Session, back: Return): string {
  const address = new URL(begin.initialCallbackUrl!);
  for (const [name, value] of Object.entries(back)) address.searchParams.set(name, value);
  return address.href;
}

/** What the service refuses, as its OpenAPI description says. Only here an http address of this very machine passes as a callback. */
function faultOfBegin(body: Begin & { relyingPartyUUID?: string; signatureProtocol?: string; vcType?: string }, notification: boolean): { status: number; title: string } | null {
  if (body.relyingPartyUUID !== UUID || body.relyingPartyName !== NAME) return { status: 401, title: 'Unauthorized' };
  const { rpChallenge } = body.signatureProtocolParameters ?? {};
  const length = Buffer.from(rpChallenge ?? '', 'base64').length;
  const types = interactionTypes(body.interactions);
  const callback = body.initialCallbackUrl;
  const wrong =
    body.signatureProtocol !== 'ACSP_V2' || length < 32 || length > 64 || types.length === 0 || (!notification && types.includes('confirmationMessageAndVerificationCodeChoice')) || (notification && body.vcType !== 'numeric4') ||
    (callback !== undefined && !/^(https:\/\/|http:\/\/(localhost|127\.0\.0\.1)[:/])[^|#]+$/.test(callback));
  return wrong ? { status: 400, title: 'Bad Request' } : null;
}

function interactionTypes(interactions: string): string[] {
  const list = JSON.parse(Buffer.from(interactions, 'base64').toString('utf8')) as Record<string, string>[];
  const tooLong = list.some(({ displayText60 = '', displayText200 = '' }) => displayText60.length > 60 || displayText200.length > 200);
  return tooLong ? [] : list.map(({ type }) => type!);
}
