import { listReformUnits, listSuccessionsOfReform, listUnitsOn } from '#modules/territories/public.js';
import { addDays, type IsoDate, readableDay } from '#kernel/iso-date.js';
import { fill, type Text } from '#kernel/text.js';
import type { StartNotice, ToldAtStart } from '#platform/actions/start-notice.js';
import type { Read } from '#platform/db/transaction.js';
import { listLostByReform, type LostRow } from '../store/lost-by-reform.js';

/** Whose right a reform has ended is told which, when, and where to ask for it now. */
export const tellLostByReform: StartNotice = async ({ tx, actor, today }) =>
  actor.id === null ? [] : Promise.all((await listLostByReform(tx, actor.id, today)).map((lost) => told(tx, lost, today)));

async function told(tx: Read, { id, roleCode, roleLv, roleEn, unitId, place, day, reformId, asked }: LostRow, today: IsoDate): Promise<ToldAtStart> {
  const successors = await successorsOf(tx, reformId, unitId, day);
  const words = { roleLv, roleEn, place, day: readableDay(day), successors: successors.map(({ name }) => `“${name}”`).join(', ') };
  const [only] = successors;
  const unit = successors.length === 1 ? (await listUnitsOn(tx, today)).find(({ atvk }) => atvk === only!.atvk) : undefined;
  const wish = new URLSearchParams({ roleCode, ...(unit && { place: `unit:${unit.unitId}` }) });
  return {
    key: id,
    title: fill(TITLE, words),
    text: fill(asked ? ASKED : successors.length === 1 ? PASSED : successors.length > 1 ? DIVIDED : CEASED, words),
    todo: asked ? { text: LOOK, href: '/my/rights' } : { text: ASK, href: `/my/rights/request?${wish.toString()}` },
  };
}

/** The municipalities that came in the place of a body by a reform. */
async function successorsOf(tx: Read, reformId: string, unitId: number, day: IsoDate) {
  const before = (await listUnitsOn(tx, addDays(day, -1))).find((unit) => unit.unitId === unitId);
  const codes = new Set((await listSuccessionsOfReform(tx, reformId)).filter(({ fromAtvk }) => fromAtvk === before?.atvk).map(({ toAtvk }) => toAtvk));
  return (await listReformUnits(tx, reformId)).filter(({ atvk }) => codes.has(atvk));
}

const TITLE: Text = { lv: 'Reforma izbeidza jūsu tiesības “{roleLv}”', en: 'A reform has ended your right “{roleEn}”' };
const PASSED: Text = {
  lv: 'Pašvaldības “{place}” kopš {day} vairs nav, un tiesības tajā beidzās pašas. Tās vietā ir {successors}: ja tur strādājat, pieprasiet tiesības tajā.',
  en: '“{place}” has been no municipality since {day}, and rights in it ended by themselves. In its place stands {successors}: if you work there, ask for the right there.',
};
const DIVIDED: Text = {
  lv: 'Pašvaldība “{place}” {day} tika sadalīta, un tiesības tajā beidzās pašas. Tās vietā ir {successors}: pieprasiet tiesības tajā, kur strādājat.',
  en: '“{place}” was divided on {day}, and rights in it ended by themselves. In its place stand {successors}: ask for the right where you work.',
};
const CEASED: Text = { lv: 'Pašvaldības “{place}” kopš {day} vairs nav, un tiesības tajā beidzās pašas. Pieprasiet tās tur, kur strādājat tagad.', en: '“{place}” has been no municipality since {day}, and rights in it ended by themselves. Ask for them where you work now.' };
const ASKED: Text = { lv: 'Pašvaldības “{place}” kopš {day} vairs nav, un tiesības tajā beidzās pašas. Jūsu jaunais pieprasījums gaida lēmumu.', en: '“{place}” has been no municipality since {day}, and rights in it ended by themselves. Your new request waits for a decision.' };
const ASK: Text = { lv: 'Pieprasīt tiesības', en: 'Request the right' };
const LOOK: Text = { lv: 'Mani pieprasījumi', en: 'My requests' };
