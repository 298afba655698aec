import type { Text } from './text.js';

/** One wrong field: its path in the input, and what is wrong and what to do. */
export interface FieldError {
  readonly field: string;
  readonly message: Text;
  /** On pages: where what is missing can be done, in another window, so that nothing entered is lost. */
  readonly link?: { readonly to: string; readonly text: Text };
}

/**
 * A refusal that a person or a machine is told about. Pages show `message` (beside the field where there is one);
 * the API answers RFC 9457 problem details with `code` as the last part of the problem's type.
 */
export abstract class Refusal extends Error {
  abstract readonly status: number;
  readonly code: string;
  readonly text: Text;
  /** Further facts for machines, for instance the candidates of an undecided question. Never personal data. */
  readonly facts: Readonly<Record<string, unknown>>;

  constructor(code: string, text: Text, facts: Readonly<Record<string, unknown>> = {}) {
    super(text.en);
    this.code = code;
    this.text = text;
    this.facts = facts;
  }
}

export class InvalidInput extends Refusal {
  readonly status = 422;
  readonly fields: readonly FieldError[];
  constructor(fields: readonly FieldError[], text: Text = { lv: 'Ievadītajos datos ir kļūdas.', en: 'The input has errors.' }) {
    super('invalid-input', text);
    this.fields = fields;
  }
}

export class NotFound extends Refusal {
  readonly status = 404;
}

export class Forbidden extends Refusal {
  readonly status = 403;
}

export class Unauthenticated extends Refusal {
  readonly status = 401;
}

/** Who asks is known, but the proof is too old for what is risky: to be proven anew, then asked once more. */
export class StaleProof extends Refusal {
  readonly status = 401;
}

/** The request is understood but clashes with what is recorded, or cannot be decided from it. */
export class Conflict extends Refusal {
  readonly status = 409;
}

export class TooMany extends Refusal {
  readonly status = 429;
}

/** What is needed to answer is not there for the moment. */
export class Unavailable extends Refusal {
  readonly status = 503;
}

/** One wrong field, thrown where only one can be. */
export const invalid = (field: string, message: Text): InvalidInput => new InvalidInput([{ field, message }], message);
