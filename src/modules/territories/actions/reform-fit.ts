import { Conflict } from '#kernel/errors.js';
import { fill, type Text } from '#kernel/text.js';
import type { Read } from '#platform/db/transaction.js';
import { checkComingReform } from '../domain/reform-check.js';
import { enact, type TerritorialHistory } from '../domain/unit.js';
import { listReforms, type ReformRow } from '../store/reforms.js';
import { type DefinedReform, historyOf, listDefinitions } from './history.js';
import { getReform } from './reform-in-motion.js';

/**
 * What keeps a recorded reform from taking place: other reforms may have changed the map since it was written down, or are
 * prepared to. A sentence each; empty where it fits, and of a reform that is applied or cancelled.
 */
export async function misfitsOf(tx: Read, reformId: string): Promise<Text[]> {
  const reform = await getReform(tx, reformId);
  if (!isOpen(reform)) return [];
  return misfitsAmong(reformId, await listDefinitions(tx, (await listReforms(tx)).filter((one) => one.id === reformId || one.state === 'prepared')), await historyOf(tx));
}

/** Which of all recorded reforms ({@link listReforms}), prepared or not, do not fit the map as it is known now. */
export async function listMisfitting(tx: Read, all: readonly ReformRow[]): Promise<string[]> {
  const open = await listDefinitions(tx, all.filter(isOpen));
  if (open.length === 0) return [];
  const history = await historyOf(tx);
  return open.map(({ reform }) => reform.id).filter((id) => misfitsAmong(id, open, history).length > 0);
}

const isOpen = ({ state }: ReformRow): boolean => state === 'draft' || state === 'prepared';

function misfitsAmong(reformId: string, open: readonly DefinedReform[], history: TerritorialHistory): Text[] {
  const { reform, definition: own } = open.find((one) => one.reform.id === reformId)!;
  const others = open.filter((one) => one.reform.state === 'prepared' && one.reform.id !== reformId).toReversed();
  let without = history;
  for (const one of others) if (one.reform.effective < reform.effective) without = enact(without, one.definition);

  const faults = [...checkComingReform(own, without).map(({ text }) => text), ...others.filter((one) => one.reform.effective === reform.effective).map((one) => fill(SAME_DAY, titleOf(one.reform)))];
  if (faults.length > 0) return faults;
  let withIt = enact(without, own);
  for (const { reform: later, definition } of others.filter((one) => one.reform.effective > reform.effective)) {
    if (checkComingReform(definition, without).length === 0 && checkComingReform(definition, withIt).length > 0) faults.push(fill(LATER_BROKEN, titleOf(later)));
    [without, withIt] = [enact(without, definition), enact(withIt, definition)];
  }
  return faults;
}

/** @throws Conflict with every sentence of {@link misfitsOf}, where there is any. */
export async function refuseMisfit(tx: Read, reformId: string): Promise<void> {
  const misfits = await misfitsOf(tx, reformId);
  if (misfits.length === 0) return;
  const all = (lang: 'lv' | 'en') => misfits.map((text) => text[lang]).join(' ');
  throw new Conflict('reform-does-not-fit', notOnThisMap(all('lv'), all('en')), { faults: misfits.map(({ en }) => en) });
}

const titleOf = ({ titleLv, titleEn }: ReformRow) => ({ lv: titleLv, en: titleEn });

const SAME_DAY = {
  lv: 'Tajā pašā dienā ir sagatavota cita reforma: {lv}. Vienai dienai ir viena karte, tāpēc pierakstiet abas kā vienu reformu.',
  en: 'Another reform is prepared for the same day: {en}. A day has one map, so record both as one reform.',
};
const LATER_BROKEN = {
  lv: 'Pēc šīs reformas vairs nevarētu notikt jau sagatavotā reforma: {lv}. Vispirms izlemiet, kura no tām notiks.',
  en: 'After this reform, one that is prepared already could no longer take place: {en}. Decide first which of them takes place.',
};
const notOnThisMap = (lv: string, en: string): Text => ({
  lv: `Šādu reformu pašreizējā kartē nevar īstenot. ${lv} Atceliet reformu un, ja tā vajadzīga, pierakstiet to no jauna.`,
  en: `Such a reform cannot take place on the present map. ${en} Cancel the reform and, if it is needed, record it anew.`,
});
