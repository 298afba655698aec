import { type Cents, cents, readableMoney } from '#kernel/money.js';
import type { Lang } from '#kernel/text.js';

const MONTHS_OF_A_YEAR = 12;

/** What a learner costs in a month: the year's included costs / learners / 12, rounded half up to a step; null where nobody was counted. */
export const rateOf = (included: number, learners: number, step: number): Cents | null => (learners === 0 ? null : cents(Math.round(included / (learners * MONTHS_OF_A_YEAR * step)) * step));

/** `120 000,00 € / 100 / 12 = 100,00 €` */
export const rateFormula = (included: number, learners: number, rate: number | null, lang: Lang): string =>
  `${readableMoney(cents(included), lang)} / ${learners} / ${MONTHS_OF_A_YEAR} = ${rate === null ? '–' : readableMoney(cents(rate), lang)}`;
