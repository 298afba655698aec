import type { VNode } from 'preact';
import { lastDay } from '#kernel/period.js';
import type { Text } from '#kernel/text.js';
import { type Announcement, ANNOUNCEMENT_KINDS } from '#platform/announcements/announcements.js';
import { Button, ButtonLink, ButtonRow } from '#ui/form/button.js';
import { DateField } from '#ui/form/date-field.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { Form } from '#ui/form/form.js';
import { Radios } from '#ui/form/radios.js';
import { SelectField } from '#ui/form/select-field.js';
import { TextArea } from '#ui/form/text-area.js';
import { TextField } from '#ui/form/text-field.js';
import { Lead } from '#ui/lead.js';
import { Page } from '#ui/page.js';
import type { Attempt } from '#web/page-route.js';
import type { View } from '#web/view.js';
import { KINDS } from './announcement.js';

export interface AnnouncementFormProps {
  readonly view: View;
  readonly attempt: Attempt;
  readonly modules: readonly { readonly name: string; readonly title: Text }[];
  /** What is to be put right; a new one when absent. */
  readonly recorded?: Announcement;
}

/** Writes what everyone will be told, in both languages. */
export function AnnouncementFormPage({ view, attempt, modules, recorded }: AnnouncementFormProps): VNode {
  const { lang, t } = view;
  const field = fieldsOf({ lang, ...attempt });
  const title = recorded ? WORDS.correcting : WORDS.title;
  const through = recorded && lastDay({ from: recorded.validFrom, to: recorded.validTo });
  return (
    <Page {...view.frame} title={t(title)} breadcrumbs={[{ href: '/announcements', text: WORDS.all }, { text: title }]}>
      <ErrorSummary lang={lang} errors={attempt.errors} />
      <h1>{t(title)}</h1>
      {recorded && <Lead>{t(WORDS.correctingLead)}</Lead>}
      <Form csrf={view.csrf}>
        <Radios {...field('kind', recorded?.kind ?? 'news')} label={WORDS.kind} options={ANNOUNCEMENT_KINDS.map((value) => ({ value, label: KINDS[value] }))} />
        <SelectField {...field('module', recorded?.module ?? '')} label={WORDS.module} emptyOption={WORDS.wholeProgram} options={modules.map(({ name, title }) => ({ value: name, label: title }))} />
        <TextField {...field('titleLv', recorded?.titleLv ?? '')} label={WORDS.titleLv} width="full" maxLength={200} />
        <TextArea {...field('bodyLv', recorded?.bodyLv ?? '')} label={WORDS.bodyLv} maxLength={4_000} />
        <TextField {...field('titleEn', recorded?.titleEn ?? '')} label={WORDS.titleEn} width="full" maxLength={200} />
        <TextArea {...field('bodyEn', recorded?.bodyEn ?? '')} label={WORDS.bodyEn} maxLength={4_000} />
        <DateField {...field('from', recorded?.validFrom ?? view.today)} label={WORDS.from} />
        <DateField {...field('through', through ?? '')} label={WORDS.through} hint={WORDS.throughHint} optional />
        <ButtonRow>
          <Button>{t(recorded ? WORDS.save : WORDS.publish)}</Button>
          <ButtonLink href="/announcements" variant="quiet">
            {t(WORDS.cancel)}
          </ButtonLink>
        </ButtonRow>
      </Form>
    </Page>
  );
}

const WORDS = {
  title: { lv: 'Jauns ieraksts jaunumos', en: 'New announcement' },
  correcting: { lv: 'Jaunuma labošana', en: 'Correcting an announcement' },
  correctingLead: { lv: 'Labotais ieraksts stājas līdzšinējā vietā. Līdzšinējais paliek sarakstā kā labots.', en: 'The corrected announcement takes the place of this one, which stays in the list as corrected.' },
  save: { lv: 'Saglabāt labojumu', en: 'Save the correction' },
  all: { lv: 'Jaunumi', en: 'Announcements' },
  kind: { lv: 'Veids', en: 'Kind' },
  module: { lv: 'Uz ko attiecas', en: 'What it is about' },
  wholeProgram: { lv: 'Visa programma', en: 'The whole program' },
  titleLv: { lv: 'Virsraksts latviski', en: 'Title in Latvian' },
  bodyLv: { lv: 'Teksts latviski', en: 'Text in Latvian' },
  titleEn: { lv: 'Virsraksts angliski', en: 'Title in English' },
  bodyEn: { lv: 'Teksts angliski', en: 'Text in English' },
  from: { lv: 'Rādīt no', en: 'Shown from' },
  through: { lv: 'Rādīt līdz (ieskaitot)', en: 'Shown through' },
  throughHint: { lv: 'Pēdējā diena, kad ieraksts redzams sākumlapā. Tukšs – bez termiņa.', en: 'The last day it stands on the start page. Empty: no end.' },
  publish: { lv: 'Publicēt', en: 'Publish' },
  cancel: { lv: 'Atcelt', en: 'Cancel' },
} as const satisfies Record<string, Text>;
