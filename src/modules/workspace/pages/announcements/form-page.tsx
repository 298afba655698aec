import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { ANNOUNCEMENT_KINDS } from '#platform/announcements/announcements.js';
import { Button, ButtonLink, ButtonRow } from '#ui/form/button.js';
import { DateField } from '#ui/form/date-field.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { Form } from '#ui/form/form.js';
import { Radios } from '#ui/form/radios.js';
import { SelectField } from '#ui/form/select-field.js';
import { TextArea } from '#ui/form/text-area.js';
import { TextField } from '#ui/form/text-field.js';
import { Page } from '#ui/page.js';
import type { Attempt } from '#web/page-route.js';
import type { View } from '#web/view.js';
import { KINDS } from './announcement.js';

export interface AnnouncementFormProps {
  readonly view: View;
  readonly attempt: Attempt;
  readonly modules: readonly { readonly name: string; readonly title: Text }[];
}

/** Writes what everyone will be told, in both languages. */
export function AnnouncementFormPage({ view, attempt, modules }: AnnouncementFormProps): VNode {
  const { lang, t } = view;
  const field = fieldsOf({ lang, ...attempt });
  return (
    <Page {...view.frame} title={t(WORDS.title)} breadcrumbs={[{ href: '/announcements', text: WORDS.all }]}>
      <ErrorSummary lang={lang} errors={attempt.errors} />
      <h1>{t(WORDS.title)}</h1>
      <Form csrf={view.csrf} action="/announcements/new">
        <Radios {...field('kind', 'news')} label={WORDS.kind} options={ANNOUNCEMENT_KINDS.map((value) => ({ value, label: KINDS[value] }))} />
        <SelectField {...field('module')} label={WORDS.module} emptyOption={WORDS.wholeProgram} options={modules.map(({ name, title }) => ({ value: name, label: title }))} />
        <TextField {...field('titleLv')} label={WORDS.titleLv} width="full" maxLength={200} />
        <TextArea {...field('bodyLv')} label={WORDS.bodyLv} maxLength={4_000} />
        <TextField {...field('titleEn')} label={WORDS.titleEn} width="full" maxLength={200} />
        <TextArea {...field('bodyEn')} label={WORDS.bodyEn} maxLength={4_000} />
        <DateField {...field('from', view.today)} label={WORDS.from} />
        <DateField {...field('through')} label={WORDS.through} hint={WORDS.throughHint} optional />
        <ButtonRow>
          <Button>{t(WORDS.publish)}</Button>
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
