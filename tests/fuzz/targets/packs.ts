import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { intakeFaults } from '../../../domain/intake-fault.ts';
import { IntakeRefusal } from '../../../documents/imports/intake/manifest.ts';
import { listZip } from '../../../documents/imports/intake/zip.ts';
import { goodZips } from '../../fixtures/hostile/honest.ts';
import { hostileZips } from '../../fixtures/hostile/zips.ts';
import { blindMutations } from '../bytes.ts';
import { holds, type Target } from '../target.ts';
import { zipMutations } from '../zip.ts';

/** Zips of dossiers, as an intake lists and reads them. */
export const zipTarget: Target = {
  name: 'zip',
  most: 100_000,
  inputs: 320,
  mutations: [...zipMutations, ...zipMutations, ...blindMutations],
  sow: () => ({
    seeds: [...goodZips, ...hostileZips].map(({ bytes }) => Buffer.from(bytes())).filter(({ length }) => length <= 10_000),
    facts: {},
  }),
  judge: (_, folder) => {
    const path = join(folder, 'a.zip');
    return async (input) => {
      writeFileSync(path, input);
      try {
        const { files, ignored } = await listZip(path);
        const names = new Set<string>();
        for (const file of files) {
          const name = file.path.join('/');
          const folded = name.normalize('NFKC').toUpperCase();
          holds(!names.has(folded), 'two files of an accepted zip bear one name');
          names.add(folded);
          holds(!/(?:^|\/)\.\.?(?:\/|$)|[\p{Cc}\p{Cf}\\:]|^\//u.test(name), 'a name of an accepted zip leaves its folder, or deceives the eye');
          let bytes = 0;
          for await (const page of file.open()) bytes += page.length;
          holds(bytes === file.bytes, 'a file of an accepted zip has another length than it was told');
        }
        return ignored.length > 0 && files.length === 0 ? 'ignored' : 'accepted';
      } catch (error) {
        if (!(error instanceof IntakeRefusal)) throw error;
        holds(intakeFaults.includes(error.fault), `a refusal is none of those that are declared: ${error.fault}`);
        return error.fault;
      }
    };
  },
};
