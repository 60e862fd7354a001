// Run by itself (`npm run runtime`), prepares the machine and says where Electron is.
import { asScript } from './command.ts';
import { screenPrefix } from './display.ts';
import { ensureElectron } from './electron.ts';

await asScript(async () => {
  screenPrefix();
  console.log(JSON.stringify(await ensureElectron(), null, 2));
});
