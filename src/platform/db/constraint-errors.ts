import { Conflict, type Refusal } from '#kernel/errors.js';
import type { Text } from '#kernel/text.js';

/** A database constraint's name → the sentence people see when it is broken. Modules declare them in `texts.ts`. */
export type ConstraintTexts = Readonly<Record<string, Text>>;

const BROKEN_RULE = new Set(['23505', '23P01', '23503', '23514', '23502']);

/** The refusal behind a broken constraint, or null when the error is something else. */
export function refusalOfConstraint(error: unknown, texts: ConstraintTexts): Refusal | null {
  if (!isPgError(error) || !BROKEN_RULE.has(error.code)) return null;
  const text = error.constraint ? texts[error.constraint] : undefined;
  return text ? new Conflict(error.constraint!.replaceAll('_', '-'), text) : null;
}

const isPgError = (error: unknown): error is { code: string; constraint?: string } =>
  error instanceof Error && typeof (error as { code?: unknown }).code === 'string';
