import { writeAction } from '#platform/actions/action.js';
import { z } from 'zod';
import { leadProgramme } from '../permissions.js';
import { Conflict } from '#kernel/errors.js';
import { ownUserId } from '#modules/access/public.js';
import { findWaiting, giveUpWaiting, markWorking, openConnection, putInForce } from '../store/connections.js';
import { NOT_TRIED_WELL, NOTHING_WAITS } from '../texts.js';
import { refuseIfSomebodyNeedsIt } from './close-connection.js';
import { getOpen } from './connections.js';
import { directoryOfRow } from './directory-settings.js';
import { openIdOfRow } from './openid-settings.js';
import { UnitInput } from './people-of.js';

const OneInput = z.object({ unit: UnitInput, connection: z.uuid() });

/** Hands the page a connection to try, the settings that wait where there are any: trying takes seconds, so it is done after the action. */
export const beginTrying = writeAction({
  name: 'authentication.try-connection',
  title: { lv: 'Izmēģināts savienojums ar pašvaldības kontiem', en: 'Connection to municipal accounts tried' },
  permission: leadProgramme,
  input: OneInput,
  async run(context, { unit, connection }) {
    const inForce = await getOpen(context, unit, connection);
    const row = (await findWaiting(context.tx, connection)) ?? inForce;
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
    const present = [await getOpen(context, unit, connection), await findWaiting(context.tx, connection)];
    if (present.some((row) => row?.settingId === settingId)) await markWorking(context.tx, settingId, context.now);
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

/** Settings that waited take the place of those in force, once these very settings have been tried and work. */
export const putSettingsInForce = writeAction({
  name: 'authentication.put-connection-settings-in-force',
  title: { lv: 'Jaunie pašvaldības savienojuma iestatījumi stājušies spēkā', en: 'New settings of a municipal connection put in force' },
  permission: leadProgramme,
  asksFreshProof: true,
  input: OneInput,
  async run(context, { unit, connection }) {
    const inForce = await getOpen(context, unit, connection);
    const waiting = await findWaiting(context.tx, connection);
    if (!waiting) throw new Conflict('no-settings-wait', NOTHING_WAITS);
    if (!waiting.workedAt) throw new Conflict('connection-not-tried', NOT_TRIED_WELL);
    // Of another issuer nobody is known yet: whoever came by the former one has to link anew.
    if (waiting.issuer !== inForce.issuer) await refuseIfSomebodyNeedsIt(context, inForce.unitId, inForce.id);
    await putInForce(context.tx, waiting, context.now);
  },
  audit: ({ input }) => ({ facts: { connection: input.connection } }),
});

/** New settings are given up before they were in force; the old ones go on. */
export const giveUpSettings = writeAction({
  name: 'authentication.give-up-connection-settings',
  title: { lv: 'Atmesti jauni pašvaldības savienojuma iestatījumi', en: 'New settings of a municipal connection given up' },
  permission: leadProgramme,
  input: OneInput,
  async run(context, { unit, connection }) {
    await getOpen(context, unit, connection);
    if (!(await giveUpWaiting(context.tx, connection, context.now))) throw new Conflict('no-settings-wait', NOTHING_WAITS);
  },
  audit: ({ input }) => ({ facts: { connection: input.connection } }),
});
