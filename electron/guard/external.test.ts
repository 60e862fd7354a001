import type { Shell } from 'electron';
import { expect, test } from 'vitest';
import { refuseExternal } from './external.ts';

test('no link, file or folder is handed to another program, whatever calls', async () => {
  const handed: string[] = [];
  const shell = {
    openExternal: async (address: string) => void handed.push(address),
    openPath: async (path: string) => String(handed.push(path)),
    showItemInFolder: (path: string) => void handed.push(path),
  } as unknown as Shell;
  refuseExternal(shell);
  await expect(shell.openExternal('https://example.org/')).rejects.toThrow();
  expect(await shell.openPath('/tmp/foreign.pdf')).not.toBe('');
  shell.showItemInFolder('/tmp/foreign.pdf');
  expect(handed).toEqual([]);
});
