import type { Text } from '#kernel/text.js';
import { button, formPage, showPage, type WebRoute } from '#web/page-route.js';
import { openRuleForm, putRule, showScales, withdrawRule } from '../../actions/show-scales.js';
import { RuleForm } from './form.js';
import { ScalesPage } from './page.js';

const done = () => ({ to: '/education/scales', notice: SAVED });

export const scaleRoutes: readonly WebRoute[] = [
  showPage({ path: '/education/scales', action: showScales, render: (shown, view) => <ScalesPage view={view} shown={shown} /> }),
  formPage({ path: '/education/scales/rules/new', load: openRuleForm, render: (form, view, attempt) => <RuleForm view={view} attempt={attempt} {...form} />, action: putRule, done }),
  formPage({ path: '/education/scales/rules/:ruleId', load: openRuleForm, render: (form, view, attempt) => <RuleForm view={view} attempt={attempt} {...form} />, action: putRule, done }),
  button({ path: '/education/scales/rules/:ruleId/withdraw', action: withdrawRule, done: () => ({ to: '/education/scales', notice: WITHDRAWN }) }),
];

const SAVED: Text = { lv: 'Kārtula saglabāta.', en: 'The rule has been saved.' };
const WITHDRAWN: Text = { lv: 'Kārtula atsaukta.', en: 'The rule has been taken back.' };
