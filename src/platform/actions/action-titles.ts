import { same, type Text } from '#kernel/text.js';

const titles = new Map<string, Text>();

/** Keeps an action's title under its name; every action is remembered when it is defined. */
export const rememberTitle = (action: { readonly name: string; readonly title: Text }): void => void titles.set(action.name, action.title);

/** What an entry of the audit log was about, in words; the bare name where the action no longer exists. */
export const titleOfAction = (name: string): Text => titles.get(name) ?? same(name);

/** All actions of the program with their titles, for a list to choose from. */
export const actionTitles = (): ReadonlyMap<string, Text> => titles;
