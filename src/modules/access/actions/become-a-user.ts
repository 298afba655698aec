import { z } from 'zod';
import { NOT_PERSONAL, readAction } from '#platform/actions/action.js';
import { ANYONE } from '#platform/actions/permission.js';
import { renderApplication } from '#platform/documents/public.js';
import { applicationOf, BLANK_WISH } from '../domain/undertaking.js';

/** Nothing is read: the page is the same for everybody. */
export const showHowToBecomeAUser = readAction({
  name: 'access.show-how-to-become-a-user',
  title: { lv: 'Atvērta lapa “Kā kļūt par lietotāju”', en: 'Page “How to become a user” opened' },
  permission: ANYONE,
  input: z.object({}),
  audit: NOT_PERSONAL,
  run: async () => null,
});

/** The application for rights with nothing filled in, for whoever wants to read what they will sign. */
export const prepareBlankApplication = readAction({
  name: 'access.prepare-blank-application',
  title: { lv: 'Sagatavota tukša iesnieguma veidlapa', en: 'Blank form of the application prepared' },
  permission: ANYONE,
  input: z.object({}),
  audit: NOT_PERSONAL,
  run: ({ now }) => renderApplication(applicationOf(BLANK_WISH), now),
});
