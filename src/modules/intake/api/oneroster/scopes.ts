import { Forbidden } from '#kernel/errors.js';
import type { Text } from '#kernel/text.js';
import { GRADEBOOK } from '../../domain/oneroster/rest-json.js';

/** Scopes of 1EdTech OneRoster 1.2 that our services know. */
const SCOPE = 'https://purl.imsglobal.org/spec/or/v1p2/scope/';

export const WRITING_SCOPES = { PUT: 'gradebook.createput', POST: 'gradebook.createpost', DELETE: 'gradebook.delete' } as const;

/** Any of these reads a path. */
export function readingScopes(path: string): readonly string[] {
  if (path.startsWith(GRADEBOOK)) return ['gradebook-core.readonly', 'gradebook.readonly'];
  return path.includes('/demographics') ? ['roster-demographics.readonly'] : ['roster-core.readonly', 'roster.readonly'];
}

/** Refuses what a token was not asked for. One without scopes of the standard has the rights of its user alone. @throws Forbidden */
export function holdToScopes(tokenScopes: readonly string[] | undefined, needed: readonly string[]): void {
  const held = (tokenScopes ?? []).filter((scope) => scope.startsWith(SCOPE)).map((scope) => scope.slice(SCOPE.length));
  if (held.length > 0 && !needed.some((scope) => held.includes(scope))) throw new Forbidden('scope-missing', MISSING, { scope: `${SCOPE}${needed[0]}` });
}

const MISSING: Text = { lv: 'Atļauja (token) tika lūgta bez šim vajadzīgās jomas (scope).', en: 'The token was asked for without the scope that this needs.' };
