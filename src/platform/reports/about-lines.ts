import { dayInRiga, rigaOffset } from '#kernel/clock.js';
import { readableDay } from '#kernel/iso-date.js';
import type { Text } from '#kernel/text.js';
import type { AboutLine } from '../spreadsheets/spreadsheet.js';
import type { ReportContext, ReportKind } from './report-kind.js';
import type { ReportRequest } from './report-request.js';

/** What a report says about itself: the moment of its data, what the module adds (territory edition, filters), who asked and when. */
export async function aboutLines(kind: ReportKind, request: ReportRequest, context: ReportContext, input: never): Promise<AboutLine[]> {
  const { lang, dataMoment, askedByName, askedAt } = request;
  return [
    { label: WORDS.moment[lang], value: readableInstant(dataMoment!) },
    ...(await kind.about(context, input, lang)),
    { label: WORDS.asker[lang], value: askedByName },
    { label: WORDS.asked[lang], value: readableInstant(askedAt) },
  ];
}

/** `21.11.2026. 14:05` on Riga's clocks. */
const readableInstant = (at: Date) => `${readableDay(dayInRiga(at))} ${new Date(at.getTime() + rigaOffset(at)).toISOString().slice(11, 16)}`;

const WORDS = {
  moment: { lv: 'Datu brīdis', en: 'Data as of' },
  asker: { lv: 'Pieprasīja', en: 'Asked for by' },
  asked: { lv: 'Pieprasīts', en: 'Asked for' },
} as const satisfies Record<string, Text>;
