import { writeAction } from '#platform/actions/action.js';
import { z } from 'zod';
import { leadProgramme } from '../permissions.js';
import { getOpen } from './connections.js';
import { directoryOfRow } from './directory-settings.js';
import { openIdOfRow } from './openid-settings.js';
import { UnitInput } from './people-of.js';

/** Hands the page a connection to try: trying takes seconds, so it is done after the action. */
export const beginTrying = writeAction({
  name: 'authentication.try-connection',
  title: { lv: 'Izmēģināts savienojums ar pašvaldības kontiem', en: 'Connection to municipal accounts tried' },
  permission: leadProgramme,
  input: z.object({ unit: UnitInput, connection: z.uuid() }),
  async run(context, { unit, connection }) {
    const row = await getOpen(context, unit, connection);
    const common = { now: context.now, publicUrl: context.installation.publicUrl };
    return row.kind === 'openid' ? { ...common, kind: row.kind, provider: openIdOfRow(context.installation, row) } : { ...common, kind: row.kind, directory: directoryOfRow(context.installation, row) };
  },
  audit: ({ input }) => ({ facts: { connection: input.connection } }),
});
