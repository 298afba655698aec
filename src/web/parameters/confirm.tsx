import type { VNode } from 'preact';
import { readableDay } from '#kernel/iso-date.js';
import { readablePeriod } from '#kernel/period.js';
import { fill, type Text } from '#kernel/text.js';
import type { ForeseenChange } from '#platform/parameters/parameter-actions.js';
import type { Held } from '#platform/parameters/timeline.js';
import { Button, ButtonLink, ButtonRow } from '#ui/form/button.js';
import { Form, HiddenFields } from '#ui/form/form.js';
import { Notice } from '#ui/notice.js';
import { Page } from '#ui/page.js';
import { SummaryList } from '#ui/summary-list.js';
import type { View } from '../view.js';
import type { ParameterPlace } from './routes.js';
import { inWords, W } from './words.js';

/** What is in force, what will be from which day, what it undoes and whom it touches; nothing is written until it is confirmed. */
export function ConfirmParameter({ view, at, foreseen }: { view: View; at: ParameterPlace; foreseen: ForeseenChange }): VNode {
  const { lang, t, today } = view;
  const { family, wanted, present, meanwhile, takenBack, touches, seen } = foreseen;
  const { name, numbers, from, basis, verified } = wanted;
  const parameter = family.of[name]!;
  const typed = { numbers: numbers.join(', '), from, basis, ...(verified && { verified: 'yes' }) };
  const atOnce = from === today;
  const withDays = (rows: readonly Held[]) => rows.map((row) => `${t(inWords(row.numbers, parameter))} (${readablePeriod({ from: row.validFrom, to: row.validTo }, lang)})`).join('; ');
  return (
    <Page {...view.frame} title={t(TITLE)} breadcrumbs={[...at.above, { text: at.title, href: at.path }, { text: parameter, href: `${at.path}/${name}` }, { text: TITLE }]}>
      <h1>{t(TITLE)}</h1>
      <SummaryList
        lang={lang}
        items={[
          { key: W.what, value: t(parameter) },
          { key: IS, value: present ? withDays([present]) : t(NOTHING) },
          ...(meanwhile.length > 0 ? [{ key: MEANWHILE, value: withDays(meanwhile) }] : []),
          { key: WILL_BE, value: t(inWords(numbers, parameter)) },
          { key: W.from, value: atOnce ? t(AT_ONCE) : readableDay(from) },
          { key: W.basis, value: <span lang="lv">{basis}</span> },
          ...(family.law ? [{ key: W.compared, value: t(verified ? YES : NO) }] : []),
          ...(takenBack.length > 0 ? [{ key: UNDONE, value: withDays(takenBack) }] : []),
          { key: TOUCHES, value: t(touches) },
        ]}
      />
      <Notice lang={lang} tone={atOnce ? 'warning' : 'info'} title={atOnce ? NOT_UNDONE : fill(CAN_BE_TAKEN_BACK, { day: readableDay(from) })} />
      <Form csrf={view.csrf} action={`${at.path}/${name}/confirm`}>
        <HiddenFields values={{ ...typed, seen }} />
        <ButtonRow>
          <Button>{t(CONFIRM)}</Button>
          <ButtonLink href={`${at.path}/${name}?${new URLSearchParams(typed)}`} variant="secondary">
            {t(EDIT)}
          </ButtonLink>
        </ButtonRow>
      </Form>
    </Page>
  );
}

const TITLE: Text = { lv: 'Apstipriniet maiņu', en: 'Confirm the change' };
const IS: Text = { lv: 'Tagad spēkā', en: 'In force now' };
const MEANWHILE: Text = { lv: 'Plānots līdz tam', en: 'Planned until then' };
const NOTHING: Text = { lv: 'nekas', en: 'nothing' };
const WILL_BE: Text = { lv: 'Būs', en: 'Will be' };
const AT_ONCE: Text = { lv: 'no šodienas, uzreiz', en: 'from today, at once' };
const YES: Text = { lv: 'jā', en: 'yes' };
const NO: Text = { lv: 'nē', en: 'no' };
const UNDONE: Text = { lv: 'Atceļ plānoto', en: 'Undoes what was planned' };
const TOUCHES: Text = { lv: 'Kuru tas skar', en: 'Whom it touches' };
const NOT_UNDONE: Text = { lv: 'Stāsies spēkā, tiklīdz apstiprināsiet. Atsaukt to vairs nevarēs, tikai noteikt citu vērtību.', en: 'It takes effect as soon as you confirm. It cannot be taken back then, only replaced by another value.' };
const CAN_BE_TAKEN_BACK: Text = { lv: 'Līdz {day} to var atsaukt.', en: 'It can be taken back before {day}' };
const CONFIRM: Text = { lv: 'Apstiprināt', en: 'Confirm' };
const EDIT: Text = { lv: 'Labot', en: 'Edit' };
