import type { VNode } from 'preact';
import { writtenPlace } from '#modules/access/public.js';
import { dayInRiga } from '#kernel/clock.js';
import type { Text } from '#kernel/text.js';
import { Button, ButtonRow } from '#ui/form/button.js';
import { DateField } from '#ui/form/date-field.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { Fieldset } from '#ui/form/fieldset.js';
import { Form } from '#ui/form/form.js';
import { SelectField } from '#ui/form/select-field.js';
import { TextArea } from '#ui/form/text-area.js';
import { TextField } from '#ui/form/text-field.js';
import { instant } from '#ui/format.js';
import { Page } from '#ui/page.js';
import type { Attempt } from '#web/page-route.js';
import type { View } from '#web/view.js';
import type { RemoteForm } from '../../actions/remote-courses.js';
import { titleOf, WORDS } from '../words.js';
import { APPLY_UNTIL, EDIT, NEW, ONLINE, ORGANISER, THE_STATE } from './list-page.js';

export function RemoteEditPage({ view, attempt, form: { remote, courses, places, everywhere } }: { view: View; attempt: Attempt; form: RemoteForm }): VNode {
  const { lang, t } = view;
  const field = fieldsOf({ lang, ...attempt });
  const title = remote ? EDIT : NEW;
  const organisers = [...(everywhere ? [{ value: 'country', label: THE_STATE }] : []), ...places.map(({ place, name }) => ({ value: writtenPlace(place), label: name }))];
  const crumbs = remote ? [{ text: titleOf(remote), href: `/training/remote/${remote.id}` }] : [];
  return (
    <Page {...view.frame} title={t(title)} breadcrumbs={[{ text: WORDS.remote, href: '/training/remote' }, ...crumbs, { text: title }]}>
      <ErrorSummary lang={lang} errors={attempt.errors} />
      <h1>{t(title)}</h1>
      <Form csrf={view.csrf}>
        {!remote && <SelectField {...field('organiser', organisers[0]?.value)} label={ORGANISER} options={organisers} />}
        <TextField {...field('titleLv', remote?.titleLv)} label={WORDS.titleLv} />
        <TextField {...field('titleEn', remote?.titleEn)} label={WORDS.titleEn} optional />
        <TextArea {...field('aboutLv', remote?.aboutLv)} label={WORDS.aboutLv} rows={3} optional />
        <TextArea {...field('aboutEn', remote?.aboutEn)} label={WORDS.aboutEn} rows={3} optional />
        <Fieldset lang={lang} legend={BEGINS}>
          <DateField {...field('startsOn', remote && dayInRiga(remote.startsAt))} label={START_DAY} />
          <TextField {...field('startsAt', remote ? timeOf(remote.startsAt) : '10:00')} label={START_TIME} hint={TIME_HINT} width="short" />
        </Fieldset>
        <Fieldset lang={lang} legend={ENDS}>
          <DateField {...field('endsOn', remote && dayInRiga(remote.endsAt))} label={END_DAY} />
          <TextField {...field('endsAt', remote ? timeOf(remote.endsAt) : '12:00')} label={END_TIME} hint={TIME_HINT} width="short" />
        </Fieldset>
        <TextField {...field('venue', remote?.venue)} label={ONLINE} hint={VENUE_HINT} />
        <TextField {...field('seats', remote ? String(remote.seats) : '')} label={WORDS.seats} inputMode="numeric" width="short" />
        <DateField {...field('applyUntil', remote?.applyUntil)} label={APPLY_UNTIL} />
        <SelectField {...field('courseId', remote?.courseId ?? '')} label={COUNTS_AS} hint={COUNTS_HINT} emptyOption={NONE} options={courses.map((course) => ({ value: course.courseId, label: titleOf(course) }))} optional />
        <TextArea {...field('questionsLv', remote?.questionsLv)} label={QUESTIONS_LV} hint={QUESTIONS_HINT} rows={8} optional />
        <TextArea {...field('questionsEn', remote?.questionsEn)} label={QUESTIONS_EN} rows={6} optional />
        <ButtonRow>
          <Button>{t(WORDS.save)}</Button>
        </ButtonRow>
      </Form>
    </Page>
  );
}

const timeOf = (at: Date): string => instant(at).slice(-5);

const BEGINS: Text = { lv: 'Sākums', en: 'Beginning' };
const ENDS: Text = { lv: 'Beigas', en: 'End' };
const START_DAY: Text = { lv: 'Sākuma diena', en: 'First day' };
const START_TIME: Text = { lv: 'Sākuma laiks', en: 'Beginning time' };
const END_DAY: Text = { lv: 'Beigu diena', en: 'Last day' };
const END_TIME: Text = { lv: 'Beigu laiks', en: 'Ending time' };
const TIME_HINT: Text = { lv: 'Stundas un minūtes, piemēram, 09:30 (der arī 9.30 un 0930)', en: 'Hours and minutes, as in 09:30 (9.30 and 0930 will do)' };
const VENUE_HINT: Text = { lv: 'Sākas ar “https://”', en: 'Begins with “https://”' };
const COUNTS_AS: Text = { lv: 'Ieskaita kā kursu', en: 'Counts as a course' };
const COUNTS_HINT: Text = { lv: 'Kas piedalījies, būs šo kursu nokārtojis', en: 'Whoever was present will have passed this course' };
const NONE: Text = { lv: 'Nevienu', en: 'None' };
const QUESTIONS_LV: Text = { lv: 'Jautājumi dalībniekam, latviski', en: 'Questions to the participant, in Latvian' };
const QUESTIONS_EN: Text = { lv: 'Jautājumi dalībniekam, angliski', en: 'Questions to the participant, in English' };
const QUESTIONS_HINT: Text = {
  lv: 'Katrs jautājums jaunā rindā aiz “## ”; izvēles atbildes zem tā aiz “- ”; beigās “(?)”, ja var neatbildēt',
  en: 'Each question on a line of its own after “## ”; choices below it after “- ”; “(?)” at its end if it may stay unanswered',
};
