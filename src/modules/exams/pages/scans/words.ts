import type { Text } from '#kernel/text.js';

export const SCANS: Text = { lv: 'Darbu skenējumi', en: 'Scans of works' };
