import type { VNode } from 'preact';
import { readablePeriod } from '#kernel/period.js';
import { fill, type Text } from '#kernel/text.js';
import { instant, number } from '#ui/format.js';
import { ButtonLink, ButtonRow } from '#ui/form/button.js';
import { PostButton } from '#ui/form/post-button.js';
import { Notice } from '#ui/notice.js';
import { Page } from '#ui/page.js';
import { SummaryList } from '#ui/summary-list.js';
import type { View } from '#web/view.js';
import type { ShownForm } from '../../actions/forms.js';
import { STAGE_WORDS } from '../../domain/form.js';
import { byWhom, CERTIFICATES, formPath, FORMS, W } from '../words.js';
import { ConfirmedTag } from './list.js';
import { FIELDS } from './words.js';

/** One form: its words, who wrote and confirmed it, its page with made-up words. */
export function FormCard({ view, shown: { form, mayConfirm, mayTakeBack, others } }: { view: View; shown: ShownForm }): VNode {
  const { lang, t } = view;
  const title = `${t(STAGE_WORDS[form.stage])}, ${readablePeriod({ from: form.validFrom, to: form.validTo }, lang)}`;
  const words = (text: string) => <span lang="lv">{text}</span>;
  const lines = (texts: readonly string[]) => <span lang="lv">{texts.map((one, at) => <>{at > 0 && <br />}{one}</>)}</span>;
  return (
    <Page {...view.frame} title={title} breadcrumbs={[{ text: W.certificates, href: CERTIFICATES }, { text: W.forms, href: FORMS }, { text: title }]}>
      <h1>{title}</h1>
      {!form.verified && <Notice lang={lang} tone="warning" title={UNCONFIRMED}><p>{t(mayConfirm ? COMPARE : others && others.length > 0 ? fill(ANOTHER, { names: others.join(', ') }) : NOBODY_ELSE)}</p></Notice>}
      <SummaryList
        lang={lang}
        items={[
          { key: FIELDS.issuer, value: words(form.issuer) },
          { key: FIELDS.title, value: words(form.title) },
          { key: FIELDS.statements, value: lines(form.statements) },
          { key: FIELDS.outcome, value: words(form.outcome) },
          { key: HEADS, value: words(form.partHeads.join(' | ')) },
          { key: FIELDS.place, value: words(form.place) },
          { key: FIELDS.attestation, value: words(form.attestation) },
          { key: FIELDS.notices, value: form.notices.length > 0 ? lines(form.notices) : '–' },
          { key: FIELDS.legalBasis, value: words(form.legalBasis) },
          { key: USED, value: number(form.used, lang) },
          { key: WRITTEN, value: `${instant(form.recordedAt)}, ${byWhom(form.recordedByName, lang)}` },
          { key: CONFIRMED, value: <><ConfirmedTag view={view} form={form} />{form.confirmedAt && ` ${instant(form.confirmedAt)}, ${form.confirmedByName ?? ''}`}</> },
        ]}
      />
      <ButtonRow>
        <ButtonLink href={formPath(form.id, '/preview')} variant="secondary">{t(PREVIEW)}</ButtonLink>
        {mayConfirm && <PostButton action={formPath(form.id, '/confirm')} csrf={view.csrf} variant="primary">{t(CONFIRM)}</PostButton>}
        {mayTakeBack && <PostButton action={formPath(form.id, '/take-back')} csrf={view.csrf} variant="danger">{t(TAKE_BACK)}</PostButton>}
      </ButtonRow>
    </Page>
  );
}

const HEADS: Text = { lv: 'Tabulas virsraksti', en: 'Heads of the table' };
const USED: Text = { lv: 'Sertifikāti pēc tās', en: 'Certificates made by it' };
const WRITTEN: Text = { lv: 'Izveidota', en: 'Made' };
const CONFIRMED: Text = { lv: 'Apstiprināta', en: 'Confirmed' };
const UNCONFIRMED: Text = { lv: 'Veidlapa nav apstiprināta', en: 'The form is not confirmed' };
const COMPARE: Text = { lv: 'Salīdziniet tekstu ar tiesību aktu un apskatiet lapu. Ja viss atbilst, apstipriniet.', en: 'Compare the words with the act and look at the page. If all of it agrees, confirm.' };
const ANOTHER: Text = { lv: 'To apstiprina kāds cits, ne tas, kas izveidojis. To var izdarīt: {names}. Zīmogot pēc tās var arī tagad.', en: 'Somebody else confirms it than whoever made it. These can: {names}. Certificates can be sealed by it even now.' };
const NOBODY_ELSE: Text = {
  lv: 'To apstiprina kāds cits, ne tas, kas izveidojis, bet nevienam citam šobrīd nav šādu tiesību. Lūdziet tās piešķirt tiesību administratoram. Zīmogot pēc tās var arī tagad.',
  en: 'Somebody else confirms it than whoever made it, but nobody else has the right now. Ask the rights administrator to give it. Certificates can be sealed by it even now.',
};
const PREVIEW: Text = { lv: 'Lapa ar izdomātiem vārdiem (PDF)', en: 'Page with made-up words (PDF)' };
const CONFIRM: Text = { lv: 'Apstiprināt', en: 'Confirm' };
const TAKE_BACK: Text = { lv: 'Atsaukt plānoto', en: 'Take the planned one back' };
