import { personsModule } from '#modules/persons/module.js';
import { territoriesModule } from '#modules/territories/module.js';
import { reformsModule } from '#modules/reforms/module.js';
import { platformModule } from './platform-module.js';
import type { Contributions } from '#platform/actions/contributions.js';
import type { ModuleDefinition } from '#web/module-definition.js';

/** The modules of the program, each after those it asks. */
export const MODULES: readonly ModuleDefinition[] = [platformModule, territoriesModule, personsModule, reformsModule];

export const JOBS = MODULES.flatMap((module) => module.jobs);
export const SUBSCRIPTIONS = MODULES.flatMap((module) => module.subscriptions);
export const CONSTRAINT_TEXTS = Object.assign({}, ...MODULES.map((module) => module.constraintTexts)) as ModuleDefinition['constraintTexts'];
export const CONTRIBUTIONS: Contributions = { reports: MODULES.flatMap((module) => module.reports), work: MODULES.flatMap((module) => module.work) };
