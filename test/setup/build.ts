/** Builds what is tested as it is started by `npm start`, where it changed since the last build. */
export default async function setup(): Promise<void> {
  const { buildWhenChanged } = (await import('../../bin/setup/build.mjs' as string)) as { buildWhenChanged: () => Promise<void> };
  await buildWhenChanged();
}
