import { z } from 'zod';
import { addDays, IsoDateInput } from '#kernel/iso-date.js';
import { readAction } from '#platform/actions/action.js';
import { searchAudit } from '#platform/audit/search-audit.js';
import { PAGE, pageOf } from '../domain/page-of.js';
import { readAudit } from '../permissions.js';

const orNothing = <T extends z.ZodType>(schema: T) => z.union([z.literal('').transform(() => undefined), schema]).optional();

/** The audit log for auditors: by actor, action and period (the last 30 days when not said). Itself logged. */
export const searchLog = readAction({
  name: 'workspace.search-audit',
  title: { lv: 'Meklēts audita žurnālā', en: 'Searched the audit log' },
  permission: readAudit,
  input: z
    .object({
      actor: orNothing(z.string().trim().max(100)),
      action: orNothing(z.string().trim().max(100)),
      from: orNothing(IsoDateInput),
      through: orNothing(IsoDateInput),
      after: z.uuid().optional(),
    })
    .refine(({ from, through }) => !from || !through || from <= through, { path: ['through'], message: 'period-reversed' }),
  async run({ tx, today }, { actor, action, through = today, from = addDays(through, -30), after }) {
    const query = { actorId: actor ?? null, action: action ?? null, from, through, after: after ?? null, limit: PAGE + 1 };
    return { ...pageOf(await searchAudit(tx, query)), from, through };
  },
  audit: ({ input, output }) => ({ facts: { actor: input.actor, action: input.action, from: output.from, through: output.through, shown: output.rows.length } }),
});
