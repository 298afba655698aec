import { z } from 'zod';
import type { ActionContext } from '#platform/actions/action.js';
import { NOT_PERSONAL, readAction } from '#platform/actions/action.js';
import { KEPT_MINUTES, type KeptLook } from '../domain/kept-look.js';
import { findPersonsPermission } from '../permissions.js';
import { ACTION_TITLES } from '../texts.js';
import { sealLook, unsealLook } from './sealed-look.js';

const keyOf = ({ installation }: ActionContext) => installation.keyFor('persons: kept look');

/** Seals why somebody looks at a person, so that the card opens again for some minutes without asking. */
export const sealed = (context: ActionContext, personId: string, caseReference: string): string =>
  sealLook(keyOf(context), { userId: context.actor.id ?? '', personId, reason: context.reason ?? '', caseReference, until: context.now.getTime() + KEPT_MINUTES * 60_000 });

/** What was kept for this official and person. The look itself is another action, which is logged. */
export const openKeptLook = readAction({
  name: 'persons.open-kept-look',
  title: ACTION_TITLES.openSearch,
  permission: findPersonsPermission,
  input: z.object({ id: z.uuid(), sealed: z.string() }),
  run: async (context, { id, sealed: box }): Promise<KeptLook | null> => unsealLook(keyOf(context), box, { userId: context.actor.id, personId: id }, context.now.getTime()),
  audit: NOT_PERSONAL,
});
