import { Forbidden, NotFound } from '#kernel/errors.js';
import { type Actor, isNowhere, NOWHERE, type Scope } from '../actions/actor.js';
import { scopeOf } from '../actions/permission.js';
import type { ReportKind } from './report-kind.js';
import type { ReportRequest, StoredScope } from './report-request.js';

/** The kinds of report an actor may ask for. */
export const kindsFor = (actor: Actor, kinds: readonly ReportKind[]): ReportKind[] => kinds.filter((kind) => !isNowhere(scopeOf(actor, kind.permission)));

/** Where an actor holds the second right of a kind; null where it has none, or they hold it nowhere. */
export function moreScopeOf(actor: Actor, { more }: ReportKind): Scope | null {
  const scope = more ? scopeOf(actor, more.permission) : NOWHERE;
  return isNowhere(scope) ? null : scope;
}

/** A kind the actor may ask for, by its name. @throws NotFound, Forbidden */
export function getKindFor(actor: Actor, kinds: readonly ReportKind[], name: string): ReportKind {
  const kind = kinds.find((one) => one.name === name);
  if (!kind) throw new NotFound('no-such-report', NO_SUCH_REPORT);
  if (isNowhere(scopeOf(actor, kind.permission))) throw new Forbidden('no-right', NO_RIGHT, { permission: kind.permission.name });
  return kind;
}

/**
 * Whether somebody may fetch a finished file now: its asker alone, whose rights still reach as far as those it was made
 * with. @throws NotFound, Forbidden
 */
export function refuseUnlessTheirs(actor: Actor, kinds: readonly ReportKind[], request: ReportRequest | undefined): asserts request is ReportRequest {
  if (!request || request.askedBy !== actor.id) throw new NotFound('no-such-report', NO_SUCH_REPORT);
  const kind = getKindFor(actor, kinds, request.kind);
  const lost = request.moreScope !== null && (!kind.more || !covers(scopeOf(actor, kind.more.permission), request.moreScope));
  if (lost || !covers(scopeOf(actor, kind.permission), request.scope)) throw new Forbidden('rights-have-shrunk', RIGHTS_HAVE_SHRUNK);
}

const covers = (now: Scope, then: StoredScope): boolean =>
  now.everywhere ||
  (!then.everywhere && isSubset(then.unitIds, now.unitIds) && isSubset(then.institutionIds, now.institutionIds));

const isSubset = <T>(part: readonly T[], whole: readonly T[]) => part.every((one) => whole.includes(one));

const NO_SUCH_REPORT = { lv: 'Šāda pārskata nav.', en: 'There is no such report.' };
const NO_RIGHT = { lv: 'Jums nav tiesību uz šo pārskatu. Tiesības var pieprasīt sadaļā “Manas tiesības”.', en: 'You have no right to this report. Rights can be requested under “My rights”.' };
const RIGHTS_HAVE_SHRUNK = {
  lv: 'Jūsu tiesības kopš pārskata pieprasīšanas ir sašaurinājušās, tāpēc šo datni vairs nevar saņemt. Pieprasiet pārskatu no jauna.',
  en: 'Your rights have shrunk since you asked for this report, so its file can no longer be fetched. Ask for the report anew.',
};
