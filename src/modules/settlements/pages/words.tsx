import type { VNode } from 'preact';
import { readableDay } from '#kernel/iso-date.js';
import { cents, readableMoney } from '#kernel/money.js';
import type { Text } from '#kernel/text.js';
import { StatusTag, type StatusTone } from '#ui/status-tag.js';
import { Tabs } from '#ui/tabs.js';
import type { View } from '#web/view.js';
import type { CountingPeriod } from '../domain/counting-period.js';
import type { StatementRow } from '../actions/statements.js';

export const PATH = '/settlements';

export const W = {
  settlements: { lv: 'Pašvaldību norēķini', en: 'Settlements of municipalities' },
  statements: { lv: 'Pārskati', en: 'Statements' },
  institutions: { lv: 'Iestādes un izmaksas', en: 'Institutions and costs' },
  rules: { lv: 'Noteikumi', en: 'Rules' },
  provider: { lv: 'Sniedzējs (saņem)', en: 'Provider (is paid)' },
  recipient: { lv: 'Saņēmējs (maksā)', en: 'Recipient (pays)' },
  period: { lv: 'Laiks', en: 'Time' },
  version: { lv: 'Redakcija', en: 'Version' },
  sum: { lv: 'Summa', en: 'Sum' },
  state: { lv: 'Stāvoklis', en: 'State' },
  prepared: { lv: 'Sagatavots', en: 'Prepared' },
  institution: { lv: 'Iestāde', en: 'Institution' },
  regNr: { lv: 'Reģistrācijas numurs', en: 'Registration number' },
  learners: { lv: 'Izglītojamie', en: 'Learners' },
  months: { lv: 'Mēneši', en: 'Months' },
  rate: { lv: 'Viena izglītojamā mēnesis', en: 'A month of a learner' },
  year: { lv: 'Gads', en: 'Year' },
  all: { lv: 'Visi', en: 'All' },
  counted: { lv: 'Skaitīšanas diena', en: 'Day of the count' },
  delta: { lv: 'izmaiņas', en: 'changes' },
} as const satisfies Record<string, Text>;

export const STATES: Readonly<Record<StatementRow['state'], { readonly text: Text; readonly tone: StatusTone }>> = {
  sent: { text: { lv: 'Jāsaskaņo', en: 'To be agreed' }, tone: 'info' },
  disputed: { text: { lv: 'Apstrīdēts', en: 'Disputed' }, tone: 'warning' },
  agreed: { text: { lv: 'Saskaņots', en: 'Agreed' }, tone: 'success' },
};

export const StateTag = ({ view, state }: { view: View; state: StatementRow['state'] }): VNode => <StatusTag tone={STATES[state].tone}>{view.t(STATES[state].text)}</StatusTag>;

export const money = ({ lang }: Pick<View, 'lang'>, sum: number): string => readableMoney(cents(sum), lang);
export const timeOf = ({ countedOn, through }: CountingPeriod): string => `${readableDay(countedOn)}–${readableDay(through)}`;
/** `1`, or `2 (changes)` for what came after the first. */
export const versionOf = ({ t }: Pick<View, 't'>, version: number): string => (version === 1 ? '1' : `${version} (${t(W.delta)})`);

export const Sides = ({ view }: { view: View }): VNode => (
  <Tabs
    lang={view.lang}
    label={W.settlements}
    items={([[PATH, W.statements], [`${PATH}/institutions`, W.institutions], [`${PATH}/rules`, W.rules]] as const).map(([href, text]) => ({ href, text, current: view.path === href }))}
  />
);
