import type { Text } from '#kernel/text.js';

/** Why officials look at a person's data; the person concerned reads the same words. Chosen from here, never typed. */
export const LOOK_REASONS = {
  application: { lv: 'Personas iesnieguma izskatīšana', en: 'Handling the person’s application' },
  'municipal-service': { lv: 'Pašvaldības pakalpojuma sniegšana', en: 'Providing a municipal service' },
  education: { lv: 'Izglītības nodrošināšana', en: 'Providing education' },
  'child-protection': { lv: 'Bērna tiesību aizsardzība', en: 'Protecting a child’s rights' },
  'social-help': { lv: 'Sociālā palīdzība', en: 'Social assistance' },
  offence: { lv: 'Administratīvā pārkāpuma lieta', en: 'An administrative offence case' },
  'data-quality': { lv: 'Reģistra datu pārbaude un labošana', en: 'Checking and correcting register data' },
} as const satisfies Record<string, Text>;

export type LookReason = keyof typeof LOOK_REASONS;
export const isLookReason = (words: string): words is LookReason => Object.hasOwn(LOOK_REASONS, words);
