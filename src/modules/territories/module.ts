import { defineModule } from '#web/module-definition.js';

export const territoriesModule = defineModule({
  name: 'territories',
  title: { lv: 'Teritorijas', en: 'Territories' },
});
