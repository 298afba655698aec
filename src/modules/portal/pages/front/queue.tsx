import type { VNode } from 'preact';
import { ZONE } from '#kernel/clock.js';
import { fill, type Text } from '#kernel/text.js';
import { counted, number } from '#ui/format.js';
import type { View } from '#web/view.js';
import type { Turn } from '../../actions/ask-turn.js';
import { PortalPage } from '../frame.js';

const clockTime = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });

/** A place in the queue; the browser asks again by itself, and a link does so without waiting. */
export function QueuePage({ view, turn, href }: { view: View; turn: Extract<Turn, { kind: 'wait' }>; href: string }): VNode {
  const { lang, t } = view;
  return (
    <PortalPage view={view} lang={lang} title={TITLE} otherHref={view.frame.langHref}>
      <h1>{t(TITLE)}</h1>
      <div class="card">
        <p>{t(BEFORE)}</p>
        <p class="big">{number(turn.before, lang)}</p>
        <p>{t(fill(YOUR_TURN, { time: clockTime.format(turn.turnAt), wait: counted(turn.seconds, SECONDS, lang) }))}</p>
      </div>
      <p>{t(BY_ITSELF)}</p>
      <p>{t(KEPT)}</p>
      <p>
        <a class="button plain" href={href}>{t(CHECK)}</a>
      </p>
    </PortalPage>
  );
}

const TITLE: Text = { lv: 'Jūs esat rindā', en: 'You are in the queue' };
const BEFORE: Text = { lv: 'Jūsu priekšā:', en: 'Before you:' };
const SECONDS = { lv: ['sekundes', 'sekundēm'], en: ['second', 'seconds'] } as const;
const YOUR_TURN: Text = { lv: 'Jūsu kārta: plkst. {time}, pēc {wait}.', en: 'Your turn: at {time}, in {wait}.' };
const BY_ITSELF: Text = { lv: 'Lapa turpinās pati. Atkārtota atvēršana neko nepaātrina un vietu neatņem.', en: 'The page goes on by itself. Opening it again neither speeds anything up nor loses your place.' };
const KEPT: Text = { lv: 'Vietu glabā šis pārlūks. Rezultāti nekur nepazudīs: tos var apskatīt arī vēlāk.', en: 'This browser keeps your place. The results will not go away: they can be seen later too.' };
const CHECK: Text = { lv: 'Pārbaudīt tagad', en: 'Check now' };
