import type { FastifyRequest } from 'fastify';
import { InvalidInput, Refusal } from '#kernel/errors.js';
import type { Text } from '#kernel/text.js';

type Minor = 'invalid_filter_field' | 'invalid_selection_field' | 'invaliddata' | 'unauthorisedrequest' | 'forbidden' | 'server_busy' | 'unknownobject' | 'internal_server_error';

/** A refusal as the services of 1EdTech tell it (imsx_StatusInfo), with our own code beside. */
export interface StatusInfo {
  readonly imsx_codeMajor: 'failure';
  readonly imsx_severity: 'error';
  readonly imsx_description: string;
  readonly imsx_CodeMinor: { readonly imsx_codeMinorField: readonly { readonly imsx_codeMinorFieldName: string; readonly imsx_codeMinorFieldValue: Minor }[] };
}

/** A request that the services cannot take, whatever it is about: 405, 406 or 415. */
export class OtherRequest extends Refusal {
  readonly status: number;
  constructor(status: 405 | 406 | 415, code: string, text: Text) {
    super(code, text);
    this.status = status;
  }
}

/** The services speak JSON alone, both ways. @throws OtherRequest 406 for who takes no JSON, 415 for who sends something else */
export async function refuseOtherTypes({ method, headers }: FastifyRequest): Promise<void> {
  if (headers.accept && !headers.accept.split(',').some((one) => TAKES_JSON.test(one))) throw new OtherRequest(406, 'not-acceptable', ANSWERS_JSON);
  const type = headers['content-type'];
  if ((method === 'PUT' || method === 'POST') && type !== undefined && !/^application\/json\s*(;|$)/i.test(type)) throw new OtherRequest(415, 'unsupported-media-type', TAKES_ONLY_JSON);
}

/** A range of media types that JSON is in, and not ruled out by `q=0` (RFC 9110, 12.4.2). */
const TAKES_JSON = /^\s*(\*\/\*|application\/(\*|json))\s*(;(?!\s*q=0(\.0*)?\s*$)|$)/i;

/** What the server itself turned away before the services saw it. */
const OF_FRAMEWORK: Readonly<Record<number, string>> = {
  413: 'The body is larger than 1 MB: send fewer records at once.',
  415: 'The body is not of a type that can be read: send application/json.',
};

/** Status and body for an error; of a fault of ours nothing is told. */
export function statusInfoOf(error: unknown): { readonly status: number; readonly body: StatusInfo } {
  const refusal = error instanceof Refusal ? error : null;
  const given = (error as { statusCode?: number }).statusCode;
  const status = refusal?.status ?? (given !== undefined && given < 500 ? given : 500);
  const words = refusal instanceof InvalidInput ? refusal.fields.map(({ field, message }) => `${field}: ${message.en}`).join('; ') : refusal ? `${refusal.code}: ${refusal.text.en}` : status === 500 ? 'A fault of the server.' : (OF_FRAMEWORK[status] ?? 'The request cannot be understood.');
  return {
    status,
    body: {
      imsx_codeMajor: 'failure',
      imsx_severity: 'error',
      imsx_description: words,
      imsx_CodeMinor: { imsx_codeMinorField: [{ imsx_codeMinorFieldName: 'TargetEndSystem', imsx_codeMinorFieldValue: minorOf(status, refusal) }] },
    },
  };
}

function minorOf(status: number, refusal: Refusal | null): Minor {
  const field = refusal instanceof InvalidInput ? refusal.fields[0]?.field : undefined;
  if (field === 'filter' || field === 'sort') return 'invalid_filter_field';
  if (field === 'fields') return 'invalid_selection_field';
  switch (status) {
    case 401:
      return 'unauthorisedrequest';
    case 403:
      return 'forbidden';
    case 404:
      return 'unknownobject';
    case 429:
      return 'server_busy';
    default:
      return status >= 500 ? 'internal_server_error' : 'invaliddata';
  }
}

export const NO_SUCH_PATH: Text = { lv: 'Šādas adreses OneRoster pakalpojumos nav. Salīdziniet to ar OpenAPI aprakstu (birka oneroster).', en: 'The OneRoster services have no such path. Compare it with OpenAPI (tag oneroster).' };
export const NO_SUCH_METHOD: Text = { lv: 'Šī adrese pieņem tikai: {methods}.', en: 'This path takes only: {methods}.' };
const ANSWERS_JSON: Text = { lv: 'Atbildes ir tikai application/json; atļaujiet to galvenē Accept.', en: 'Answers are application/json alone; allow it in the header Accept.' };
const TAKES_ONLY_JSON: Text = { lv: 'Saturu sūtiet kā application/json.', en: 'Send the content as application/json.' };
