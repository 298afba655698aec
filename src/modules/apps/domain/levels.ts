import { isAtLeast, type Level, LEVELS } from '#modules/authentication/public.js';

const PREFIX = 'urn:vienkopus:loa:';

/** A level of assurance as OpenID Connect writes it (`acr`). */
export const acrOf = (level: Level): string => `${PREFIX}${level}`;

export const ACR_VALUES: readonly string[] = LEVELS.map(acrOf);

const levelOfAcr = (acr: string): Level | undefined => LEVELS.find((level) => acrOf(level) === acr);

/**
 * The level a request needs: at least the program's own least, and one of those it asks for. Any of the asked ones will do,
 * so the lowest counts; values that are none of ours are wishes nobody can grant and are passed over (OpenID Connect Core 1.0, 3.1.2.1).
 */
export function neededLevel(least: Level, acrValues: string | undefined): Level {
  const asked = (acrValues ?? '').split(' ').flatMap((acr) => levelOfAcr(acr) ?? []);
  const lowest = LEVELS.find((level) => asked.includes(level));
  return lowest && isAtLeast(lowest, least) ? lowest : least;
}
