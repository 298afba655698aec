import { InvalidInput, Refusal } from '#kernel/errors.js';

type Minor = 'invalid_filter_field' | 'invalid_selection_field' | 'invaliddata' | 'unauthorisedrequest' | 'forbidden' | 'server_busy' | 'unknownobject' | 'internal_server_error';

/** A refusal as the services of 1EdTech tell it (imsx_StatusInfo), with our own code beside. */
export interface StatusInfo {
  readonly imsx_codeMajor: 'failure';
  readonly imsx_severity: 'error';
  readonly imsx_description: string;
  readonly imsx_CodeMinor: { readonly imsx_codeMinorField: readonly { readonly imsx_codeMinorFieldName: string; readonly imsx_codeMinorFieldValue: Minor }[] };
}

/** Status and body for an error; of a fault of ours nothing is told. */
export function statusInfoOf(error: unknown): { readonly status: number; readonly body: StatusInfo } {
  const refusal = error instanceof Refusal ? error : null;
  const given = (error as { statusCode?: number }).statusCode;
  const status = refusal?.status ?? (given !== undefined && given < 500 ? given : 500);
  const words = refusal instanceof InvalidInput ? refusal.fields.map(({ field, message }) => `${field}: ${message.en}`).join('; ') : refusal ? `${refusal.code}: ${refusal.text.en}` : status === 500 ? 'A fault of the server.' : 'The request cannot be understood.';
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
