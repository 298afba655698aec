import pg from 'pg';

/**
 * A connection of one's own, to be connected and ended by whoever asked for it. Where its server ends meanwhile the statement under way
 * or the next one fails; that nothing was under way just then is no fault by itself, and would end the program.
 */
export function ownClient(settings: pg.ClientConfig): pg.Client {
  const client = new pg.Client(settings);
  client.on('error', () => undefined);
  return client;
}
