// Loaded before the program, for the bench alone (`node --import`): the same code, with the ciphers of the store taken out of its text as it is read.
// A line that is no longer there stops the measure: it would compare the encrypted store with itself.
import { registerHooks } from 'node:module';

const without: Readonly<Record<string, readonly (readonly [there: string, put: string])[]>> = {
  'db/connection.ts': [
    ["db.pragma(`cipher='sqlcipher'`);", ''],
    ["db.pragma('legacy=4');", ''],
    ["db.pragma(`key=\"x'${Buffer.from(key).toString('hex')}'\"`);", 'void key;'],
  ],
  'db/sealed-file.ts': [
    [
      `  const cipher = createCipheriv('aes-256-gcm', key, nonceOf(rank, last));
  const body = cipher.update(plain);
  cipher.final();
  return [body, cipher.getAuthTag()];`,
      'return [plain, Buffer.alloc(tagSize)];',
    ],
    [
      `  const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(rank, last));
  decipher.setAuthTag(sealed.subarray(sealed.length - tagSize));
  const plain = decipher.update(sealed.subarray(0, sealed.length - tagSize));`,
      'const decipher = { final: () => undefined }; const plain = sealed.subarray(0, sealed.length - tagSize);',
    ],
  ],
};

registerHooks({
  load: (url, context, next) => {
    const loaded = next(url, context);
    const changes = Object.entries(without).find(([path]) => url.endsWith(`/${path}`))?.[1];
    if (!changes) return loaded;
    let source = Buffer.from((loaded.source ?? '') as Uint8Array).toString('utf8');
    for (const [there, put] of changes) {
      if (!source.includes(there)) throw new Error(`${url}: the cipher is no longer where the bench takes it out: ${there}`);
      source = source.replace(there, put);
    }
    return { ...loaded, source };
  },
});
