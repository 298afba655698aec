import type { VNode } from 'preact';
import { readableDay } from '#kernel/iso-date.js';
import { fill, type Text } from '#kernel/text.js';
import { ButtonLink, ButtonRow } from '#ui/form/button.js';
import { Lead } from '#ui/lead.js';
import { Page } from '#ui/page.js';
import { SummaryList } from '#ui/summary-list.js';
import type { View } from '#web/view.js';
import type { ResultRow } from '../../actions/register.js';
import { certificateOf, FOR_GOOD, lastValidDay, ResultState, scoreOf } from '../result-cells.js';
import { titleOf, WORDS } from '../words.js';

/** A certificate as it is shown and printed: whose, of what, since when and until when. */
export function CertificatePage({ view, result }: { view: View; result: ResultRow }): VNode {
  const { lang, t, today } = view;
  const title = fill(TITLE, { number: certificateOf(result) });
  return (
    <Page {...view.frame} title={t(title)} breadcrumbs={[{ text: WORDS.training, href: '/training' }, { text: title }]}>
      <h1>{t(title)}</h1>
      <Lead>{t(fill(LEAD, { name: result.userName }))}</Lead>
      <SummaryList
        lang={lang}
        items={[
          { key: WORDS.name, value: result.userName },
          ...(result.place ? [{ key: WORDS.workplace, value: result.place }] : []),
          { key: WORDS.course, value: t(titleOf(result)) },
          { key: WORDS.takenOn, value: readableDay(result.takenOn) },
          { key: WORDS.result, value: scoreOf(view, result) },
          { key: WORDS.validTo, value: result.validTo ? readableDay(lastValidDay(result.validTo)) : t(FOR_GOOD) },
          { key: fill(STATE_ON, { day: readableDay(today) }), value: <ResultState view={view} result={result} /> },
        ]}
      />
      <p>{t(FROM_REGISTER)}</p>
      <ButtonRow>
        <ButtonLink href="/training" variant="secondary">
          {t(TO_TRAINING)}
        </ButtonLink>
      </ButtonRow>
      <p class="hint no-print">{t(HOW_TO_PRINT)}</p>
    </Page>
  );
}

const TITLE: Text = { lv: 'Apliecība {number}', en: 'Certificate {number}' };
const LEAD: Text = { lv: '{name}: mācību kurss nokārtots', en: '{name}: course of training passed' };
const STATE_ON: Text = { lv: 'Stāvoklis {day}', en: 'State on {day}' };
const FROM_REGISTER: Text = { lv: 'Izsniegta no platformas Vienkopus mācību reģistra; bez paraksta.', en: 'Issued from the register of training of the platform Vienkopus; not signed.' };
const TO_TRAINING: Text = { lv: 'Uz mācībām', en: 'To training' };
const HOW_TO_PRINT: Text = { lv: 'Lai izdrukātu vai saglabātu PDF datnē, izmantojiet pārlūka drukāšanu (Ctrl+P).', en: 'To print it or keep it as a PDF file, use the print command of the browser (Ctrl+P).' };
