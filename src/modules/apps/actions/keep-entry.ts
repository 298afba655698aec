import { z } from 'zod';
import { keepProgramEntry, type ProgramEntry } from '#modules/authentication/public.js';
import { writeAction } from '#platform/actions/action.js';
import { ANYONE } from '#platform/actions/permission.js';

/** That a person entered a program, in the audit log and in the person's own history; asked for by the program's own request. */
export const keepEntry = writeAction({
  name: 'apps.keep-entry',
  title: { lv: 'Ieiešana citā programmā', en: 'Entry into another program' },
  permission: ANYONE,
  shared: true,
  input: z.custom<{ readonly userId: string; readonly clientId: string; readonly entry: ProgramEntry }>(),
  run: (context, { userId, entry }) => keepProgramEntry(context, userId, entry),
  audit: ({ input: { userId, clientId, entry } }) => ({ facts: { user: userId, client: clientId, entered: entry.way } }),
});
