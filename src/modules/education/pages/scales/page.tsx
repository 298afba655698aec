import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { instant } from '#ui/format.js';
import { ButtonLink, ButtonRow } from '#ui/form/button.js';
import { Details } from '#ui/details.js';
import { DataTable } from '#ui/table/data-table.js';
import type { View } from '#web/view.js';
import type { RuleRow, ShownScales } from '../../actions/show-scales.js';
import { ruleFor, type ScaleValue, valueWords } from '../../domain/scales.js';
import { GRADES, gradeWords, yearName } from '../../domain/school-year.js';
import { ClassifierPage, mayKeep, ShortLink, Source } from '../classifiers/frame.js';
import { named, WORDS } from '../classifiers/words.js';
import { PERIOD_WORDS, RECORD_WORDS, rulePeriod } from './words.js';

export function ScalesPage({ view, shown }: { view: View; shown: ShownScales }): VNode {
  const { t, lang } = view;
  const { scales, values } = shown;
  return (
    <ClassifierPage view={view} tab="/education/scales" lead={LEAD}>
      <DataTable
        lang={lang}
        caption={WORDS.scales}
        captionHidden
        rows={scales}
        rowKey={(one) => one.code}
        columns={[
          { key: 'code', header: WORDS.code, rowHeader: true, cell: (one) => one.code },
          { key: 'name', header: WORDS.name, cell: (one) => t(named(one)) },
          { key: 'values', header: VALUES, cell: (one) => valueWords(values.filter(({ scale }) => scale === one.code)) },
          {
            key: 'meaning',
            header: MEANING,
            cell: (one) => (
              <Details summary={<ShortLinkWords text={t(SHOW)} about={one.code} />}>
                <ul>
                  {meaningful(values.filter(({ scale }) => scale === one.code)).map((value) => (
                    <li key={value.value}>
                      <strong>{value.value}</strong> {`– ${t(named(value))}${value.passes === null ? '' : ` (${t(value.passes ? PASSES : FAILS)})`}`}
                    </li>
                  ))}
                </ul>
              </Details>
            ),
          },
        ]}
      />
      <h2>{t(MATRIX)}</h2>
      <p class="hint">{t(MATRIX_HINT)}</p>
      <Matrix view={view} shown={shown} />
      <h2>{t(RULES)}</h2>
      {mayKeep(view) && (
        <ButtonRow>
          <ButtonLink href="/education/scales/rules/new">{t(NEW)}</ButtonLink>
        </ButtonRow>
      )}
      <Rules view={view} rules={shown.rules} title={RULES} />
      {shown.before.length > 0 && (
        <>
          <h2>{t(WORDS.before)}</h2>
          <Rules view={view} rules={shown.before} title={WORDS.before} />
        </>
      )}
    </ClassifierPage>
  );
}

/** Per cents explain themselves; only what stands beside them is told. */
const meaningful = (values: readonly ScaleValue[]): readonly ScaleValue[] => (values.length > 50 ? values.filter(({ isAssessment }) => !isAssessment) : values);

const ShortLinkWords = ({ text, about }: { text: string; about: string }): VNode => (
  <>
    {text}
    <span class="visually-hidden">{` ${about}`}</span>
  </>
);

/** Which scale holds for a grade in a year, where no subject has a rule of its own. */
function Matrix({ view, shown: { rules, years } }: { view: View; shown: ShownScales }): VNode {
  const { t, lang } = view;
  const general = rules.filter(({ subjectId }) => subjectId === null);
  const cell = (year: number, grade: number) => {
    const of = (record: 'mark' | 'outcome', period: 'YEAR' | 'EXAM') => ruleFor(general, { year, grade, subjectId: 0, period, record })?.scale;
    const [mark, outcome, exam] = [of('mark', 'YEAR'), of('outcome', 'YEAR'), of('mark', 'EXAM')];
    return [mark, outcome && `${outcome} (${t(FOR_OUTCOMES)})`, exam !== mark && exam && `${exam} (${t(IN_EXAMS)})`].filter(Boolean).join(', ') || '–';
  };
  return (
    <DataTable
      lang={lang}
      caption={MATRIX}
      captionHidden
      rows={GRADES}
      rowKey={String}
      columns={[
        { key: 'grade', header: WORDS.grade, rowHeader: true, cell: (grade) => `${grade}. ${t(GRADE)}` },
        ...years.map((year) => ({ key: String(year), header: yearName(year), cell: (grade: number) => cell(year, grade) })),
      ]}
    />
  );
}

const Rules = ({ view, rules, title }: { view: View; rules: readonly RuleRow[]; title: Text }): VNode => {
  const { t, lang } = view;
  const about = (rule: RuleRow) => `${gradeWords([...new Set([rule.fromGrade, rule.toGrade])])} ${rule.scale}`;
  return (
    <DataTable
      lang={lang}
      caption={title}
      captionHidden
      rows={rules}
      rowKey={(rule) => rule.id}
      columns={[
        { key: 'grades', header: WORDS.grades, rowHeader: true, cell: (rule) => (rule.fromGrade === rule.toGrade ? String(rule.fromGrade) : `${rule.fromGrade}–${rule.toGrade}`) },
        { key: 'years', header: YEARS, cell: (rule) => rulePeriod(rule, lang) },
        { key: 'record', header: RECORD, cell: (rule) => t(RECORD_WORDS[rule.record]) },
        { key: 'period', header: PERIOD, cell: (rule) => t(PERIOD_WORDS[rule.period]) },
        { key: 'subject', header: WORDS.subject, cell: (rule) => rule.subject ?? t(ANY) },
        { key: 'scale', header: WORDS.scale, cell: (rule) => rule.scale },
        { key: 'basis', header: WORDS.basis, cell: (rule) => <Source view={view} source={rule.legalBasis} verified={rule.verified} /> },
        ...(rules[0]?.supersededAt
          ? [{ key: 'until', header: CHANGED, cell: (rule: RuleRow) => instant(rule.supersededAt!) }]
          : mayKeep(view)
            ? [{ key: 'change', header: WORDS.correct, cell: (rule: RuleRow) => <ShortLink href={`/education/scales/rules/${rule.id}`} text={t(WORDS.correct)} about={about(rule)} /> }]
            : []),
      ]}
    />
  );
};

const LEAD: Text = {
  lv: 'Kuru skalu lieto, nosaka mācību gads, klase, priekšmets un tas, ko vērtē. nv (nav vērtējuma) un atb (atbrīvots) ir katrā skalā un vidējā vērtējumā neskaitās.',
  en: 'Which scale is used follows from the school year, the grade, the subject and what is assessed. nv (no assessment) and atb (exempt) stand on every scale and count in no average.',
};
const VALUES: Text = { lv: 'Vērtības', en: 'Values' };
const MEANING: Text = { lv: 'Nozīme', en: 'Meaning' };
const SHOW: Text = { lv: 'Rādīt', en: 'Show' };
const PASSES: Text = { lv: 'sekmīgs', en: 'passes' };
const FAILS: Text = { lv: 'nesekmīgs', en: 'does not pass' };
const MATRIX: Text = { lv: 'Skala pa klasēm un gadiem', en: 'Scale by grade and year' };
const MATRIX_HINT: Text = { lv: 'Vispārīgās kārtulas; priekšmetam var būt sava.', en: 'The general rules; a subject may have one of its own.' };
const FOR_OUTCOMES: Text = { lv: 'rezultātiem', en: 'outcomes' };
const IN_EXAMS: Text = { lv: 'pārbaudījumos', en: 'examinations' };
const GRADE: Text = { lv: 'klase', en: 'grade' };
const RULES: Text = { lv: 'Kārtulas', en: 'Rules' };
const NEW: Text = { lv: 'Pievienot kārtulu', en: 'Add a rule' };
const YEARS: Text = { lv: 'Mācību gadi', en: 'School years' };
const RECORD: Text = { lv: 'Ko vērtē', en: 'What is assessed' };
const PERIOD: Text = { lv: 'Par kādu laiku', en: 'For which time' };
const ANY: Text = { lv: 'visi', en: 'all' };
const CHANGED: Text = { lv: 'Mainīta', en: 'Changed' };
