import type { VNode } from 'preact';
import type { Lang, Text } from '#kernel/text.js';
import type { View } from '#web/view.js';
import { type Block, blockWords } from '../../domain/promotion.js';
import type { Fate } from '../../domain/rollover.js';

export const FATE: Text = { lv: 'Lēmums', en: 'Decision' };
export const FATE_WORDS: Readonly<Record<Fate, Text>> = {
  promote: { lv: 'Pārceļ', en: 'Promoted' },
  repeat: { lv: 'Mācās atkārtoti', en: 'Repeats' },
  leave: { lv: 'Pabeidz', en: 'Finishes' },
  stay: { lv: 'Izlemj vēlāk', en: 'Decided later' },
};

/** A decision with the class it leads to. */
export const fateOf = ({ fate, toTitle }: { readonly fate: string; readonly toTitle: string | null }, lang: Lang): string => `${FATE_WORDS[fate as Fate][lang]}${toTitle ? ` → ${toTitle}` : ''}`;

/** What stands against promotion, or is still needed for the decision; a sentence each. */
export const Blocks = ({ view, line: { blocks } }: { view: View; line: { readonly blocks: readonly Block[] } }): VNode =>
  blocks.length === 0 ? <>–</> : <>{blocks.map((block) => <p key={block.words.lv}>{sentence(view.t(blockWords(block)))}</p>)}</>;

const sentence = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}${words.endsWith('.') ? '' : '.'}`;
