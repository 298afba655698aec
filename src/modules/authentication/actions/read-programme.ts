import { z } from 'zod';
import { listInstitutionsOfUnits } from '#modules/institutions/public.js';
import { listUnitsOn, mapToday } from '#modules/territories/public.js';
import type { Text } from '#kernel/text.js';
import { readAction } from '#platform/actions/action.js';
import { NO_POLICY, type Policy, type Stage, stageOn } from '../domain/policy.js';
import { seeProgramme } from '../permissions.js';
import { listEndedUnits } from '../store/password-ends.js';
import { listPolicies } from '../store/policies.js';
import { countReadinessByUnit, type ReadinessCounts } from '../store/readiness.js';
import { NO_MUNICIPALITY } from './people-of.js';

export interface MunicipalityProgress {
  readonly unitId: number | null;
  readonly atvk: string | null;
  readonly name: Text;
  readonly policy: Policy;
  readonly stage: Stage;
  readonly counts: ReadinessCounts;
}

const NOBODY: ReadinessCounts = { ready: 0, sealed: 0, excepted: 0, 'code-only': 0, 'password-only': 0, nothing: 0 };

/** How far every municipality within the actor's scope has come, on a map and as a matrix. */
export const readProgramme = readAction({
  name: 'authentication.read-programme',
  title: { lv: 'Apskatīta pāreja uz drošu pierakstīšanos valstī', en: 'The country’s change to safe sign-in looked at' },
  permission: seeProgramme,
  input: z.object({}),
  async run({ tx, scope, today, now }) {
    const units = await listUnitsOn(tx, today);
    const counts = await countReadinessByUnit(tx, await listInstitutionsOfUnits(tx, units.map((unit) => unit.unitId), today), today);
    const policies = await listPolicies(tx);
    const ended = new Set(await listEndedUnits(tx, now));
    const progressOf = (unitId: number | null, atvk: string | null, name: Text): MunicipalityProgress => {
      const policy = policies.find((one) => one.unitId === unitId) ?? NO_POLICY;
      return { unitId, atvk, name, policy, stage: stageOn(policy, today, ended.has(unitId)), counts: counts.get(unitId) ?? NOBODY };
    };
    const municipalities = units
      .filter((unit) => scope.everywhere || scope.unitIds.includes(unit.unitId))
      .map((unit) => progressOf(unit.unitId, unit.atvk, { lv: unit.name, en: unit.name }));
    return { municipalities: scope.everywhere ? [...municipalities, progressOf(null, null, NO_MUNICIPALITY)] : municipalities, map: await mapToday(tx, today) };
  },
  audit: () => ({}),
});
export type Programme = Awaited<ReturnType<typeof readProgramme.run>>;
