import type { VNode } from 'preact';
import { same, type Text } from '#kernel/text.js';
import { Button, ButtonRow } from '#ui/form/button.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { Form, HiddenFields } from '#ui/form/form.js';
import { Radios } from '#ui/form/radios.js';
import { TextArea } from '#ui/form/text-area.js';
import { Lead } from '#ui/lead.js';
import type { Attempt } from '#web/page-route.js';
import type { View } from '#web/view.js';
import type { TabbedSchool } from '../../actions/school-or-own.js';
import { SchoolFrame } from '../schools/frame.js';

/** None of the suggestions fits: for later with a comment, or never with a reason. */
export function LeavePage({ view, school, attempt }: { view: View; school: TabbedSchool; attempt: Attempt }): VNode {
  const { lang, t } = view;
  const asked = { ...view.query, ...attempt.values } as Readonly<Record<string, string | undefined>>;
  const kind = asked['kind'] === 'class' ? 'class' : 'subject';
  const field = fieldsOf({ lang, ...attempt });
  return (
    <SchoolFrame view={view} school={school} side={kind === 'class' ? 'classes' : 'subjects'} title={same(`“${asked['name'] ?? ''}”`)} errors={attempt.errors}>
      <Lead>{t(LEAD)}</Lead>
      <Form csrf={view.csrf} action="/intake/mapping/leave">
        <HiddenFields values={{ regNr: school.regNr, kind, name: asked['name'] ?? '' }} />
        <Radios {...field('decision', 'left')} label={WHAT} options={[{ value: 'left', label: LEFT, hint: LEFT_HINT }, { value: 'dropped', label: DROPPED, hint: DROPPED_HINT }]} />
        <TextArea {...field('comment')} label={COMMENT} rows={2} maxLength={500} />
        <ButtonRow>
          <Button>{t(DO)}</Button>
        </ButtonRow>
      </Form>
    </SchoolFrame>
  );
}

const LEAD: Text = { lv: 'Neviens ieteikums neder. Reģistrs pats neko neizvēlas: rindas gaida vai tiek atmestas, kā jūs izlemjat.', en: 'None of the suggestions fits. Nothing is guessed: the rows wait or are dropped, as you decide.' };
const WHAT: Text = { lv: 'Ko darīt ar šīm rindām?', en: 'What about these rows?' };
const LEFT: Text = { lv: 'Atlikt', en: 'Leave for later' };
const LEFT_HINT: Text = { lv: 'Rindas turpina gaidīt; jūsu piezīmi redzēs kolēģi.', en: 'The rows go on waiting; colleagues will see your comment.' };
const DROPPED: Text = { lv: 'Atmest', en: 'Drop' };
const DROPPED_HINT: Text = { lv: 'Rindas vairs negaida un netiek pieņemtas. E-žurnāls tās var nosūtīt vēlreiz ar citu nosaukumu.', en: 'The rows no longer wait and are not taken. The e-journal can send them again under another name.' };
const COMMENT: Text = { lv: 'Kādēļ', en: 'Why' };
const DO: Text = { lv: 'Saglabāt lēmumu', en: 'Save the decision' };
