import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { Tabs } from '#ui/tabs.js';
import { hrefWith, type View } from '#web/view.js';
import { type Tab, TABS } from '../../actions/view-sittings.js';
import { seeResults } from '../../permissions.js';
import { holds } from '../frame.js';
import { SITTINGS } from '../sittings/page.js';

export const sittingPath = (id: string, more = ''): string => `${SITTINGS}/sittings/${id}${more}`;

interface SittingTabsProps {
  readonly view: View;
  readonly id: string;
  readonly current: Tab | 'results';
  readonly countOf?: ((tab: Tab) => number) | undefined;
}

/** The sides of a sitting; its results for whoever may see any. The chosen reason goes along. */
export function SittingTabs({ view, id, current, countOf }: SittingTabsProps): VNode {
  const reason = view.query['reason'];
  const query = reason ? { reason } : {};
  const sides = TABS.map((tab) => ({ href: hrefWith({ path: sittingPath(id), query }, { tab: tab === 'registered' ? '' : tab }), text: TAB_WORDS[tab], current: tab === current, ...(countOf && { count: countOf(tab) }) }));
  const results = holds(view, seeResults) ? [{ href: hrefWith({ path: sittingPath(id, '/results'), query }, {}), text: RESULTS, current: current === 'results' }] : [];
  return <Tabs lang={view.lang} label={SIDES} items={[...sides, ...results]} />;
}

const SIDES: Text = { lv: 'Norises puses', en: 'Sides of the sitting' };
export const RESULTS: Text = { lv: 'Rezultāti', en: 'Results' };
export const TAB_WORDS: Readonly<Record<Tab, Text>> = {
  registered: { lv: 'Reģistrētie', en: 'Registered' },
  applied: { lv: 'Pieteiktie', en: 'Applied' },
  exempt: { lv: 'Atbrīvotie', en: 'Exempt' },
  replaced: { lv: 'Ar starptautisko sertifikātu', en: 'With an international document' },
  takers: { lv: 'Kārtotāji', en: 'Candidates' },
  rooms: { lv: 'Sadalījums telpās', en: 'Seating' },
};
