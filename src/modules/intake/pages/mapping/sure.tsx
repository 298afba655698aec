import type { VNode } from 'preact';
import { fill, same, type Text } from '#kernel/text.js';
import { Button, ButtonLink, ButtonRow } from '#ui/form/button.js';
import { Form, HiddenFields } from '#ui/form/form.js';
import { Notice } from '#ui/notice.js';
import type { Attempt } from '#web/page-route.js';
import type { View } from '#web/view.js';
import { OTHER, type SubjectDesk } from '../../actions/map-subjects.js';
import { rowsInWords } from '../intake-words.js';
import { SchoolFrame } from '../schools/frame.js';
import { hiddenOf, listed, queryOf, reasonInWords, subjectName } from './words.js';

interface SureProps {
  readonly view: View;
  readonly desk: SubjectDesk;
  readonly name: SubjectDesk['names'][number];
  readonly attempt: Attempt;
}

/** A subject was chosen that something speaks against: what that is, and once more the same choice. Nothing has been matched yet. */
export function SureSubject({ view, desk, name, attempt: { values } }: SureProps): VNode {
  const { t } = view;
  const id = Number(values['subject'] === OTHER ? values['other'] : values['subject']);
  const subject = subjectName(view, desk, id);
  const [likeliest] = name.suggestions;
  const better = likeliest && likeliest.id !== id ? likeliest : undefined;
  return (
    <SchoolFrame view={view} school={desk.school} side="subjects" title={same(t(fill(TITLE, { name: name.name, subject })))}>
      <Notice lang={view.lang} tone="warning" announced>
        {name.learnt.size > 0 && !name.learnt.has(id) && <p>{t(fill(name.classes.length > 0 ? NOT_LEARNT : LEARNT_NOWHERE, { subject, classes: listed(name.classes) }))}</p>}
        {better && <p>{t(fill(BETTER, { subject: subjectName(view, desk, better.id), why: better.reasons.map((reason) => reasonInWords(reason, view)).join('; ') }))}</p>}
      </Notice>
      <p>{t(fill(WHAT, { rows: rowsInWords(name.rows, view), subject }))}</p>
      <Form csrf={view.csrf} action="/intake/mapping/name">
        <HiddenFields values={{ ...hiddenOf(desk, name), subject: String(id), offer: String(values['offer'] ?? ''), sure: 'yes' }} />
        <ButtonRow>
          <Button>{t(fill(YES, { subject }))}</Button>
          <ButtonLink href={`/intake/mapping/name?${queryOf(desk, name)}`} variant="secondary">{t(OTHER_ONE)}</ButtonLink>
        </ButtonRow>
      </Form>
      <p>
        <a href={`/intake/mapping?regNr=${desk.school.regNr}`}>{t(BACK)}</a>
      </p>
    </SchoolFrame>
  );
}

const TITLE: Text = { lv: 'Vai “{name}” tiešām ir “{subject}”?', en: 'Is “{name}” really “{subject}”?' };
const NOT_LEARNT: Text = { lv: 'Klases, no kurām ir rindas ({classes}), priekšmetu “{subject}” šogad nemācās.', en: 'The classes of these rows ({classes}) do not learn “{subject}” this year.' };
const LEARNT_NOWHERE: Text = { lv: 'Priekšmetu “{subject}” iestādē šogad nemācās neviena klase.', en: 'No class of the institution learns “{subject}” this year.' };
const BETTER: Text = { lv: 'Ticamāks ir “{subject}”: {why}.', en: 'More likely is “{subject}”: {why}.' };
const WHAT: Text = { lv: 'Vēl nekas nav saskaņots. Apstiprinot reģistrā kā “{subject}” tiek ierakstīts: {rows}; atsaukšana tās neatņem.', en: 'Nothing has been matched yet. Confirmed, this is recorded as “{subject}”: {rows}; taking the match back does not take them away.' };
const YES: Text = { lv: 'Jā, tas ir “{subject}”', en: 'Yes, it is “{subject}”' };
const OTHER_ONE: Text = { lv: 'Izvēlēties citu', en: 'Choose another' };
const BACK: Text = { lv: 'Atpakaļ pie nosaukumiem', en: 'Back to the names' };
