import { same, type Text } from '#kernel/text.js';
import type { Permission } from './permission.js';

const titles = new Map<string, Text>();
const rights = new Map<string, Permission>();

/** Keeps an action's title and right under its name; every action is remembered when it is defined. */
export function rememberTitle({ name, title, permission }: { readonly name: string; readonly title: Text; readonly permission?: Permission }): void {
  titles.set(name, title);
  if (permission) rights.set(name, permission);
}

/** The right by which an entry of the audit log was allowed; undefined where the action no longer exists, or is none. */
export const rightOfAction = (name: string): Permission | undefined => rights.get(name);

/** What an entry of the audit log was about, in words; the bare name where the action no longer exists. */
export const titleOfAction = (name: string): Text => titles.get(name) ?? same(name);

/** What can be chosen from: each title once, under the name of one of the actions that bear it. */
export const actionTitles = (): { name: string; title: Text }[] => [...new Map([...titles].map(([name, title]) => [title.lv, { name, title }])).values()];

/** The actions that bear the same title as this one, and itself. */
export const actionsTitledAs = (name: string): string[] => [name, ...[...titles].filter(([other, { lv }]) => other !== name && lv === titles.get(name)?.lv).map(([other]) => other)];
