import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { allowances, faultsOf, readSources } from './imports.ts';

const root = join(import.meta.dirname, '..', '..');

describe('the house', () => {
  it('has every room, and every file in them keeps the rules', () => {
    const sources = readSources(root);
    for (const folder of Object.keys(allowances))
      expect(
        sources.some((source) => source.path.startsWith(`${folder}/`)),
        folder,
      ).toBe(true);
    expect(sources.flatMap(faultsOf)).toEqual([]);
  });
});

describe('the check of the house can fail', () => {
  const planted: readonly (readonly [string, string, string])[] = [
    ['domain/juror.ts', "import { readFileSync } from 'node:fs';", 'domain may not import node:fs'],
    ['domain/juror.ts', "import { open } from '../db/open.ts';", 'domain may not import db'],
    ['domain/juror.ts', "import type { Db } from '../db/open.ts';", 'domain may not import db'],
    ['domain/juror.ts', "export { open } from '../db/open.ts';", 'domain may not import db'],
    ['words/minute.ts', "import type { Juror } from '../domain/jury.ts';", 'words may not import domain'],
    ['db/open.ts', "import { homedir } from 'node:os';", 'db may not import node:os'],
    ['db/open.ts', "import { z } from 'zod';", 'db may not import the package zod'],
    ['documents/minute/draw.ts', "import { open } from '../../db/open.ts';", 'documents may not import db'],
    ['documents/minute/draw.ts', "import Database from 'better-sqlite3';", 'documents may not import the package better-sqlite3'],
    ['requests/session.ts', "import { app } from 'electron';", 'only electron imports electron'],
    ['requests/session.ts', "import { words } from '../words/errors.ts';", 'requests may not import words'],
    ['requests/session.ts', "import { useState } from 'react';", 'requests may not import the package react'],
    ['requests/session.ts', "const rows = db.prepare('SELECT id FROM session').all();", 'holds SQL'],
    ['electron/window.ts', "import { readSession } from '../db/session.ts';", 'electron may not import db'],
    ['electron/window.ts', "import { useStore } from 'zustand';", 'electron may not import the package zustand'],
    ['renderer/app.tsx', "const { openDesk } = await import('../requests/desk.ts');", 'renderer may not import requests'],
    ['renderer/app.tsx', "import 'node:fs';", 'renderer may not import node:fs'],
    ['renderer/app.tsx', "import { app } from 'electron';", 'only electron imports electron'],
    ['scripts/demo.ts', "import { openWindow } from '../electron/window.ts';", 'scripts may not import electron'],
    ['scripts/demo.ts', "import { fixture } from '../tests/fixtures/desk.ts';", 'scripts may not import tests'],
    ['scripts/demo.ts', "import { request } from 'node:https';", 'imports the network'],
    ['electron/window.ts', "const net = require('net');", 'imports the network'],
    ['electron/window.ts', "const page = await fetch('https://example.org');", 'calls fetch'],
    ['electron/lock.ts', "const kept = safeStorage.encryptString('secret');", "asks the system's keyring"],
    ['domain/juror.ts', 'export default {};', 'has a default export'],
    ['domain/juror.ts', 'export const one = 1;\n'.repeat(301), 'has 301 lines'],
  ];

  it.each(planted)('%s with %s', (path, text, fault) => {
    expect(faultsOf({ path, text }).join('\n')).toContain(fault);
  });

  it('and lets an honest file through', () => {
    expect(faultsOf({ path: 'requests/session.ts', text: "import { z } from 'zod';\nimport { open } from '../db/open.ts';\n" })).toEqual([]);
  });
});
