import type { Text } from '#kernel/text.js';

export const NO_RECORD_OF_ROW: Text = { lv: 'Ierakstu, uz kuru attiecas šī rinda, vairs nevar noteikt.', en: 'Which record this row is about can no longer be told.' };
export const NO_SUCH_BATCH: Text = { lv: 'Šādas datu paketes nav, vai tā nav jūsu pārziņā.', en: 'There is no such batch, or it is not in your charge.' };
