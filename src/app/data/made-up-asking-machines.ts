import { loadDemoMachineUsers } from '#modules/access/public.js';
import { loadDemoMachines } from '#modules/apps/public.js';
import { registerInstitution } from '#modules/institutions/actions/register-institution.js';
import { listInstitutionsOfType } from '#modules/institutions/public.js';
import { systemActor } from '#platform/actions/actor.js';
import { perform, type Platform } from '#platform/actions/perform.js';

const HIGHER = ['higher-school'];
const UNIVERSITIES = 2;

/**
 * The systems that ask in a demonstration: one of reliefs, which checks who is a learner, the education register, which follows results, and those of universities, of which a
 * small demonstration gets one. Their secrets are known to everyone. Safe to repeat.
 */
export async function makeUpAskingMachines(platform: Platform): Promise<void> {
  const { database, clock } = platform;
  const [today, now] = [clock.today(), clock.now()];
  if ((await listInstitutionsOfType(database.primary, HIGHER, today)).length === 0) await perform(platform, registerInstitution, MADE_UP_UNIVERSITY, { actor: systemActor('made-up data') });
  const universities = (await listInstitutionsOfType(database.primary, HIGHER, today)).slice(0, UNIVERSITIES);
  const machines = [
    { login: 'sistema.atlaides', name: 'Sistēma: atvieglojumi', titleEn: 'Reliefs', roleCode: 'status-checker' },
    ...universities.map(({ id, name }, at) => ({ login: `sistema.uznemsana-${at + 1}`, name: `Sistēma: uzņemšana, ${name}`, titleEn: `Admission, ${name}`, roleCode: 'university-admissions', institutionId: id })),
    { login: 'sistema.viis', name: 'Sistēma: izglītības reģistrs (rezultāti)', titleEn: 'Education register (results)', roleCode: 'exam-results-register' },
  ];
  await database.transaction(async (tx) => {
    await loadDemoMachineUsers(tx, machines, { today, recordedAt: now });
    await loadDemoMachines(
      tx,
      machines.map(({ login, name, titleEn }, at) => ({ id: `0e000000-0000-4000-8000-00000000010${at}`, secret: `vienkopus-demo-2026-${login.slice('sistema.'.length)}`, login, titleLv: name, titleEn })),
      now,
    );
  });
}

const MADE_UP_UNIVERSITY = {
  regNr: '9900009001', name: 'Izdomātā augstskola', type: 'higher-school', legalStatus: 'derived-public-person', subordination: 'education-and-science', foundedOn: '2011-09-01',
  basis: 'Izdomāts lēmums', founderType: 'state', founderName: 'Latvijas Republika', atvk: '0001000', street: 'Izdomātā iela 1', email: 'uznemsana@augstskola.example',
};
