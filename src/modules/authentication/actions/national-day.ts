import { z } from 'zod';
import { ownUserId } from '#modules/access/public.js';
import { listUnitsOn } from '#modules/territories/public.js';
import { Forbidden, invalid } from '#kernel/errors.js';
import { type IsoDate, IsoDateInput, readableDay } from '#kernel/iso-date.js';
import { NOT_PERSONAL, readAction, writeAction } from '#platform/actions/action.js';
import { leadProgramme, seeProgramme } from '../permissions.js';
import { getNationalDay, listNationalDays, type NationalDayRow, replaceNationalDay } from '../store/national-days.js';
import { DAY_PASSED, NATIONAL_LEAD_ONLY } from '../texts.js';
import { tellLeaders } from './tell-leaders.js';

export type { NationalDayRow };

/** The day in force and those that were set before it. */
export interface NationalDays {
  readonly day: IsoDate;
  readonly history: readonly NationalDayRow[];
}

export const readNationalDay = readAction({
  name: 'authentication.read-national-day',
  title: { lv: 'Apskatīta valstī noteiktā otrā līdzekļa diena', en: 'The national day of the second factor looked at' },
  permission: seeProgramme,
  input: z.object({}),
  audit: NOT_PERSONAL,
  run: async ({ tx }): Promise<NationalDays> => ({ day: await getNationalDay(tx), history: await listNationalDays(tx) }),
});

/**
 * From which day two factors are needed in the whole country (OWASP ASVS 5.0, 6.3.3). Only who leads the change everywhere sets
 * it; those who lead it in a municipality are told.
 */
export const changeNationalDay = writeAction({
  name: 'authentication.change-national-day',
  title: { lv: 'Mainīta valstī noteiktā otrā līdzekļa diena', en: 'National day of the second factor changed' },
  permission: leadProgramme,
  asksFreshProof: true,
  input: z.object({ secondFactorFrom: IsoDateInput, basis: z.string().trim().min(3).max(500) }),
  async run(context, change) {
    const { tx, scope, actor, today, now } = context;
    if (!scope.everywhere) throw new Forbidden('national-day-is-set-for-all', NATIONAL_LEAD_ONLY);
    const before = await getNationalDay(tx);
    if (change.secondFactorFrom < today && change.secondFactorFrom !== before) throw invalid('secondFactorFrom', DAY_PASSED);
    await replaceNationalDay(tx, change, ownUserId(actor), now);
    if (change.secondFactorFrom === before) return before;
    const from = readableDay(change.secondFactorFrom);
    for (const { unitId } of await listUnitsOn(tx, today)) {
      await tellLeaders(context, unitId, `national-day:${change.secondFactorFrom}:${now.toISOString()}:${unitId}`, {
        subject: { lv: `Otrs pierakstīšanās līdzeklis valstī visiem no ${from}`, en: `Second factor for everybody in the country from ${from}` },
        body: {
          lv: `Līdz šim noteiktā diena bija ${readableDay(before)} Pašvaldība var noteikt agrāku dienu, vēlāku ne. Skatiet, kas vēl nav gatavs.`,
          en: `The day set before was ${readableDay(before)} A municipality may set an earlier day, not a later one. See who is not ready yet.`,
        },
      });
    }
    return before;
  },
  audit: ({ input, output }) => ({ facts: { from: input.secondFactorFrom, before: output, basis: input.basis } }),
});
