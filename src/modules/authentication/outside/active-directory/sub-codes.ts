import type { DirectoryRefusal } from './texts.js';

/** Windows error codes that Active Directory puts into its refusal of a bind (`… data 52e, v…`; MS-ERREF 2.2). */
const REASONS: Readonly<Record<string, DirectoryRefusal>> = {
  '525': 'wrong-password',
  '52e': 'wrong-password',
  '52f': 'account-restricted',
  '530': 'not-at-this-time',
  '531': 'not-from-here',
  '532': 'expired-password',
  '533': 'disabled',
  '568': 'account-restricted',
  '701': 'expired-account',
  '773': 'must-change-password',
  '775': 'locked',
};

/** What the directory's words about a refused bind mean; what it does not explain is a wrong password. */
export const reasonOf = (said: string): DirectoryRefusal => REASONS[/\bdata ([0-9a-f]{3,4}),/i.exec(said)?.[1]?.toLowerCase() ?? ''] ?? 'wrong-password';
