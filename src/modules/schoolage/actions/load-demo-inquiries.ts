import { actorOf, findUserByLogin, listHolders } from '#modules/access/public.js';
import { findLearner, listSomeAdults, listWards, type MadeUpChild, registerMadeUpChildren } from '#modules/persons/public.js';
import { listUnitsOn, type UnitVersion } from '#modules/territories/public.js';
import { instantInRiga } from '#kernel/clock.js';
import { addDays, type IsoDate, isoDate, readableDay, yearOf } from '#kernel/iso-date.js';
import { madeUpPersonCode } from '#kernel/person-code.js';
import { EVERYWHERE } from '#platform/actions/actor.js';
import type { Read, Write } from '#platform/db/transaction.js';
import { type ExtractLine, readExtract } from '../domain/extract-file.js';
import { keepInquiries } from '../permissions.js';
import { insertStep, writeStatus } from '../store/changes.js';
import { advance, carryOut, insertExtract, insertLines, judge, recognise } from '../store/extracts.js';
import { type InquiryRow, listInquiries } from '../store/inquiries.js';
import { pretendMissing } from '../store/load-demo.js';
import { schoolageParameters } from '../store/parameters.js';
import { appoint } from '../store/responsible.js';
import { listStatusKinds } from '../store/status-kinds.js';

const LOADER = 'made-up data';
/** Numbers of made-up codes that neither residents nor pupils reach. */
const FIRST_CODE = 9_400_000;
const NAMES = [['Alise', 'Klusā'], ['Kristers', 'Klusais'], ['Ralfs', 'Ceļinieks'], ['Estere', 'Tālmane'], ['Markuss', 'Pazudis'], ['Adele', 'Svešzeme'], ['Tomass', 'Gaidiņš'], ['Patrīcija', 'Mājiņa'], ['Olivers', 'Vējš'], ['Sofija', 'Jūrmala'], ['Roberts', 'Tilts'], ['Anna', 'Migla']] as const;
const HEADER = ['Personas kods', 'Vārds', 'Uzvārds', 'Dzimšanas datums', 'Pašvaldība'];

/**
 * Two extracts of the population register on children made up for it: one whose inquiries are overdue by now, and a later one that found some more. The
 * education specialist of the demonstration has said of some why they learn nowhere, a resident's child learns by now, and some municipalities have nobody responsible.
 */
export async function loadDemoInquiries(tx: Write, { today, recordedAt }: { today: IsoDate; recordedAt: Date }): Promise<void> {
  const specialist = await findUserByLogin(tx, 'izglitiba');
  const units = await listUnitsOn(tx, today);
  const ownId = specialist && (await actorOf(tx, specialist.id, today)).scopes.get(keepInquiries.name)?.unitIds[0];
  const own = units.find(({ unitId }) => unitId === ownId);
  if (!specialist || !own) return;
  const others = units.filter((unit) => unit !== own).filter((_, at) => at % 7 === 2);
  await appointSome(tx, units, own, specialist.id, today, recordedAt);
  const children = await registerChildren(tx, own, others, today, recordedAt);
  const ward = await wardOf(tx, today);
  const rows = children.map(({ code, given, family, bornOn, atvk }) => [code, given, family, readableDay(bornOn), atvk]);
  const wardRow = ward ? [[ward.code, ward.given, ward.family, readableDay(ward.bornOn), own.name]] : [];
  const wrong = [['410199-99999', 'Neviena', 'Neviens', '01.01.2015.', own.name], [String(rows[0]![0]), 'Alise', 'Klusā', '31.02.2015.', 'Nekurienes novads']];
  const found = rows.filter((_, at) => at % 3 !== 1);
  const by = (await findUserByLogin(tx, 'klasifikatori'))?.id ?? LOADER;
  const [first, second] = [addDays(today, -45), addDays(today, -10)];
  const one = await takeExtract(tx, first, [...found, ...wardRow, ...wrong], units, by, ward?.id ?? null);
  const two = await takeExtract(tx, second, [...rows, ...wardRow], units, by, null);
  if (one && two) await workOn(tx, own, specialist.id, today);
}

async function appointSome(tx: Write, units: readonly UnitVersion[], own: UnitVersion, specialistId: string, today: IsoDate, recordedAt: Date): Promise<void> {
  const by = { recordedAt, recordedBy: LOADER };
  await appoint(tx, own.unitId, specialistId, by);
  for (const { unitId } of units.filter((unit, at) => unit !== own && at % 7 !== 2)) {
    const [holder] = await listHolders(tx, keepInquiries.name, unitId, today);
    if (holder) await appoint(tx, unitId, holder.userId, by);
  }
}

/** Twelve in the municipality of the demonstration, the first two of them siblings, and one in some others. */
async function registerChildren(tx: Write, own: UnitVersion, others: readonly UnitVersion[], today: IsoDate, recordedAt: Date): Promise<MadeUpChild[]> {
  const [parent] = await listSomeAdults(tx, { from: isoDate('1975-01-01'), to: isoDate('1990-01-01') }, 1, today);
  const homes = [...NAMES.map(() => own), ...others];
  const children = homes.map(({ atvk }, at): MadeUpChild => {
    const [given, family] = NAMES[at % NAMES.length]!;
    const bornOn = isoDate(`${yearOf(today) - 7 - (at % 9)}-0${1 + (at % 9)}-1${at % 9}`);
    return { id: `01a0fffe-${String(at).padStart(4, '0')}-7000-8000-000000000001`, given, family, code: madeUpPersonCode(FIRST_CODE + at, bornOn), bornOn, sex: at % 2 === 0 ? 'female' : 'male', atvk, street: `Klusā iela ${at + 1}`, parentId: at < 2 && parent ? parent : null };
  });
  await registerMadeUpChildren(tx, children, recordedAt);
  return children;
}

/** The youngest child of the demonstration's resident, who learns. */
async function wardOf(tx: Read, today: IsoDate) {
  const user = await findUserByLogin(tx, 'iedzivotajs');
  const personId = user && (await actorOf(tx, user.id, today)).personId;
  const ward = personId ? (await listWards(tx, personId, today)).at(-1) : undefined;
  const learner = ward && (await findLearner(tx, ward.id, today));
  return learner?.code && learner.bornOn ? { id: learner.id, code: learner.code, given: learner.given, family: learner.family, bornOn: learner.bornOn } : undefined;
}

/** Takes and applies an extract as the program does, as of a day that has passed. */
async function takeExtract(tx: Write, asOf: IsoDate, rows: readonly (readonly string[])[], units: readonly UnitVersion[], recordedBy: string, missingThen: string | null): Promise<boolean> {
  const by = { recordedAt: instantInRiga(addDays(asOf, 2), '10:00:00'), recordedBy };
  const known = new Map(units.flatMap(({ atvk, name }) => [[atvk, atvk], [name, atvk]]));
  const lines: ExtractLine[] | null = readExtract([HEADER, ...rows], (words) => known.get(words));
  if (!lines) return false;
  const numbers = await schoolageParameters.on(tx, asOf);
  const id = await insertExtract(tx, { asOf, source: 'file', fileName: `pmlp-izraksts-${asOf}.csv`, contentHash: '' }, by);
  await insertLines(tx, id, lines);
  await recognise(tx, id, [numbers['from-age'][0]!, numbers['until-age'][0]!]);
  await judge(tx, id);
  if (missingThen) await pretendMissing(tx, id, missingThen);
  await carryOut(tx, id, numbers['due-days'][0]!, by);
  return (await advance(tx, id, 'judging', 'applying', by)) && advance(tx, id, 'applying', 'applied', by);
}

/** What the specialist has done: asked, heard, and said why, of one child of each kind of status that explains and some that do not. */
async function workOn(tx: Write, own: UnitVersion, specialistId: string, today: IsoDate): Promise<void> {
  const open = await listInquiries(tx, { state: 'open', group: null, unitId: own.unitId }, EVERYWHERE, { after: null, limit: STATED.length + 3 }, today);
  const kinds = new Map((await listStatusKinds(tx)).map((kind) => [kind.code, kind]));
  for (const [at, { status, comment, answer }] of STATED.entries()) {
    const inquiry: InquiryRow | undefined = open[at + 3];
    if (!inquiry) return;
    const by = { recordedAt: instantInRiga(addDays(today, at - 7), '11:00:00'), recordedBy: specialistId };
    await insertStep(tx, inquiry.id, { takenOn: addDays(today, at - 8), kind: 'request', body: 'VSAA reģionālā nodaļa', answer }, by);
    const { explains } = kinds.get(status)!;
    await writeStatus(tx, inquiry.id, { statusCode: status, comment, nextCheckOn: explains ? addDays(today, 180) : null, explains }, by);
  }
}

const STATED = [
  { status: 'left-country', comment: 'Vecmāmiņa apliecina, ka ģimene dzīvo Īrijā.', answer: 'Ģimenes pabalsts izbeigts, jo ģimene izbraukusi.' },
  { status: 'finding-out', comment: '', answer: '' },
  { status: 'preschool-in-family', comment: 'Vecāki pieteikuši sagatavošanu ģimenē.', answer: 'Nav ziņu.' },
  { status: 'moved', comment: 'Ģimene īrē dzīvokli citā pašvaldībā.', answer: 'Adrese pabalstam ir cita.' },
  { status: 'expelled', comment: 'Atskaitīts no tālmācības.', answer: '' },
] as const;
