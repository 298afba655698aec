import { invalid } from '#kernel/errors.js';
import { refuseFarAhead } from '#kernel/far-day.js';
import { type IsoDate, readableDay } from '#kernel/iso-date.js';
import { fill } from '#kernel/text.js';
import type { ActionContext } from '#platform/actions/action.js';
import type { InstitutionRow } from '../store/card.js';
import { type Fact, listFactsFrom } from '../store/endings.js';
import { BEFORE_FOUNDING, HISTORY_WORDS, RECORDED_LATER } from '../texts.js';

/** @throws InvalidInput for a day before founding, absurdly far ahead, or before something that is recorded already: that must be put right first. */
export async function checkClosingDay({ tx, today }: Pick<ActionContext, 'tx' | 'today'>, { id, foundedOn }: InstitutionRow, closedOn: IsoDate): Promise<void> {
  refuseFarAhead('closedOn', closedOn, today);
  if (closedOn <= foundedOn) throw invalid('closedOn', BEFORE_FOUNDING);
  const facts = await listFactsFrom(tx, id, closedOn);
  if (facts.length === 0) return;
  const listed = (lang: 'lv' | 'en') => facts.map((fact) => factWords(fact)[lang]).join(', ');
  throw invalid('closedOn', { lv: fill(RECORDED_LATER, { facts: listed('lv') }).lv, en: fill(RECORDED_LATER, { facts: listed('en') }).en });
}

const factWords = ({ history, day }: Fact) => {
  const { lv, en } = HISTORY_WORDS[history];
  return { lv: `${lv.toLowerCase()} (${readableDay(day)})`, en: `${en.toLowerCase()} (${readableDay(day)})` };
};
