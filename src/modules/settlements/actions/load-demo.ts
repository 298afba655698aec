import { actorOf, findUserByLogin } from '#modules/access/public.js';
import { listInstitutionsOfUnit } from '#modules/institutions/public.js';
import { listUnitsOn } from '#modules/territories/public.js';
import { InvalidInput } from '#kernel/errors.js';
import { yearOf } from '#kernel/iso-date.js';
import { systemActor } from '#platform/actions/actor.js';
import { perform, type Platform } from '#platform/actions/perform.js';
import { keepSettlements } from '../permissions.js';
import { periodOn } from '../domain/counting-period.js';
import { rulesOn } from '../store/rules.js';
import { approveSheet, putCost } from './costs.js';
import { countLearners } from './institutions.js';
import { followChanges } from './prepare.js';

/** Made-up yearly costs of a school, by economic code, in whole euros. */
const COSTS = [
  { code: '1100', title: 'Darba samaksa (bez valsts mērķdotācijas)', amount: '148200', included: 'yes', reason: '' },
  { code: '1200', title: 'Valsts sociālās apdrošināšanas iemaksas', amount: '34960', included: 'yes', reason: '' },
  { code: '2200', title: 'Pakalpojumi', amount: '61875', included: 'yes', reason: '' },
  { code: '2300', title: 'Materiāli un mācību līdzekļi', amount: '22410', included: 'yes', reason: '' },
  { code: '2363', title: 'Ēdināšanas izdevumi', amount: '18300', included: 'no', reason: 'Maksā vecāki' },
] as const;

/** What one school spent besides, found later. */
const MORE = { code: '5250', title: 'Kapitālais remonts', amount: '12650', included: 'no', reason: 'Ieguldījums, nevis uzturēšana' } as const;

const MOST_SCHOOLS = 8;
const CAPITAL = '0001000';

/**
 * Costs, counts and statements of the municipality of the demonstration's users and of the capital, through the very actions by which people make
 * them. One school has new costs that await approval.
 * @param login who settles in the demonstration's municipality
 */
export async function makeUpSettlements(platform: Platform, login: string): Promise<void> {
  const { read } = platform.database;
  const [today, actor] = [platform.clock.today(), systemActor('made-up data')];
  const period = periodOn(today, (await rulesOn(read, today))['count-months']);
  if (!period) return;
  const user = await findUserByLogin(read, login);
  const own = user && (await actorOf(read, user.id, today)).scopes.get(keepSettlements.name)?.unitIds[0];
  const capital = (await listUnitsOn(read, today)).find(({ atvk }) => atvk === CAPITAL)?.unitId;
  const year = String(yearOf(period.countedOn));
  for (const unitId of [own, capital]) {
    if (unitId === undefined) continue;
    const settled: string[] = [];
    for (const { regNr } of (await listInstitutionsOfUnit(read, unitId, today)).slice(0, MOST_SCHOOLS)) {
      if (!(await perform(platform, countLearners, { regNr, day: period.countedOn }, { actor }).catch(unlessInvalid))) continue;
      for (const item of COSTS) await perform(platform, putCost, { regNr, year, ...item }, { actor });
      await perform(platform, approveSheet, { regNr, year, version: '1' }, { actor });
      settled.push(regNr);
    }
    await perform(platform, followChanges, { ...period, unitIds: [unitId] }, { actor });
    if (unitId === own && settled.length > 0) await perform(platform, putCost, { regNr: settled.at(-1), year, ...MORE }, { actor });
  }
}

const unlessInvalid = (error: unknown): undefined => {
  if (!(error instanceof InvalidInput)) throw error;
};
