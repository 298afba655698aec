import { fill, type Text } from '#kernel/text.js';
import { CONFIRMED_FOR_OTHER_DAYS, NOT_CONFIRMED, NOT_REGISTERED_JOURNAL } from '../../texts/intake.js';
import { type TroubleCode, TROUBLES } from './trouble.js';

/**
 * Why a fetch from a vendor's server did not go on. What is kept is a code, with what it is about after a space; words are found when somebody
 * reads it, in their language.
 */
export const PULL_FAILURES = {
  'no-connection': { lv: 'Ar serveri neizdodas savienoties.', en: 'The server cannot be reached.' },
  'no-answer-in-time': { lv: 'Serveris laikus neatbildēja.', en: 'The server did not answer in time.' },
  'too-large': { lv: 'Servera atbilde ir pārāk liela.', en: 'The answer of the server is too large.' },
  'not-json': { lv: 'Servera atbilde nav JSON.', en: 'The answer of the server is no JSON.' },
  'no-list': { lv: 'Servera atbildē nav saraksta {about}.', en: 'The answer of the server holds no list {about}.' },
  'no-token': { lv: 'Serveris piekļuves atļauju nedeva: atbildē nav access_token.', en: 'The server gave no access token: there is no access_token in its answer.' },
  'other-server': { lv: 'Serveris nākamo lapu norāda citā serverī; tur neturpinām.', en: 'The server says that the next page is on another server; we do not go on there.' },
  'same-page-twice': { lv: 'Serveris to pašu lapu deva divreiz: tas neņem vērā ne offset, ne limit.', en: 'The server gave the same page twice: it heeds neither offset nor limit.' },
  'too-many': { lv: 'Serverī ir vairāk nekā {about} ierakstu.', en: 'The server holds more than {about} records.' },
  disconnected: { lv: 'Serveris ir atslēgts.', en: 'The server was disconnected.' },
  'HTTP-401': { lv: 'Serveris neatzīst klienta identifikatoru vai noslēpumu (HTTP 401, {about}). Pieslēdziet to vēlreiz ar pareizajiem.', en: 'The server does not accept the client’s identifier or secret (HTTP 401, {about}). Connect it again with the right ones.' },
  'HTTP-403': { lv: 'Serveris neļauj lasīt (HTTP 403, {about}). Tiesības piešķir e-žurnāla uzturētājs.', en: 'The server does not let us read (HTTP 403, {about}). Whoever runs the e-journal gives the right.' },
  'HTTP-404': { lv: 'Tādas adreses serverī nav (HTTP 404, {about}). Pārbaudiet servera adresi.', en: 'There is no such address on the server (HTTP 404, {about}). Check the server’s address.' },
  HTTP: { lv: 'Serveris atbildēja ar kļūdu (HTTP {about}).', en: 'The server answered with an error (HTTP {about}).' },
  'VI-103': { lv: 'Iestāde šim e-žurnālam vairs neļauj sūtīt.', en: 'The institution no longer lets this e-journal send.' },
  'VI-103-journal': NOT_REGISTERED_JOURNAL,
  'VI-103-confirmation': NOT_CONFIRMED,
  'VI-103-period': CONFIRMED_FOR_OTHER_DAYS,
} as const satisfies Record<string, Text>;
export type PullFailure = keyof typeof PULL_FAILURES;

/** As it is kept: the code, and what it is about. */
export const failureOf = (code: PullFailure, about: string | number = ''): string => (about === '' ? code : `${code} ${about}`);

/** Of an answer that is an error: the status and what was asked for. */
export const failureOfStatus = (status: number, what: string): string => {
  const code = `HTTP-${status}`;
  return code in PULL_FAILURES ? failureOf(code as PullFailure, what) : failureOf('HTTP', `${status}, ${what}`);
};

export interface ToldFailure {
  readonly code: string;
  readonly words: Text;
}

/** What is kept of a fetch in words: why it does not go on, or which results were left out and how many (`code: count, …`). */
export function tellFailure(kept: string): readonly ToldFailure[] {
  const [code = '', ...rest] = kept.split(' ');
  if (Object.hasOwn(PULL_FAILURES, code)) return [{ code, words: fill(PULL_FAILURES[code as PullFailure], { about: rest.join(' ') }) }];
  return kept.split(', ').flatMap((one) => {
    const [trouble = '', count = ''] = one.split(': ');
    if (!Object.hasOwn(TROUBLES, trouble)) return one === '' ? [] : [{ code: one, words: OTHER }];
    const { what } = TROUBLES[trouble as TroubleCode];
    return [{ code: trouble, words: { lv: `${what.lv} (${count})`, en: `${what.en} (${count})` } }];
  });
}

const OTHER: Text = { lv: 'Ielasīšana neturpinājās.', en: 'The fetch did not go on.' };
