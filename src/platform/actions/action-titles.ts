import { same, type Text } from '#kernel/text.js';

const titles = new Map<string, Text>();

/** Keeps an action's title under its name; every action is remembered when it is defined. */
export const rememberTitle = (action: { readonly name: string; readonly title: Text }): void => void titles.set(action.name, action.title);

/** What an entry of the audit log was about, in words; the bare name where the action no longer exists. */
export const titleOfAction = (name: string): Text => titles.get(name) ?? same(name);

/** What can be chosen from: each title once, under the name of one of the actions that bear it. */
export const actionTitles = (): { name: string; title: Text }[] => [...new Map([...titles].map(([name, title]) => [title.lv, { name, title }])).values()];

/** The actions that bear the same title as this one, and itself. */
export const actionsTitledAs = (name: string): string[] => [name, ...[...titles].filter(([other, { lv }]) => other !== name && lv === titles.get(name)?.lv).map(([other]) => other)];
