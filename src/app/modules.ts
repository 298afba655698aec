import { territoriesModule } from '#modules/territories/module.js';
import { reformsModule } from '#modules/reforms/module.js';
import { platformModule } from './platform-module.js';
import type { ModuleDefinition } from '#web/module-definition.js';

/** The modules of the program, each after those it asks. */
export const MODULES: readonly ModuleDefinition[] = [platformModule, territoriesModule, reformsModule];

export const JOBS = MODULES.flatMap((module) => module.jobs);
export const SUBSCRIPTIONS = MODULES.flatMap((module) => module.subscriptions);
export const CONSTRAINT_TEXTS = Object.assign({}, ...MODULES.map((module) => module.constraintTexts)) as ModuleDefinition['constraintTexts'];
