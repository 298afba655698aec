import { same, type Text } from '#kernel/text.js';

interface Named {
  readonly label: string;
  readonly role?: Text | null;
}

/** Whom or what a row is about, with the role where it is a right. */
export const namesOf = ({ label, role }: Named): Text => (role ? { lv: `${label}, ${role.lv}`, en: `${label}, ${role.en}` } : same(label));
