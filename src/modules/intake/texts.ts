import type { Text } from '#kernel/text.js';

export const CHOOSE_PACKAGE: Text = { lv: 'Izvēlieties paketi: ZIP arhīvu, ko izveidoja e-žurnāls.', en: 'Choose a package: the ZIP archive that the e-journal made.' };
export const REPORT_LOST: Text = { lv: 'Pārskats vairs nav salasāms. Augšupielādējiet paketi vēlreiz.', en: 'The report can no longer be read. Upload the package once more.' };
