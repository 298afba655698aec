import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { PostButton } from '#ui/form/post-button.js';
import { Radios } from '#ui/form/radios.js';
import { SelectField } from '#ui/form/select-field.js';
import { TextField } from '#ui/form/text-field.js';
import type { Attempt } from '#web/page-route.js';
import type { View } from '#web/view.js';
import type { RuleRow, ScaleRow } from '../../actions/show-scales.js';
import type { SubjectRow } from '../../actions/show-subjects.js';
import { BasisFields, FormFrame } from '../classifiers/frame.js';
import { named, optionsOf, WORDS } from '../classifiers/words.js';
import { PERIOD_WORDS, RECORD_WORDS } from './words.js';

interface Props {
  readonly view: View;
  readonly attempt: Attempt;
  readonly rule: RuleRow | null;
  readonly scales: readonly ScaleRow[];
  readonly subjects: readonly SubjectRow[];
}

/** A rule of scales, new or in the place of another. */
export function RuleForm({ view, attempt, rule, scales, subjects }: Props): VNode {
  const field = fieldsOf({ lang: view.lang, ...attempt });
  const first = (name: 'fromYear' | 'toYear' | 'fromGrade' | 'toGrade' | 'subjectId' | 'record' | 'period' | 'scale', otherwise = '') => field(name, rule ? String(rule[name] ?? '') : otherwise);
  const takeBack = rule && (
    <section class="flow-text">
      <h2>{view.t(TAKE_BACK)}</h2>
      <p>{view.t(TAKE_BACK_HINT)}</p>
      <PostButton action={`/education/scales/rules/${rule.id}/withdraw`} csrf={view.csrf} variant="secondary">
        {view.t(TAKE_BACK)}
      </PostButton>
    </section>
  );
  return (
    <FormFrame view={view} attempt={attempt} title={rule ? CHANGE : NEW} back={{ text: WORDS.scales, href: '/education/scales' }} lead={LEAD} after={takeBack}>
      <TextField {...first('fromYear')} label={FROM_YEAR} hint={YEAR_HINT} width="short" inputMode="numeric" maxLength={4} />
      <TextField {...first('toYear')} label={TO_YEAR} width="short" inputMode="numeric" maxLength={4} optional />
      <TextField {...first('fromGrade')} label={FROM_GRADE} width="short" inputMode="numeric" maxLength={2} />
      <TextField {...first('toGrade')} label={TO_GRADE} width="short" inputMode="numeric" maxLength={2} />
      <SelectField {...first('subjectId')} label={WORDS.subject} emptyOption={ALL_SUBJECTS} options={subjects.map((one) => ({ value: String(one.id), label: `${one.name} (${one.id})` }))} optional />
      <Radios {...first('record', 'mark')} label={RECORD} options={optionsOf(RECORD_WORDS)} inline />
      <SelectField {...first('period', 'any')} label={PERIOD} options={optionsOf(PERIOD_WORDS)} />
      <SelectField {...first('scale')} label={WORDS.scale} emptyOption={WORDS.choose} options={scales.map((one) => ({ value: one.code, label: `${one.code} – ${view.t(named(one))}` }))} />
      <BasisFields field={field} name="legalBasis" first={rule?.legalBasis ?? ''} verified={rule?.verified ?? false} />
    </FormFrame>
  );
}

const NEW: Text = { lv: 'Jauna vērtēšanas skalas kārtula', en: 'New rule of a scale' };
const CHANGE: Text = { lv: 'Mainīt vērtēšanas skalas kārtulu', en: 'Change a rule of a scale' };
const LEAD: Text = { lv: 'Kārtula, kas nosauc priekšmetu, ir stiprāka par to, kas nosauc laiku, un abas – par vispārīgo.', en: 'A rule that names the subject goes before one that names the time, and both before a general one.' };
const FROM_YEAR: Text = { lv: 'No mācību gada', en: 'From the school year' };
const TO_YEAR: Text = { lv: 'Līdz mācību gadam (ieskaitot)', en: 'Until the school year (included)' };
const YEAR_HINT: Text = { lv: 'Gads, kurā tas sākas, piemēram, 2026', en: 'The year in which it starts, for example 2026' };
const FROM_GRADE: Text = { lv: 'No klases', en: 'From the grade' };
const TO_GRADE: Text = { lv: 'Līdz klasei (ieskaitot)', en: 'Until the grade (included)' };
const ALL_SUBJECTS: Text = { lv: 'Visi priekšmeti', en: 'All subjects' };
const RECORD: Text = { lv: 'Ko vērtē', en: 'What is assessed' };
const PERIOD: Text = { lv: 'Par kādu laiku', en: 'For which time' };
const TAKE_BACK: Text = { lv: 'Atsaukt kārtulu', en: 'Take the rule back' };
const TAKE_BACK_HINT: Text = { lv: 'Ja tāda kārtula nekad nav bijusi. Tā paliek redzama sadaļā “Kas bija ierakstīts iepriekš”.', en: 'If there never was such a rule. It stays visible under “What was recorded before”.' };
