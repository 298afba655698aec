import { z } from 'zod';
import { ownUserId } from '#modules/access/public.js';
import { listUnitsOn } from '#modules/territories/public.js';
import { dayInRiga, timeInRiga } from '#kernel/clock.js';
import { Conflict } from '#kernel/errors.js';
import { readableDay } from '#kernel/iso-date.js';
import { fill } from '#kernel/text.js';
import { writeAction, type WriteContext } from '#platform/actions/action.js';
import { openUntil, waitingRequest } from '../domain/reopening.js';
import { leadProgramme } from '../permissions.js';
import { havePasswordsEnded, insertPasswordEnd, listPasswordEnds } from '../store/password-ends.js';
import { findSignInUser } from '../store/people.js';
import { listPolicies } from '../store/policies.js';
import { listOfferedPolicies, listUndecidedUnits } from '../store/policy-handovers.js';
import { ALREADY_ENDED, ANOTHER_APPROVES, DECIDE_FIRST, NOBODY_ASKED, NOT_ENDED, STILL_LOCKED_OUT } from '../texts.js';
import { countLockedOut } from './count-locked-out.js';
import { getUnitInScope, UnitInput } from './people-of.js';
import { tellLeaders } from './tell-leaders.js';

const HOUR_MS = 3_600_000;
const NOTHING_ELSE = { reopenedUntil: null, hours: null, lockedOut: null, reason: '' };

/** Switches passwords off in a municipality, if nobody is left without another way in (the gate). */
export const endPasswords = writeAction({
  name: 'authentication.end-passwords',
  title: { lv: 'Pašvaldībā izslēgtas paroles', en: 'Passwords of a municipality switched off' },
  permission: leadProgramme,
  asksFreshProof: true,
  input: z.object({ unit: UnitInput }),
  async run(context, { unit }) {
    const { unitId } = await getUnitInScope(context, unit);
    if (await havePasswordsEnded(context.tx, unitId, context.now)) throw new Conflict('passwords-ended-already', ALREADY_ENDED);
    if (openUntil(await listPasswordEnds(context.tx, unitId), context.now) !== null) return closeAgain(context, unitId);
    if (unitId !== null && (await listOfferedPolicies(context.tx, unitId, context.now)).length > 0) throw new Conflict('policy-not-decided', DECIDE_FIRST);
    const lockedOut = await countLockedOut(context, unitId);
    if (lockedOut > 0) throw new Conflict('users-would-be-locked-out', fill(STILL_LOCKED_OUT, { n: lockedOut }), { lockedOut });
    await end(context, unitId, ownUserId(context.actor));
  },
  audit: ({ input }) => ({ facts: { unit: input.unit } }),
});

/** What was opened for a time ends before that: the gate has let passwords end here already. */
async function closeAgain(context: WriteContext, unitId: number | null): Promise<void> {
  await end(context, unitId, ownUserId(context.actor));
  await tellLeaders(context, unitId, `passwords-closed:${unitId}:${context.now.toISOString()}`, {
    subject: { lv: 'Paroles atkal ir izslēgtas', en: 'Passwords are off again' },
    body: { lv: 'Paroles, kas bija atvērtas uz laiku, ir izslēgtas pirms termiņa.', en: 'Passwords that were open for a time have been switched off before it ran out.' },
  });
}

/** On the day each municipality has set, at night or as soon after it as the program runs: the gate decides, once a day. Of one that ceased its successor decides. Held back, it is tried again the next night and its leaders are told. */
export const endPasswordsThatAreDue = writeAction({
  name: 'authentication.end-passwords-that-are-due',
  title: { lv: 'Paroles izslēgtas noteiktajā dienā', en: 'Passwords switched off on the day set' },
  permission: leadProgramme,
  input: z.object({}),
  async run(context) {
    const { tx, today, now } = context;
    const outcome = { ended: [] as (number | null)[], held: [] as (number | null)[] };
    const bodies = new Set((await listUnitsOn(tx, today)).map((unit) => unit.unitId));
    for (const { unitId, passwordsEndOn } of await listPolicies(tx)) {
      if (unitId !== null && !bodies.has(unitId)) continue;
      if (!passwordsEndOn || passwordsEndOn > today || (await listPasswordEnds(tx, unitId)).some(({ kind, at }) => kind === 'ended' || (kind === 'held' && dayInRiga(at) === today))) continue;
      const lockedOut = await countLockedOut(context, unitId);
      if (lockedOut === 0) {
        await end(context, unitId, 'system');
        outcome.ended.push(unitId);
        continue;
      }
      await insertPasswordEnd(tx, { ...NOTHING_ELSE, unitId, kind: 'held', at: now, lockedOut, byUser: 'system' });
      await tellLeaders(context, unitId, `passwords-held:${unitId}:${today}`, {
        subject: { lv: 'Paroles šonakt netika izslēgtas', en: 'Passwords were not switched off tonight' },
        body: {
          lv: `Bez citas iespējas paliktu: ${lockedOut}. Palīdziet viņiem vai piešķiriet izņēmumu; nākamnakt tiks mēģināts vēlreiz.`,
          en: `Left without another way would be: ${lockedOut}. Help them or give exceptions; it is tried again the next night.`,
        },
      });
      outcome.held.push(unitId);
    }
    for (const unitId of await listUndecidedUnits(tx)) await tellOfOfferedPolicies(context, unitId);
    return outcome;
  },
  audit: ({ output }) => ({ facts: output }),
});

/** Those who lead in a successor are told once that what its predecessors had waits for their word. */
async function tellOfOfferedPolicies(context: WriteContext, unitId: number): Promise<void> {
  const offers = await listOfferedPolicies(context.tx, unitId, context.now);
  const names = offers.map(({ fromName }) => fromName).join(', ');
  await tellLeaders(context, unitId, `policies-offered:${unitId}:${offers[0]!.effective}`, {
    subject: { lv: 'Jāizlemj par pierakstīšanās kārtību pēc reformas', en: 'The sign-in policy after the reform waits for a decision' },
    body: {
      lv: `Reformas dēļ šeit nāk kopā: ${names}. Līdz jūsu lēmumam katram ir spēkā kārtība, ar kuru viņš nācis. Pieņemiet vienu no tām vai nosakiet savu.`,
      en: `The reform brings together here: ${names}. Until you decide everybody keeps the policy they came with. Adopt one of them or set your own.`,
    },
  });
}

/** Asks to open passwords again for some hours; another leader has to agree. */
export const askToReopen = writeAction({
  name: 'authentication.ask-to-reopen-passwords',
  title: { lv: 'Lūgts uz laiku atvērt paroles', en: 'Opening passwords for a time asked for' },
  permission: leadProgramme,
  asksFreshProof: true,
  input: z.object({ unit: UnitInput, hours: z.coerce.number().int().min(1).max(72), reason: z.string().trim().min(3).max(500) }),
  async run(context, { unit, hours, reason }) {
    const { unitId } = await getUnitInScope(context, unit);
    if (!(await havePasswordsEnded(context.tx, unitId, context.now))) throw new Conflict('passwords-not-ended', NOT_ENDED);
    const by = ownUserId(context.actor);
    await insertPasswordEnd(context.tx, { ...NOTHING_ELSE, unitId, kind: 'reopening-asked', at: context.now, hours, reason, byUser: by });
    const { name } = (await findSignInUser(context.tx, by))!;
    await tellLeaders(context, unitId, `reopening-asked:${unitId}:${context.now.toISOString()}`, {
      subject: { lv: 'Lūdz uz laiku atvērt paroles', en: 'Opening passwords for a time is asked for' },
      body: {
        lv: `${name} lūdz atvērt paroles (stundas: ${hours}). Iemesls: ${reason}\nApstiprināt var cits atbildīgais, 24 stundu laikā.`,
        en: `${name} asks to open passwords (hours: ${hours}). Reason: ${reason}\nAnother responsible person can approve it, within 24 hours.`,
      },
    });
  },
  audit: ({ input }) => ({ facts: { unit: input.unit, hours: input.hours } }),
});

/** Agrees to a colleague's request of the last day: passwords are open from now for the hours asked. */
export const approveReopening = writeAction({
  name: 'authentication.approve-reopening-passwords',
  title: { lv: 'Uz laiku atvērtas paroles', en: 'Passwords opened for a time' },
  permission: leadProgramme,
  asksFreshProof: true,
  input: z.object({ unit: UnitInput }),
  async run(context, { unit }) {
    const { tx, now } = context;
    const { unitId } = await getUnitInScope(context, unit);
    const last = waitingRequest(await listPasswordEnds(tx, unitId, 1), now);
    if (!last) throw new Conflict('nobody-asked', NOBODY_ASKED);
    const by = ownUserId(context.actor);
    if (last.byUser === by) throw new Conflict('own-request', ANOTHER_APPROVES);
    const reopenedUntil = new Date(now.getTime() + last.hours! * HOUR_MS);
    await insertPasswordEnd(tx, { ...NOTHING_ELSE, unitId, kind: 'reopened', at: now, reopenedUntil, hours: last.hours, reason: last.reason, byUser: by });
    const until = `${readableDay(dayInRiga(reopenedUntil))} ${timeInRiga(reopenedUntil)}`;
    await tellLeaders(context, unitId, `reopened:${unitId}:${now.toISOString()}`, {
      subject: { lv: `Paroles atvērtas līdz ${until}`, en: `Passwords are open until ${until}` },
      body: { lv: `Iemesls: ${last.reason}\nTad tās izslēgsies pašas; pirms tam tās var izslēgt pašvaldības lapā.`, en: `Reason: ${last.reason}\nThen they end by themselves; before that they can be switched off on the page of the municipality.` },
    });
    return reopenedUntil;
  },
  audit: ({ input, output }) => ({ facts: { unit: input.unit, until: output.toISOString() } }),
});

const end = ({ tx, now }: WriteContext, unitId: number | null, byUser: string) => insertPasswordEnd(tx, { ...NOTHING_ELSE, unitId, kind: 'ended', at: now, lockedOut: 0, byUser });
