import { z } from 'zod';
import { NotFound } from '#kernel/errors.js';
import { NOT_PERSONAL, readAction } from '#platform/actions/action.js';
import { ANYONE } from '#platform/actions/permission.js';
import { listMail } from '#platform/mail/outbox.js';
import { readStatus } from '#platform/metrics/status.js';
import { PAGE, pageOf } from '../domain/page-of.js';

/** How the program stands: its clock, its queues, its database. */
export const showStatus = readAction({
  name: 'workspace.show-status',
  title: { lv: 'Apskatīts sistēmas stāvoklis', en: 'Looked at the system status' },
  permission: ANYONE,
  input: z.object({}),
  async run({ tx, now }) {
    const status = await readStatus(tx);
    return { ...status, now, shiftMs: now.getTime() - status.databaseNow.getTime() };
  },
  audit: NOT_PERSONAL,
});

/** A page that only says something. */
export const openStatement = readAction({
  name: 'workspace.open-statement',
  title: { lv: 'Atvērts piekļūstamības paziņojums', en: 'Opened the accessibility statement' },
  permission: ANYONE,
  input: z.object({}),
  run: async () => null,
  audit: NOT_PERSONAL,
});

/** The mail of the installation, for developers; where there are real people's data the page does not exist. */
export const showMail = readAction({
  name: 'workspace.show-mail',
  title: { lv: 'Apskatīta izstrādes pastkaste', en: 'Looked at the development mailbox' },
  permission: ANYONE,
  input: z.object({ before: z.uuid().optional() }),
  async run({ tx, installation }, { before }) {
    if (installation.production) throw new NotFound('no-such-page', NO_SUCH_PAGE);
    return pageOf(await listMail(tx, before ?? null, PAGE + 1));
  },
  audit: NOT_PERSONAL,
});

const NO_SUCH_PAGE = { lv: 'Šādas lapas nav.', en: 'There is no such page.' };
