import type { TestProject } from 'vitest/node';
import { loadReferenceData } from '#app/data/reference-data.js';
import { bringUpToDate, ensureDatabase } from '#app/open-database.js';
import { openDatabase } from '#platform/db/database.js';
import { dropAll, startTestServer } from './test-server.js';

declare module 'vitest' {
  interface ProvidedContext {
    superuserUrl: string;
    template: string;
  }
}

/** One server for all test files, and one migrated database with the reference data that each file clones. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startTestServer();
  const template = `template_${process.pid}_${project.name}`;
  const url = await ensureDatabase(server.superuserUrl, template);
  await bringUpToDate(url, () => undefined);
  const database = openDatabase({ url, checkRows: true });
  await loadReferenceData(database, new Date());
  await database.close();
  project.provide('superuserUrl', server.superuserUrl);
  project.provide('template', template);
  return async () => {
    await dropAll(server.superuserUrl, template);
    await server.stop();
  };
}
