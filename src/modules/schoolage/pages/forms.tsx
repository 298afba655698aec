import type { VNode } from 'preact';
import { readableDay } from '#kernel/iso-date.js';
import { fill, same, type Text } from '#kernel/text.js';
import { Button } from '#ui/form/button.js';
import { Checkboxes } from '#ui/form/checkboxes.js';
import { DateField } from '#ui/form/date-field.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { Form } from '#ui/form/form.js';
import { Radios } from '#ui/form/radios.js';
import { SelectField } from '#ui/form/select-field.js';
import { TextArea } from '#ui/form/text-area.js';
import { TextField } from '#ui/form/text-field.js';
import { Lead } from '#ui/lead.js';
import type { Attempt } from '#web/page-route.js';
import type { View } from '#web/view.js';
import type { ResponsibleForm } from '../actions/board.js';
import type { InquiryRow } from '../actions/inquiries.js';
import type { StatusForm } from '../actions/work-on-inquiry.js';
import { GROUP_WORDS, STEP_KINDS, STEP_WORDS } from '../domain/words.js';
import { BelowPage } from './frame.js';
import { BOARD_PATH, nameOf, PATH, W } from './words.js';

const aboveOf = (inquiry: InquiryRow) => ({ text: same(nameOf(inquiry)), href: `${PATH}/inquiries/${inquiry.id}` });

/** Each status with its definition, so that all municipalities understand it alike. */
export function StatusPage({ view, attempt, form: { inquiry, kinds, siblings, lastCheck } }: { view: View; attempt: Attempt; form: StatusForm }): VNode {
  const { lang, t } = view;
  const field = fieldsOf({ lang, ...attempt });
  return (
    <BelowPage view={view} title={t(STATUS_TITLE)} above={aboveOf(inquiry)} errors={attempt.errors}>
      <Lead>{t(fill(STATUS_LEAD, { child: nameOf(inquiry) }))}</Lead>
      <Form csrf={view.csrf}>
        <Radios
          {...field('status', inquiry.statusCode ?? '')}
          label={W.status}
          options={kinds.map((kind) => ({
            value: kind.code,
            label: { lv: `${GROUP_WORDS[kind.groupCode].lv}: ${kind.nameLv}`, en: `${GROUP_WORDS[kind.groupCode].en}: ${kind.nameEn}` },
            hint: { lv: `${kind.definitionLv}${kind.explains ? ` ${EXPLAINS.lv}` : ''}`, en: `${kind.definitionEn}${kind.explains ? ` ${EXPLAINS.en}` : ''}` },
          }))}
        />
        <TextArea {...field('comment', inquiry.comment)} label={W.comment} hint={COMMENT_HINT} maxLength={2000} optional />
        <DateField {...field('nextCheckOn', inquiry.nextCheckOn ?? '')} label={W.nextCheck} hint={fill(CHECK_HINT, { day: readableDay(lastCheck) })} optional />
        {siblings.length > 0 && <Checkboxes {...field('also')} label={ALSO} hint={ALSO_HINT} options={siblings.map((one) => ({ value: one.id, label: `${nameOf(one)}${one.bornOn ? `, ${readableDay(one.bornOn)}` : ''}` }))} />}
        <Button>{t(W.save)}</Button>
      </Form>
    </BelowPage>
  );
}

export function StepPage({ view, attempt, inquiry }: { view: View; attempt: Attempt; inquiry: InquiryRow }): VNode {
  const { lang, t, today } = view;
  const field = fieldsOf({ lang, ...attempt });
  return (
    <BelowPage view={view} title={t(STEP_TITLE)} above={aboveOf(inquiry)} errors={attempt.errors}>
      <Form csrf={view.csrf}>
        <DateField {...field('takenOn', today)} label={TAKEN_ON} />
        <SelectField {...field('kind')} label={KIND} emptyOption={W.choose} options={STEP_KINDS.map((value) => ({ value, label: STEP_WORDS[value] }))} />
        <TextField {...field('body')} label={WHOM} hint={WHOM_HINT} />
        <TextArea {...field('answer')} label={ANSWER} hint={ANSWER_HINT} maxLength={2000} optional />
        <Button>{t(W.save)}</Button>
      </Form>
    </BelowPage>
  );
}

export function AnswerPage({ view, attempt, inquiry }: { view: View; attempt: Attempt; inquiry: InquiryRow }): VNode {
  const { lang, t } = view;
  const field = fieldsOf({ lang, ...attempt });
  return (
    <BelowPage view={view} title={t(ANSWER_TITLE)} above={aboveOf(inquiry)} errors={attempt.errors}>
      <Form csrf={view.csrf}>
        <TextArea {...field('answer')} label={ANSWER} maxLength={2000} />
        <Button>{t(W.save)}</Button>
      </Form>
    </BelowPage>
  );
}

export function ResponsiblePage({ view, attempt, form: { unit, responsible, users } }: { view: View; attempt: Attempt; form: ResponsibleForm }): VNode {
  const { lang, t } = view;
  const field = fieldsOf({ lang, ...attempt });
  return (
    <BelowPage view={view} title={t(fill(RESPONSIBLE_TITLE, { unit: unit.name }))} above={{ text: W.board, href: BOARD_PATH }} errors={attempt.errors}>
      <Lead>{t(responsible ? fill(responsible.isAble ? NOW : NO_LONGER, { name: responsible.name }) : NOBODY)}</Lead>
      {users.length === 0 ? (
        <p>{t(NO_USERS)}</p>
      ) : (
        <Form csrf={view.csrf}>
          <SelectField {...field('user', responsible?.userId ?? '')} label={W.responsible} emptyOption={W.choose} options={users.map(({ userId, name }) => ({ value: userId, label: name }))} />
          <Button>{t(W.save)}</Button>
        </Form>
      )}
    </BelowPage>
  );
}

const STATUS_TITLE: Text = { lv: 'Kāpēc bērns nav nevienā iestādē', en: 'Why the child is in no institution' };
const STATUS_LEAD: Text = { lv: '{child}. Izvēlieties statusu pēc definīcijas. Iepriekšējais paliek vēsturē.', en: '{child}. Choose the status by its definition. The former one stays in the history.' };
const EXPLAINS: Text = { lv: 'Gadījumu slēdz līdz nākamajai pārbaudei.', en: 'Closes the inquiry until its next check.' };
const COMMENT_HINT: Text = { lv: 'No kurienes tas zināms. Statusam, kas gadījumu slēdz, obligāti; diagnozi neraksta.', en: 'From where this is known. Needed for a status that closes the inquiry; no diagnosis is written.' };
const CHECK_HINT: Text = { lv: 'Statusam, kas gadījumu slēdz, obligāti. Ne vēlāk kā {day}', en: 'Needed for a status that closes the inquiry. At the latest {day}' };
const ALSO: Text = { lv: 'Tas pats attiecas uz brāļiem un māsām', en: 'The same holds for siblings' };
const ALSO_HINT: Text = { lv: 'Bērni ar to pašu vecāku vai aizbildni un atvērtu gadījumu šajā pašvaldībā.', en: 'Children with the same parent or guardian and an open inquiry in this municipality.' };
const STEP_TITLE: Text = { lv: 'Ierakstīt darbību', en: 'Write down a step' };
const TAKEN_ON: Text = { lv: 'Diena', en: 'Day' };
const KIND: Text = { lv: 'Kas darīts', en: 'What was done' };
const WHOM: Text = { lv: 'Kam jautāts', en: 'Who was asked' };
const WHOM_HINT: Text = { lv: 'Piemēram, VSAA nodaļai, dzimtsarakstu nodaļai, policijai, vecākiem.', en: 'Such as the social insurance branch, the registry office, the police, the parents.' };
const ANSWER: Text = { lv: 'Atbilde', en: 'Answer' };
const ANSWER_HINT: Text = { lv: 'Ja atbildes vēl nav, atstājiet tukšu un ierakstiet vēlāk.', en: 'If there is none yet, leave it empty and write it down later.' };
const ANSWER_TITLE: Text = { lv: 'Ierakstīt atbildi', en: 'Write down the answer' };
const RESPONSIBLE_TITLE: Text = { lv: 'Par nereģistrētajiem bērniem atbildīgais: {unit}', en: 'Responsible for unregistered children: {unit}' };
const NOW: Text = { lv: 'Tagad atbildīgs ir {name}.', en: '{name} is responsible now.' };
const NO_LONGER: Text = { lv: '{name} vairs nav aktīvs lietotājs ar vajadzīgajām tiesībām. Norīkojiet citu.', en: '{name} is no longer an active user with the right that is needed. Appoint somebody else.' };
const NOBODY: Text = { lv: 'Atbildīgā nav. Tas ir obligāti.', en: 'Nobody is responsible. Somebody must be.' };
const NO_USERS: Text = { lv: 'Pašvaldībā nevienam nav tiesību noskaidrot, kur mācās bērni. Vispirms piešķiriet kādam izglītības speciālista lomu.', en: 'Nobody in the municipality holds the right to inquire. First give somebody the role of education specialist.' };
