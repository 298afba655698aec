import { z } from 'zod';
import { emptyAsNull } from '#kernel/empty-field.js';
import { refuseFarAhead } from '#kernel/far-day.js';
import { Conflict, invalid } from '#kernel/errors.js';
import { type IsoDate, IsoDateInput } from '#kernel/iso-date.js';
import { readablePeriod } from '#kernel/period.js';
import { findByRegNr } from '#modules/institutions/public.js';
import { listUnitsOn } from '#modules/territories/public.js';
import { type ActionContext, NOT_PERSONAL, readAction, writeAction } from '#platform/actions/action.js';
import { SIGNED_IN } from '#platform/actions/permission.js';
import type { Read } from '#platform/db/transaction.js';
import { renderApplication } from '#platform/documents/public.js';
import { storeFile } from '#platform/files/store-files.js';
import { UploadedFileInput } from '#platform/files/uploaded-file.js';
import { columnsOfPlace, type Place } from '../domain/place.js';
import { requestDecided } from '../events.js';
import { applicationOf } from '../domain/undertaking.js';
import { isHeld } from '../store/grants.js';
import { insertRequest, type NewRequest, withdrawRequest } from '../store/requests.js';
import { findRole, type RoleRow } from '../store/roles.js';
import { getNameAndLogin } from '../store/users.js';
import { HELD_ALREADY, IN_THE_PAST, NO_SUCH_COMING_UNIT, PERIOD_ORDER, REQUEST_DECIDED, ROLE_FOR_PROGRAMS } from '../texts.js';
import { checkBasis, refuseOtherFiles } from './basis-document.js';
import { checkPeriod, getRoleFor } from './check-grant.js';
import { listComingUnits } from './my-rights.js';
import { ownUserId } from './own-user.js';
import { placeFields, resolvePlace } from './resolve-place.js';

const ComingPlace = z.templateLiteral(['coming:', z.uuid(), ':', z.string().regex(/^\d{7}$/)]);
const WishInput = z.object({
  roleCode: z.string().min(1),
  ...placeFields,
  /** A place, or `coming:<reform>:<atvk>` for a unit of a prepared reform. */
  place: z.union([ComingPlace, placeFields.place]),
  from: IsoDateInput,
  to: emptyAsNull(IsoDateInput),
  basis: z.string().trim().min(1).max(1_000),
});
const RequestInput = WishInput.extend({ file: UploadedFileInput });

/** Asks for a right, with a reason in words and, where there is one, the signed document. */
export const requestRight = writeAction({
  name: 'access.request-right',
  title: { lv: 'Pieprasītas tiesības', en: 'Right requested' },
  permission: SIGNED_IN,
  input: RequestInput,
  async run(context, { roleCode, place, regNr, from, to, basis, file }) {
    const { tx, actor, now } = context;
    const userId = ownUserId(actor);
    refuseOtherFiles(file);
    const target = await targetOf(context, { roleCode, place, regNr, from, to });
    const basisFileId = file && (await storeFile(tx, file, userId, now));
    if (file && basisFileId) await checkBasis(context, basisFileId, file, userId);
    const request = { ...target, userId, roleCode, wantedTo: to, basis, basisFileId };
    return { id: await insertRequest(tx, request, userId, now), roleCode, ...target };
  },
  audit: ({ output }) => ({ facts: { ...output } }),
});

/** The application for these rights with the undertaking, filled in and ready to be signed; nothing is kept of it. */
export const prepareApplication = readAction({
  name: 'access.prepare-application',
  title: { lv: 'Sagatavots iesniegums par tiesībām', en: 'Application for a right prepared' },
  permission: SIGNED_IN,
  input: WishInput,
  audit: NOT_PERSONAL,
  async run(context, wish): Promise<Buffer> {
    const { tx, actor, now } = context;
    const target = await targetOf(context, wish);
    const { name, login } = await getNameAndLogin(tx, ownUserId(actor));
    const role = (await findRole(tx, wish.roleCode))!.titleLv;
    const period = readablePeriod({ from: target.wantedFrom, to: wish.to }, 'lv');
    return renderApplication(applicationOf({ applicant: name, login, role, place: await nameOfTarget(context, target, wish.regNr), period, basis: wish.basis }), now);
  },
});

async function nameOfTarget({ tx, today }: Pick<ActionContext, 'tx' | 'today'>, { everywhere, unitId, comingAtvk, reformId }: Target, regNr: string): Promise<string> {
  if (everywhere) return 'visa valsts';
  if (comingAtvk !== null) return (await listComingUnits(tx)).find((one) => one.reformId === reformId && one.atvk === comingAtvk)!.name;
  if (unitId !== null) return (await listUnitsOn(tx, today)).find((unit) => unit.unitId === unitId)!.name;
  return (await findByRegNr(tx, regNr))!.name;
}

/** What a wish asks for. @throws InvalidInput where it cannot be given */
async function targetOf({ tx, actor, today }: Pick<ActionContext, 'tx' | 'actor' | 'today'>, { roleCode, place, regNr, from, to }: Omit<z.infer<typeof WishInput>, 'basis'>): Promise<Target> {
  if (from < today) throw invalid('from', IN_THE_PAST);
  refuseFarAhead('from', from, today);
  refuseFarAhead('to', to, today);
  return typeof place === 'string' && place !== 'institution' ? coming(tx, roleCode, place, from, to) : existing(tx, ownUserId(actor), roleCode, await resolvePlace(tx, place, regNr), from, to);
}

type Target = Pick<NewRequest, 'everywhere' | 'unitId' | 'institutionId' | 'comingAtvk' | 'reformId' | 'wantedFrom'>;

async function existing(tx: Read, userId: string, roleCode: string, place: Place, from: IsoDate, to: IsoDate | null): Promise<Target> {
  refuseForPrograms(await getRoleFor(tx, roleCode, place.kind));
  await checkPeriod(tx, place, { from, to });
  if (await isHeld(tx, userId, roleCode, place, from, to)) throw invalid('roleCode', HELD_ALREADY);
  return { ...columnsOfPlace(place), comingAtvk: null, reformId: null, wantedFrom: from };
}

/** A right at a unit that does not exist yet begins on the reform's day at the earliest. */
async function coming(tx: Read, roleCode: string, words: string, from: IsoDate, to: IsoDate | null): Promise<Target> {
  const [, reformId, atvk] = words.split(':');
  const unit = (await listComingUnits(tx)).find((one) => one.reformId === reformId && one.atvk === atvk);
  if (!unit) throw invalid('place', NO_SUCH_COMING_UNIT);
  refuseForPrograms(await getRoleFor(tx, roleCode, 'municipality'));
  const wantedFrom = from > unit.effective ? from : (unit.effective as IsoDate);
  if (to !== null && to <= wantedFrom) throw invalid('to', PERIOD_ORDER);
  return { everywhere: false, unitId: null, institutionId: null, comingAtvk: unit.atvk, reformId: unit.reformId, wantedFrom };
}

/** What only a program holds is given to its user by whoever gives rights, never asked for. */
function refuseForPrograms({ forPrograms }: RoleRow): void {
  if (forPrograms) throw invalid('roleCode', ROLE_FOR_PROGRAMS);
}

export const withdrawMyRequest = writeAction({
  name: 'access.withdraw-request',
  title: { lv: 'Atsaukts savs tiesību pieprasījums', en: 'Own request for a right withdrawn' },
  permission: SIGNED_IN,
  input: z.object({ id: z.uuid() }),
  async run({ tx, actor, announce }, { id }) {
    if ((await withdrawRequest(tx, id, ownUserId(actor))) === 0) throw new Conflict('request-decided', REQUEST_DECIDED);
    await announce(requestDecided, { requestId: id });
  },
  audit: ({ input }) => ({ facts: { request: input.id } }),
});
