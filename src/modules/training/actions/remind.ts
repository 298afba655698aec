import { z } from 'zod';
import { addDays, readableDay } from '#kernel/iso-date.js';
import { fill, type Text } from '#kernel/text.js';
import { writeAction } from '#platform/actions/action.js';
import { notify } from '#platform/notices/notify.js';
import { requireTraining } from '../permissions.js';
import { takeToTell, type ToTell } from '../store/reminders.js';
import { titleOf } from '../store/rows.js';

const BATCH = 500;

/**
 * Tells the next of those who are to be told: that a course will be asked for, that a right waits, that a result ends soon.
 * Who was told is kept with the notice in one transaction, so whatever is cut short goes on where it stopped. Done by jobs.
 */
export const remindSome = writeAction({
  name: 'training.remind-some',
  title: { lv: 'Atgādināts par mācībām', en: 'Reminded of training' },
  permission: requireTraining,
  input: z.object({}),
  async run({ tx, now, today, enqueue, scope }) {
    if (!scope.everywhere) return { told: 0, more: false };
    const told = await takeToTell(tx, today, now, BATCH);
    for (const one of told) await notify({ tx, enqueue, now }, { ...noticeOf(one), onceKey: `training.${one.kind}:${one.about}` });
    return { told: told.length, more: told.length === BATCH };
  },
  audit: ({ output }) => ({ facts: { told: output.told } }),
});

function noticeOf(one: ToTell) {
  const title = titleOf(one);
  const day = readableDay(one.kind.startsWith('ends') ? addDays(one.day, -1) : one.day);
  const put = (text: Text): Text => ({ lv: fill(text, { title: title.lv, day }).lv, en: fill(text, { title: title.en, day }).en });
  const { subject, body } = WORDS[one.kind];
  return { userId: one.userId, email: one.email || null, kind: `training.${one.kind}`, subject: put(subject), body: put(body), link: one.link };
}

const ENDS = {
  subject: { lv: 'Kursa termiņš – {day} Apgūstiet no jauna: {title}', en: 'Valid until {day} Take it anew: {title}' },
  body: {
    lv: 'Kursa “{title}” apguve ir derīga līdz {day} Apgūstiet to no jauna: ja kursu prasa jūsu tiesības, bez tā tās gaidīs.',
    en: 'Your result in the course “{title}” is valid until {day} Take it anew: where your rights ask for it, they wait without it.',
  },
};

const WORDS: Readonly<Record<ToTell['kind'], { subject: Text; body: Text }>> = {
  asked: {
    subject: { lv: 'Līdz {day} jāapgūst kurss: {title}', en: 'To be taken by {day}: {title}' },
    body: { lv: 'No {day} jūsu tiesības prasa kursu “{title}”. Apgūstiet to līdz tam, citādi tiesības gaidīs.', en: 'From {day} your rights ask for the course “{title}”. Take it by then, or they will wait.' },
  },
  waits: {
    subject: { lv: 'Jūsu tiesības gaida kursu: {title}', en: 'Your rights wait for a course: {title}' },
    body: { lv: 'Tiesības vēl nav spēkā: vispirms apgūstiet kursu “{title}”. Tiklīdz tas nokārtots, tiesības darbojas.', en: 'A right of yours does not count yet: first take the course “{title}”. It counts as soon as you pass.' },
  },
  'ends-in-14': ENDS,
  'ends-in-3': ENDS,
};
