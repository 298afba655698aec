import type { VNode } from 'preact';
import type { FieldError } from '#kernel/errors.js';
import { rememberReasons } from '#platform/audit/reason-words.js';
import type { Text } from '#kernel/text.js';
import { isNowhere } from '#platform/actions/actor.js';
import type { Action } from '#platform/actions/action.js';
import { scopeOf } from '#platform/actions/permission.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { Page } from '#ui/page.js';
import { Tabs } from '#ui/tabs.js';
import type { Children } from '#ui/words.js';
import { custom, type RawInput, type WebRoute } from '#web/page-route.js';
import type { View } from '#web/view.js';
import { OFFICE_REASON } from '../actions/inquiries.js';
import { takeExtracts } from '../permissions.js';
import { BOARD_PATH, EXTRACTS_PATH, PARAMETERS_PATH, PATH, STATUSES_PATH, W } from './words.js';

/** The law makes municipalities look for these children; the person concerned reads the same words. */
rememberReasons({ [OFFICE_REASON]: { lv: 'Obligātās izglītības vecuma bērnu uzskaite (MK noteikumi Nr. 871)', en: 'Register of children of compulsory school age (Cabinet Regulation 871)' } });

/** A page on named children, opened for the standing reason. */
export const namedChildrenPage = <Input, Output>(path: string, action: Action<Input, Output>, render: (output: Output, view: View, raw: RawInput) => VNode): WebRoute =>
  custom({ method: 'GET', path, handle: async (_request, _reply, { view, raw, perform, send }) => send(render(await perform(action, raw, OFFICE_REASON), view, raw)) });

/** A side of the register, with its tabs. */
export function SidePage({ view, title, children }: { view: View; title: Text; children: Children }): VNode {
  const { lang, t, path } = view;
  const sides = [
    { href: PATH, text: W.inquiries },
    { href: BOARD_PATH, text: W.board },
    ...(isNowhere(scopeOf(view.actor, takeExtracts)) ? [] : [{ href: EXTRACTS_PATH, text: W.extracts }]),
    { href: STATUSES_PATH, text: W.statuses },
    { href: PARAMETERS_PATH, text: W.parameters },
  ];
  return (
    <Page {...view.frame} title={t(title)} width="work">
      <h1>{t(W.title)}</h1>
      <Tabs lang={lang} label={W.short} items={sides.map((side) => ({ ...side, current: side.href === path }))} />
      {children}
    </Page>
  );
}

/** A page below a side. */
export const BelowPage = ({ view, title, above, errors = [], refreshSeconds, children }: { view: View; title: string; above: { readonly text: Text; readonly href: string }; errors?: readonly FieldError[]; refreshSeconds?: number | undefined; children: Children }): VNode => (
  <Page {...view.frame} title={title} width="work" breadcrumbs={[{ text: W.short, href: PATH }, ...(above.href === PATH ? [] : [above]), { text: title }]} {...(refreshSeconds !== undefined && { refreshSeconds })}>
    <ErrorSummary lang={view.lang} errors={errors} />
    <h1>{title}</h1>
    {children}
  </Page>
);
