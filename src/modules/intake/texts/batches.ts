import type { Text } from '#kernel/text.js';

export const NO_SUCH_BATCH: Text = { lv: 'Šādas datu paketes nav, vai tā nav jūsu pārziņā.', en: 'There is no such batch, or it is not in your charge.' };
