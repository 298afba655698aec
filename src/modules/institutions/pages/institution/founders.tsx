import { Fragment, type VNode } from 'preact';
import { isoDate, readableDay } from '#kernel/iso-date.js';
import { overlap } from '#kernel/period.js';
import { fill, same, type Text } from '#kernel/text.js';
import { PeriodChart } from '#ui/chart/period-chart.js';
import { Timeline } from '#ui/timeline.js';
import type { View } from '#web/view.js';
import type { CardFounder } from '../../domain/card.js';
import { FOUNDER_REASON_WORDS, FOUNDER_ROLE_WORDS, FOUNDER_TYPE_WORDS } from '../words.js';
import { Correctable, type HistoryProps, periodOf } from './histories.js';

const REGISTER_BEGAN = isoDate('2009-07-01');

/** Founder and actual founder as two lines on one axis of time, and the acts behind them. */
export function Founders({ view, card, on, mayRecord }: HistoryProps): VNode {
  const { t, lang } = view;
  const end = card.institution.closedOn ?? view.today;
  const rowsOf = (role: CardFounder['role']) =>
    abreast(card.founders.filter((row) => row.role === role && (row.validTo === null || row.validTo > REGISTER_BEGAN))).map((founders) => ({
      label: FOUNDER_ROLE_WORDS[role],
      periods: founders.map((row, at) => ({ period: periodOf(row), label: same(row.name), tone: at % 2 === 0 ? ('series-1' as const) : ('series-2' as const) })),
    }));
  return (
    <>
      <h2>{t(FOUNDERS)}</h2>
      <PeriodChart lang={lang} title={CHART} from={REGISTER_BEGAN} to={end > REGISTER_BEGAN ? end : view.today} marker={{ day: on, label: MARKER }} rows={[...rowsOf('actual'), ...rowsOf('legal')]} />
      {beforeTheMap(card.founders).map((row) => (
        <p key={row.name}>
          {t(fill(BEFORE_MAP, { name: row.name, day: readableDay(row.beganOn!) }))}
        </p>
      ))}
      {FOUNDER_ROLES_SHOWN.map((role) => (
        <Fragment key={role}>
          <h3>{t(FOUNDER_ROLE_WORDS[role])}</h3>
          <Timeline
            lang={lang}
            on={on}
            entries={card.founders.filter((row) => row.role === role).map((row) => ({
              period: periodOf(row),
              title: nameOf(view, row),
              children: (
                <Correctable view={view} regNr={card.institution.regNr} mayRecord={mayRecord} history="founder" rowId={row.id} about={row.name}>
                  {`${t(FOUNDER_TYPE_WORDS[row.founderType])}; ${t(FOUNDER_REASON_WORDS[row.reason])}: ${row.basis}`}
                </Correctable>
              ),
            }))}
          />
        </Fragment>
      ))}
    </>
  );
}

/** As many lines as founders stand beside one another, so that no period hides another's. */
function abreast(founders: readonly CardFounder[]): CardFounder[][] {
  const lines: CardFounder[][] = [];
  for (const row of founders) {
    const line = lines.find((one) => one.every((other) => !overlap(periodOf(other), periodOf(row))));
    if (line) line.push(row);
    else lines.push([row]);
  }
  return lines;
}

/** Municipalities said to have founded before they stand on the map, each once. */
const beforeTheMap = (rows: readonly CardFounder[]): CardFounder[] => [...new Map(rows.filter((row) => row.beganOn && row.validFrom < row.beganOn).map((row) => [row.name, row])).values()];

const FOUNDER_ROLES_SHOWN = ['actual', 'legal'] as const;

/** The name of its own day, with today's in brackets where it differs. */
const nameOf = (view: View, row: CardFounder): string => (row.nameToday === row.name ? row.name : `${row.name} (${view.t(fill(TODAY, { name: row.nameToday }))})`);

const FOUNDERS: Text = { lv: 'Dibinātāji', en: 'Founders' };
const CHART: Text = { lv: 'Dibinātājs un faktiskais dibinātājs laikā', en: 'Founder and actual founder over time' };
const MARKER: Text = { lv: 'Izvēlētā diena', en: 'The chosen day' };
const BEFORE_MAP: Text = {
  lv: '{name} kartē ir no {day}; par agrāku laiku ar to domāta pašvaldība, kuras teritorijā iestāde ir no šīs dienas.',
  en: '{name} is on the map from {day}; for earlier time it stands for the municipality in whose territory the institution lies from that day.',
};
const TODAY: Text = { lv: 'tagad {name}', en: 'now {name}' };
