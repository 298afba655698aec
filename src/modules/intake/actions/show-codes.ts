import { z } from 'zod';
import { NOT_PERSONAL, readAction } from '#platform/actions/action.js';
import { ANYONE } from '#platform/actions/permission.js';
import { CODES, type IntakeCode } from '../domain/codes.js';

/** The catalogue of codes: public, since whoever writes an e-journal needs it before there is any right. */
export const showCodes = readAction({
  name: 'intake.show-codes',
  title: { lv: 'Apskatīts kļūdu kodu saraksts', en: 'List of codes looked at' },
  permission: ANYONE,
  input: z.object({}),
  audit: NOT_PERSONAL,
  run: async (): Promise<readonly IntakeCode[]> => [...CODES.values()],
});
