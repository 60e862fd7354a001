import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { protocol, type Session } from 'electron';
import { headersFor } from './guard/headers.ts';
import { readFileTables } from './place.ts';
import { answerRange } from './range.ts';
import type { View } from '../requests/viewing.ts';

type Origin = 'app' | 'viewer';

const hosts: Readonly<Record<Origin, string>> = { app: 'delibere', viewer: 'reader' };

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
};

/** Declares our two schemes; must run before the machine is ready. */
export function declareSchemes(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true };
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges },
    { scheme: 'viewer', privileges },
  ]);
}

/** Serves the files of the build, and to the reader alone, by ranges, what is shown under a token (`viewer://reader/bytes/TOKEN`). */
export function serveSchemes(session: Session, viewing: (token: string) => Promise<View | null>): void {
  const tables = readFileTables();
  for (const origin of ['app', 'viewer'] as const) {
    session.protocol.handle(origin, async (request) => {
      const address = new URL(request.url);
      if (request.method !== 'GET' || address.host !== hosts[origin]) return refusal(origin);
      const file = tables[origin].get(address.pathname);
      if (file !== undefined) return new Response(readFileSync(file), { headers: headersFor(origin, types[extname(file)] ?? 'application/octet-stream') });
      const token = origin === 'viewer' ? /^\/bytes\/([\w-]{1,120})$/.exec(address.pathname)?.[1] : undefined;
      const view = token === undefined ? null : await viewing(token);
      return (view && answerRange(view, request.headers.get('range'), headersFor(origin, view.type))) ?? refusal(origin);
    });
  }
}

function refusal(origin: Origin): Response {
  return new Response(null, { status: 404, headers: headersFor(origin, 'text/plain') });
}
