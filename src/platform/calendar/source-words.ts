import type { Text } from '#kernel/text.js';

/** What stands at the address of a source, by its host: the act itself, or only a report of it that nobody compared with the act. */
export function sourceWords(source: string): Text {
  const host = new URL(source).hostname.replace(/^www\./, '');
  if (OFFICIAL.some((one) => host === one || host.endsWith(`.${one}`))) return ACT;
  if (PRESS_IN_RUSSIAN.includes(host)) return REPORT_IN_RUSSIAN;
  if (PRESS.includes(host)) return REPORT;
  return OTHERS.includes(host) ? OTHER_PAGE : PAGE;
}

const OFFICIAL = ['likumi.lv', 'vestnesis.lv', 'mk.gov.lv', 'saeima.lv'];
const PRESS = ['la.lv', 'nra.lv', 'apollo.lv', 'jauns.lv'];
const PRESS_IN_RUSSIAN = ['nasha.la.lv'];
const OTHERS = ['labadavana.lv', 'preili.lv'];

const ACT: Text = { lv: 'akta teksts', en: 'text of the act' };
const REPORT: Text = { lv: 'preses ziņa; pats akts nav pārbaudīts', en: 'press report; the act itself is not verified' };
const REPORT_IN_RUSSIAN: Text = { lv: 'preses ziņa krievu valodā; pats akts nav pārbaudīts', en: 'press report in Russian; the act itself is not verified' };
const OTHER_PAGE: Text = { lv: 'cita tīmekļa lapa; pats akts nav pārbaudīts', en: 'another web page; the act itself is not verified' };
const PAGE: Text = { lv: 'lapa tīmeklī', en: 'page on the web' };
