import { findPackageJSON } from 'node:module';
import { dirname } from 'node:path';

/** The folder of the project with `db/` and `dist/`. Sources and what is built of them stand at different depths below it. */
export const PROJECT_FOLDER: string = dirname(findPackageJSON(import.meta.url)!);
