import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Before the journeys: a folder where what one of them lays is kept for the others (tests/fixtures/played-store.ts); after them, it goes. */
const keepLaid = (): (() => void) => {
  const folder = mkdtempSync(join(tmpdir(), 'delibere-laid-'));
  process.env['DELIBERE_LAID'] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
};

export default keepLaid;
