import { writeAction } from '#platform/actions/action.js';
import { z } from 'zod';
import { leadProgramme } from '../permissions.js';
import { Conflict } from '#kernel/errors.js';
import { ownUserId } from '#modules/access/public.js';
import { markWorking, openConnection } from '../store/connections.js';
import { NOT_TRIED_WELL } from '../texts.js';
import { getOpen } from './connections.js';
import { directoryOfRow } from './directory-settings.js';
import { openIdOfRow } from './openid-settings.js';
import { UnitInput } from './people-of.js';

const OneInput = z.object({ unit: UnitInput, connection: z.uuid() });

/** Hands the page a connection to try: trying takes seconds, so it is done after the action. */
export const beginTrying = writeAction({
  name: 'authentication.try-connection',
  title: { lv: 'Izmēģināts savienojums ar pašvaldības kontiem', en: 'Connection to municipal accounts tried' },
  permission: leadProgramme,
  input: OneInput,
  async run(context, { unit, connection }) {
    const row = await getOpen(context, unit, connection);
    const common = { settingId: row.settingId, now: context.now, publicUrl: context.installation.publicUrl };
    return row.kind === 'openid' ? { ...common, kind: row.kind, provider: openIdOfRow(context.installation, row) } : { ...common, kind: row.kind, directory: directoryOfRow(context.installation, row) };
  },
  audit: ({ input }) => ({ facts: { connection: input.connection } }),
});

/** Keeps that trying went well, for the very settings that were tried. */
export const recordWorking = writeAction({
  name: 'authentication.record-working-connection',
  title: { lv: 'Savienojuma izmēģinājums izdevās', en: 'Trying a connection went well' },
  permission: leadProgramme,
  input: OneInput.extend({ settingId: z.uuid() }),
  async run(context, { unit, connection, settingId }) {
    const row = await getOpen(context, unit, connection);
    if (row.settingId === settingId) await markWorking(context.tx, settingId, context.now);
  },
  audit: ({ input }) => ({ facts: { connection: input.connection } }),
});

/** Offers a connection to people at sign-in, once its present settings have been tried and work. */
export const switchOn = writeAction({
  name: 'authentication.switch-on-connection',
  title: { lv: 'Ieslēgts savienojums ar pašvaldības kontiem', en: 'Connection to municipal accounts switched on' },
  permission: leadProgramme,
  asksFreshProof: true,
  input: OneInput,
  async run(context, { unit, connection }) {
    const row = await getOpen(context, unit, connection);
    if (!row.workedAt) throw new Conflict('connection-not-tried', NOT_TRIED_WELL);
    await openConnection(context.tx, row.id, ownUserId(context.actor), context.now);
  },
  audit: ({ input }) => ({ facts: { connection: input.connection } }),
});
