import type { TestProject } from 'vitest/node';
import { startProgramOn } from './demo-program.js';
import { cloneDatabase, dropAll, startTestServer } from './test-server.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the running program with its demonstration data, shared by all journeys. */
    demo: string;
    /** The server, and the name of its database with demonstration data that programs of a journey's own clone. */
    demoServer: string;
    demoTemplate: string;
    /** The simulated authority that sealed the demonstration's certificates. */
    demoAuthority: string;
  }
}

/** The demonstration data are loaded once; the program that all journeys share and those of a journey's own stand on copies. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startTestServer();
  const template = `demo_${process.pid}`;
  const loading = await startProgramOn(await cloneDatabase(server.superuserUrl, 'template1', template));
  const authority = await loading.authority();
  await loading.stop();
  const program = await startProgramOn(await cloneDatabase(server.superuserUrl, template, `${template}_shared`), {}, authority);
  project.provide('demo', program.address);
  project.provide('demoServer', server.superuserUrl);
  project.provide('demoTemplate', template);
  project.provide('demoAuthority', authority);
  return async () => {
    await program.stop();
    await dropAll(server.superuserUrl, template);
    await server.stop();
  };
}
