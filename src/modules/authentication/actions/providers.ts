import { z } from 'zod';
import { NOT_PERSONAL, readAction } from '#platform/actions/action.js';
import type { Text } from '#kernel/text.js';
import type { Installation } from '#platform/actions/installation.js';
import { ANYONE } from '#platform/actions/permission.js';
import { type Factor, FACTOR_NAMES } from '../domain/factors.js';
import { type OutsideProviders, outsideProviders, OutsideSettings } from '../outside/providers.js';

const made = new WeakMap<Installation, OutsideProviders>();

/** The outside identity providers of an installation, made once. @throws Error naming every wrong setting */
export function providersOf(installation: Installation): OutsideProviders {
  const known = made.get(installation) ?? outsideProviders(OutsideSettings.parse(installation.outside), installation);
  made.set(installation, known);
  return known;
}

/** Where forms of the sign-in pages may lead. */
export const outsideOrigins = (installation: Installation): readonly string[] => providersOf(installation).origins;

/** What an identity elsewhere is called: by its journal, where there are several of one kind, else by its means. */
export const titleOfIdentity = (installation: Installation, { method, issuer }: { readonly method: string; readonly issuer: string }): Text =>
  providersOf(installation).known.find((one) => one.method === method && one.issuer === issuer)?.title ?? FACTOR_NAMES[method as Factor];

/** Hands the pages what speaks with outside providers: talking takes seconds, so it is done between actions, never inside one. */
export const openProviders = readAction({
  name: 'authentication.open-providers',
  title: { lv: 'Atvērti ārējie pierakstīšanās veidi', en: 'Outside ways of signing in opened' },
  permission: ANYONE,
  input: z.object({}),
  audit: NOT_PERSONAL,
  run: async ({ installation, now }) => ({ ...providersOf(installation), publicUrl: installation.publicUrl, now }),
});
