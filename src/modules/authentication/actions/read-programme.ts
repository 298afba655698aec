import { z } from 'zod';
import { listInstitutionsOfUnits } from '#modules/institutions/public.js';
import { listUnitsOn, mapToday } from '#modules/territories/public.js';
import type { IsoDate } from '#kernel/iso-date.js';
import type { Text } from '#kernel/text.js';
import { readAction } from '#platform/actions/action.js';
import { NO_POLICY, type Policy, secondFactorFrom, type Stage, stageOn } from '../domain/policy.js';
import { inOrder, PROGRESS_ORDERS } from '../domain/progress.js';
import { seeProgramme } from '../permissions.js';
import { getNationalDay } from '../store/national-days.js';
import { listEndedUnits } from '../store/password-ends.js';
import { listPolicies } from '../store/policies.js';
import { countReadinessByUnit, type ReadinessCounts } from '../store/readiness.js';
import { noticeDaysOf } from './count-locked-out.js';
import { NO_MUNICIPALITY } from './people-of.js';
import { countryMeans } from './terms-of.js';

export interface MunicipalityProgress {
  readonly unitId: number | null;
  readonly atvk: string | null;
  readonly name: Text;
  readonly policy: Policy;
  readonly stage: Stage;
  readonly twoFactorsFrom: IsoDate;
  readonly counts: ReadinessCounts;
}

const ORDER = new RegExp(`^-?(${PROGRESS_ORDERS.join('|')})$`);
/** Small letters without their marks, so that “kuldigas” finds Kuldīgas novads. */
const searchKey = (words: string) => words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const NOBODY: ReadinessCounts = { ready: 0, sealed: 0, excepted: 0, 'exception-ends': 0, unusable: 0, 'code-only': 0, 'password-only': 0, nothing: 0 };

/** How far every municipality within the actor's scope has come, on a map and as a matrix. */
export const readProgramme = readAction({
  name: 'authentication.read-programme',
  title: { lv: 'Apskatīta pāreja uz drošu pierakstīšanos valstī', en: 'The country’s change to safe sign-in looked at' },
  permission: seeProgramme,
  input: z.object({ words: z.string().trim().max(100).default(''), sort: z.string().regex(ORDER).catch('name').default('name') }),
  async run(context, { words, sort }) {
    const { tx, scope, today, now } = context;
    const units = await listUnitsOn(tx, today);
    const counts = await countReadinessByUnit(tx, await listInstitutionsOfUnits(tx, units.map((unit) => unit.unitId), today), { day: today, noticeDays: await noticeDaysOf(context), country: countryMeans(context) });
    const policies = await listPolicies(tx);
    const nationalDay = await getNationalDay(tx);
    const ended = new Set(await listEndedUnits(tx, now));
    const progressOf = (unitId: number | null, atvk: string | null, name: Text): MunicipalityProgress => {
      const policy = policies.find((one) => one.unitId === unitId) ?? NO_POLICY;
      return { unitId, atvk, name, policy, stage: stageOn(policy, nationalDay, today, ended.has(unitId)), twoFactorsFrom: secondFactorFrom(policy, nationalDay), counts: counts.get(unitId) ?? NOBODY };
    };
    const municipalities = units
      .filter((unit) => scope.everywhere || scope.unitIds.includes(unit.unitId))
      .map((unit) => progressOf(unit.unitId, unit.atvk, { lv: unit.name, en: unit.name }));
    const all = scope.everywhere ? [...municipalities, progressOf(null, null, NO_MUNICIPALITY)] : municipalities;
    const shown = all.filter(({ name }) => searchKey(name.lv).includes(searchKey(words)));
    const order = PROGRESS_ORDERS.find((one) => sort.endsWith(one))!;
    return { nationalDay, day: today, everywhere: scope.everywhere, words, sort, all, municipalities: shown.sort(inOrder(order, sort.startsWith('-'))), map: await mapToday(tx, today) };
  },
  audit: () => ({}),
});
export type Programme = Awaited<ReturnType<typeof readProgramme.run>>;
