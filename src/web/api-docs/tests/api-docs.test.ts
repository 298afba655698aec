import { afterAll, beforeAll, expect, test } from 'vitest';
import { testPlatform, type TestPlatform } from '#test/test-platform.js';

let t: TestPlatform;
beforeAll(async () => void (t = await testPlatform()));
afterAll(() => t.close());

const get = async (url: string) => t.server.inject({ url, headers: { accept: 'text/html' } });

test('the document is OpenAPI 3.1 and names what can be asked, but no page', async () => {
  const { paths, openapi } = (await get('/api/openapi.json')).json<{ openapi: string; paths: Record<string, unknown> }>();
  expect(openapi).toMatch(/^3\.1/);
  expect(Object.keys(paths)).toContain('/api/territories/{atvk}');
  expect(Object.keys(paths).filter((path) => !/^\/(api|ims\/oneroster)\//.test(path))).toEqual([]);
});

test('the document says how programs sign in, what is open to everybody, and how refusals look', async () => {
  const { paths, components } = (await get('/api/openapi.json')).json<{ paths: Record<string, { get: { security: object[]; responses: Record<string, object> } }>; components: { securitySchemes: object } }>();
  expect(components.securitySchemes).toMatchObject({ token: { type: 'http', scheme: 'bearer' } });
  expect(paths['/api/events']!.get.security).toEqual([{ token: [] }]);
  expect(paths['/api/territories']!.get).toMatchObject({ security: [], responses: { default: { content: { 'application/problem+json': {} } } } });
});

test('an operation that needs a reason has a place for it, and only such a one', async () => {
  type Operation = { parameters?: { name: string; in: string; required?: boolean }[] };
  const { paths } = (await get('/api/openapi.json')).json<{ paths: Record<string, Record<string, Operation>> }>();
  const reasonOf = (path: string, method: string) => paths[path]![method]!.parameters?.find((one) => one.in === 'header' && one.name === 'x-reason');
  expect(reasonOf('/api/education/memberships', 'get')).toMatchObject({ required: true });
  expect(reasonOf('/api/persons/search', 'post')).toMatchObject({ required: true });
  expect(reasonOf('/api/territories', 'get')).toBeUndefined();
});

test('the page lists each operation, with a form for what a form can ask', async () => {
  const { body } = await get('/api?lang=en');
  expect(body).toContain('GET /api/territories/{atvk}');
  expect(body).not.toContain('`');
  expect(body).toContain(`-d grant_type=client_credentials ${t.platform.installation.publicUrl}/oidc/token`);
  expect(body).toMatch(/<form class="form" method="get" action="\/api\/territories">[^]*name="on"/);
});

test('the interactive page has no script or style of its own inside, so the common security policy holds', async () => {
  const { body, headers } = await get('/api/docs');
  expect(headers['content-security-policy']).toContain("style-src 'self';");
  expect(body).not.toMatch(/<script(?![^>]*src=)|<style|style="/);
  for (const [, address] of body.matchAll(/(?:src|href)="(\/api\/docs\/[^"]+)"/g)) expect((await get(address!)).statusCode).toBe(200);
});
