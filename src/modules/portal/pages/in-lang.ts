import { type Lang, say } from '#kernel/text.js';
import type { View } from '#web/view.js';

/** The view of a page whose address says its language, whatever the browser chose before. */
export const inLang = (view: View, lang: Lang): View => ({ ...view, lang, t: (text) => say(text, lang) });
