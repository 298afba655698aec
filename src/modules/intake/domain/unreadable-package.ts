import { InvalidInput } from '#kernel/errors.js';
import type { Text } from '#kernel/text.js';

/** The package cannot be checked at all; machines get the code as the problem's type, people every sentence. */
export class UnreadablePackage extends InvalidInput {
  override readonly code: string;
  constructor(code: string, why: Text, todo: readonly Text[] = []) {
    super([why, ...todo].map((message) => ({ field: 'package', message })), why);
    this.code = code;
  }
}
