import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Level } from '../../domain/proof.js';
import { type Outcome, proven, type RedirectProvider, refused, whoseOf } from '../proving.js';
import { readIdentifier } from './identifier.js';
import { samlElements, signedAssertion, wordsOf } from './signed-assertion.js';
import { LATVIJA_LV_REFUSALS, type LatvijaLvRefusal } from './texts.js';

/** Our connection to the unified sign-in module, as agreed with its keeper. */
export interface LatvijaLvClient {
  /** Where people are sent. */
  readonly url: string;
  /** Our name there (`wtrealm`), for which tokens are issued. */
  readonly realm: string;
  /** Who issues the tokens. */
  readonly issuer: string;
  /** PEM of the certificate that signs them. */
  readonly certificate: string;
  /** PEM of our private key, where tokens are encrypted for us. */
  readonly privateKey: string | null;
}

const State = z.object({ handle: z.string(), beganAt: z.iso.datetime() });
/** Clocks of two systems may differ by this. */
const LEEWAY_MS = 60_000;
const NAME_FORMAT = 'urn:ivis:100001:name.id-viss';
const BEARER = 'urn:oasis:names:tc:SAML:1.0:cm:bearer';

/**
 * Residents signing in by Latvija.lv: WS-Federation 1.2 (13.1, passive requestors) with a signed SAML 1.1 assertion. The real interface
 * is known from viss.gov.lv and from public clients of it only; see docs/guides/sign-in-providers.md for what has to be checked.
 */
export const latvijaLvOf = (client: LatvijaLvClient): RedirectProvider => ({
  id: 'latvija-lv',
  method: 'latvija-lv',
  title: { lv: 'Latvija.lv', en: 'Latvija.lv' },
  answers: 'post',
  handleField: 'wctx',
  begin({ returnTo, now, anew = false }) {
    const state = { handle: randomBytes(24).toString('base64url'), beganAt: now.toISOString() };
    const address = new URL(client.url);
    const wishes = { wa: 'wsignin1.0', wtrealm: client.realm, wreply: returnTo, wctx: state.handle, wct: now.toISOString(), ...(anew ? { wfresh: '0' } : {}) };
    for (const [name, value] of Object.entries(wishes)) address.searchParams.set(name, value);
    return Promise.resolve({ state, address: address.href });
  },
  finish: (kept, answer, now) => Promise.resolve(finished(client, State.parse(kept), answer, now)),
  say: (reason) => LATVIJA_LV_REFUSALS[reason as LatvijaLvRefusal],
});

function finished({ certificate, privateKey, issuer, realm }: LatvijaLvClient, state: z.infer<typeof State>, answer: Readonly<Record<string, string>>, now: Date): Outcome<LatvijaLvRefusal> {
  if (answer.wctx !== state.handle) return refused('wrong-return');
  if (answer.wa !== 'wsignin1.0' || !answer.wresult) return refused('no-token');
  const assertion = signedAssertion(answer.wresult, certificate, privateKey);
  if (typeof assertion === 'string') return refused(assertion);
  if (assertion.getAttribute('Issuer') !== issuer || !samlElements(assertion, 'Audience').some((one) => wordsOf(one) === realm)) return refused('for-another');
  const times = timesOf(assertion);
  if (!times) return refused('bad-token');
  const outcome = proofOf(assertion, issuer);
  // Whoever is named by a token that is out of its time hears of it: somebody else may have shown it.
  const untimely = (reason: LatvijaLvRefusal) => refused(reason, outcome.kind === 'proven' ? whoseOf(outcome.proof) : undefined);
  if (now.getTime() + LEEWAY_MS < times.from || now.getTime() >= times.to) return untimely('not-valid-now');
  // A token is good for hours; one from before this sign-in may have been taken from another.
  if (times.issued < Date.parse(state.beganAt) - LEEWAY_MS) return untimely('issued-before');
  return outcome;
}

function timesOf(assertion: Element): { from: number; to: number; issued: number } | null {
  const [conditions, ...more] = samlElements(assertion, 'Conditions');
  if (!conditions || more.length > 0) return null;
  const at = (element: Element, name: string) => Date.parse(element.getAttribute(name) ?? '');
  const [from, to] = [at(conditions, 'NotBefore'), at(conditions, 'NotOnOrAfter')];
  const issued = Math.max(from, at(assertion, 'IssueInstant'));
  return [from, to, issued].some(Number.isNaN) ? null : { from, to, issued };
}

function proofOf(assertion: Element, issuer: string): Outcome<LatvijaLvRefusal> {
  const names = samlElements(assertion, 'NameIdentifier');
  const name = wordsOf(names[0]);
  const [authentication] = samlElements(assertion, 'AuthenticationStatement');
  if (!authentication || names.some((one) => wordsOf(one) !== name) || !samlElements(assertion, 'ConfirmationMethod').every((one) => wordsOf(one) === BEARER)) return refused('bad-token');
  const acting = names.every((one) => one.getAttribute('Format') === NAME_FORMAT) ? readIdentifier(name) : null;
  if (!acting?.actor) return refused('identity-not-confirmed');
  if (acting.capacity !== 'self') return refused('acts-for-another', { issuer, subject: null, personCode: acting.actor });
  const attribute = attributesOf(assertion);
  // Former codes stand beside the one that the person signed in with; that one must be the identifier's.
  if (attribute.codes.length > 0 && !attribute.codes.includes(acting.actor)) return refused('bad-token');
  const how = authentication.getAttribute('AuthenticationMethod') ?? '';
  const assurance = attribute.first('citizenQAALevel');
  return proven({
    method: 'latvija-lv',
    issuer,
    subject: name,
    personCode: acting.actor,
    name: [attribute.first('givenname'), attribute.first('surname')].filter(Boolean).join(' ') || null,
    level: LEVEL_OF_ASSURANCE[assurance] ?? 'low',
    amr: [],
    evidence: { authenticationMethod: how, assurance, assertionHash: createHash('sha256').update(assertion.getAttribute('AssertionID') ?? '').digest('hex') },
  });
}

/** STORK quality of authentication, 1 to 4, read as eIDAS levels; to be confirmed by the keeper of Latvija.lv. */
const LEVEL_OF_ASSURANCE: Readonly<Record<string, Level | undefined>> = { '3': 'substantial', '4': 'high' };

function attributesOf(assertion: Element) {
  const all = samlElements(assertion, 'Attribute').map((one) => ({ name: one.getAttribute('AttributeName') ?? '', value: wordsOf(samlElements(one, 'AttributeValue')[0]) }));
  return {
    codes: all.filter((one) => one.name === 'privatepersonalidentifier').map((one) => one.value.replace('-', '')),
    first: (name: string) => all.find((one) => one.name === name)?.value ?? '',
  };
}
