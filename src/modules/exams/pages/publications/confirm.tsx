import type { VNode } from 'preact';
import { fill, type Text } from '#kernel/text.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { TextArea } from '#ui/form/text-area.js';
import { instant, number } from '#ui/format.js';
import { StatusTag } from '#ui/status-tag.js';
import { SummaryList } from '#ui/summary-list.js';
import type { Attempt } from '#web/page-route.js';
import type { View } from '#web/view.js';
import type { ToConfirm } from '../../actions/publish-results.js';
import { STAGE_WORDS, TERM_WORDS } from '../../domain/exam-words.js';
import { FormFrame } from '../frame.js';
import { PUBLICATIONS_PATH } from '../results/event.js';
import { W } from '../words.js';
import { CertificatesLine } from './certificates-line.js';

/** What somebody else has set, before one confirms it: what will be seen, what is missing, and why it is confirmed all the same. */
export function ConfirmPage({ view, attempt, back, toConfirm: { found, events, certificates } }: { view: View; attempt: Attempt; back: Text; toConfirm: ToConfirm }): VNode {
  const { t, lang } = view;
  const [takers, results] = [events.reduce((sum, one) => sum + one.takers, 0), events.reduce((sum, one) => sum + one.results, 0)];
  return (
    <FormFrame view={view} attempt={attempt} title={TITLE} lead={LEAD} back={[{ text: back, href: `${PUBLICATIONS_PATH}?year=${found.year}` }]} save={CONFIRM} danger={certificates.missing > 0}>
      <SummaryList
        lang={lang}
        items={[
          { key: OF, value: `${t(STAGE_WORDS[found.stage])}, ${t(TERM_WORDS[found.term])}` },
          { key: INSTANT, value: <strong>{instant(found.visibleFrom)}</strong> },
          { key: SET_BY, value: `${found.setBy}, ${instant(found.setAt)}` },
          { key: W.basis, value: <span lang="lv">{found.basis}</span> },
          { key: RESULTS, value: <>{t(fill(HOW_MANY, { exams: events.length, results: number(results, lang), takers: number(takers, lang) }))}{results < takers && <> <StatusTag tone="warning">{t(fill(MISSING, { n: number(takers - results, lang) }))}</StatusTag></>}</> },
        ]}
      />
      <CertificatesLine view={view} year={found.year} of={certificates} urgent />
      {certificates.missing > 0 && <TextArea {...fieldsOf({ lang, ...attempt })('whyUnsealed')} label={WHY} hint={WHY_HINT} rows={2} maxLength={500} />}
    </FormFrame>
  );
}

const TITLE: Text = { lv: 'Apstiprināt rezultātu paziņošanu', en: 'Confirm the publication of results' };
const LEAD: Text = { lv: 'Šajā brīdī rezultāti kļūst redzami paši; līdz tam paziņošanu var atsaukt, pēc tam vairs ne.', en: 'At this instant results become visible by themselves; until then it can be taken back, and no more after it.' };
const OF: Text = { lv: 'Kam', en: 'Of' };
const INSTANT: Text = { lv: 'Brīdis', en: 'Instant' };
const SET_BY: Text = { lv: 'Noteica', en: 'Set by' };
const RESULTS: Text = { lv: 'Rezultāti', en: 'Results' };
const HOW_MANY: Text = { lv: '{results} no {takers}, pārbaudījumi: {exams}', en: '{results} of {takers}, exams: {exams}' };
const MISSING: Text = { lv: 'Vēl nav {n} rezultātu', en: '{n} results are not there yet' };
const CONFIRM: Text = { lv: 'Apstiprināt', en: 'Confirm' };
const WHY: Text = { lv: 'Kāpēc rezultātus paziņo bez šiem sertifikātiem', en: 'Why results are published without these certificates' };
const WHY_HINT: Text = { lv: 'Labāk vispirms apzīmogojiet. Ja paziņošanu nevar atlikt, norādiet iemeslu; tas paliek pie paziņošanas.', en: 'Better seal them first. Where it cannot be put off, say why; it stays with the publication.' };
