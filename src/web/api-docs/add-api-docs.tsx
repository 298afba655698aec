import { createReadStream, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { VNode } from 'preact';
import { documentOf, type ViewOf } from '../add-web-route.js';
import type { View } from '../view.js';
import { operationsOf } from './operations.js';
import { ApiPage } from './page.js';

const SWAGGER_UI = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
const { version } = JSON.parse(readFileSync(join(SWAGGER_UI, 'package.json'), 'utf8')) as { version: string };
const FILES = { 'swagger-ui.css': 'text/css; charset=utf-8', 'swagger-ui-bundle.js': 'text/javascript; charset=utf-8' } as const;
const ASSETS = `/api/docs/${version}`;
const HIDDEN = { schema: { hide: true } } as const;

/** The contract for machines as a page (`/api`), as a document (`/api/openapi.json`) and with script to try everything (`/api/docs`). */
export function addApiDocs(server: FastifyInstance, viewOf: ViewOf, publicUrl: string): void {
  server.get('/api/openapi.json', HIDDEN, (_, reply) => reply.type('application/json; charset=utf-8').send(JSON.stringify(server.swagger())));
  server.get('/api', HIDDEN, (request, reply) =>
    reply.type('text/html; charset=utf-8').send(documentOf(<ApiPage view={viewOf(request, reply)} operations={operationsOf(server)} publicUrl={publicUrl} />)),
  );
  server.get('/api/docs', HIDDEN, (request, reply) => reply.type('text/html; charset=utf-8').send(documentOf(<InteractivePage view={viewOf(request, reply)} />)));
  server.get('/api/docs/begin.js', HIDDEN, (_, reply) => reply.type('text/javascript; charset=utf-8').send(BEGIN));
  for (const [name, type] of Object.entries(FILES)) {
    server.get(`${ASSETS}/${name}`, HIDDEN, (_, reply) =>
      reply.type(type).header('cache-control', 'public, max-age=31536000, immutable').send(createReadStream(join(SWAGGER_UI, name))),
    );
  }
}

/** Swagger UI is a page of its own: its style sheet would fight ours. It lives under the same content security policy. */
const InteractivePage = ({ view: { lang, csrf, frame } }: { view: View }): VNode => (
  <html lang={lang}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="csrf-token" content={csrf} />
      <title>API – Vienkopus</title>
      <link rel="icon" href={frame.assets.icon} type="image/svg+xml" />
      <link rel="stylesheet" href={`${ASSETS}/swagger-ui.css`} />
      <script defer src={`${ASSETS}/swagger-ui-bundle.js`} />
      <script defer src="/api/docs/begin.js" />
    </head>
    <body>
      <p>
        <a href="/api">{lang === 'lv' ? '← API apraksts bez skripta un kā programma saņem marķieri' : '← The API page without script, and how a program gets its token'}</a>
      </p>
      <main id="swagger-ui" lang="en" />
    </body>
  </html>
);

/** Forms sent from here carry the session's token, as our own do. */
const BEGIN = `
const token = document.querySelector('meta[name=csrf-token]').content;
SwaggerUIBundle({
  url: '/api/openapi.json',
  dom_id: '#swagger-ui',
  deepLinking: true,
  validatorUrl: null,
  tryItOutEnabled: true,
  requestInterceptor: (request) => {
    if (token) request.headers['x-csrf-token'] = token;
    return request;
  },
});
`;
