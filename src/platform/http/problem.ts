import { InvalidInput, type Refusal } from '#kernel/errors.js';
import type { Lang } from '#kernel/text.js';

/** Problem details for machines (RFC 9457). */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly instance: string;
  readonly errors?: readonly { field: string; detail: string }[];
  readonly [fact: string]: unknown;
}

/** With what a machine that is not known signs in (RFC 9110, 11.6.1; RFC 6750, 3). */
export const MACHINE_CHALLENGE = { 'www-authenticate': 'Bearer' } as const;

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

export function problemOf(refusal: Refusal, requestId: string, lang: Lang): Problem {
  return {
    ...refusal.facts,
    type: `/problems/${refusal.code}`,
    title: refusal.text[lang],
    status: refusal.status,
    instance: `/requests/${requestId}`,
    ...(refusal instanceof InvalidInput && { errors: refusal.fields.map((one) => ({ field: one.field, detail: one.message[lang] })) }),
  };
}

/** Our own fault: nothing of the cause is told, only where to find it in the log. */
export const faultProblem = (requestId: string, lang: Lang): Problem => ({
  type: '/problems/fault',
  title: lang === 'lv' ? 'Programmas kļūda. Mēs par to uzzinājām; mēģiniet vēlreiz.' : 'A fault of the program. We have been told; try again.',
  status: 500,
  instance: `/requests/${requestId}`,
});


/** What is no HTTP request, such as an address with letters that are not percent-encoded: there is no request yet to say whose language it is. */
export const NO_REQUEST: Problem = {
  type: '/problems/no-request',
  title: 'Pieprasījumu nevar nolasīt. Adresē burtus ārpus ASCII kodē ar procentiem (UTF-8). / The request cannot be read. Letters outside ASCII are percent-encoded in an address (UTF-8).',
  status: 400,
  instance: '/requests/unread',
};
