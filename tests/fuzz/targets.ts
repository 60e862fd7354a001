import type { Target } from './target.ts';

/** Every reader of foreign bytes that is fuzzed, by its name; the file of each is loaded when it is asked for. */
const found: Readonly<Record<string, () => Promise<Target>>> = {
  csv: async () => (await import('./targets/tables.ts')).csvTarget,
  xlsx: async () => (await import('./targets/tables.ts')).xlsxTarget,
  zip: async () => (await import('./targets/packs.ts')).zipTarget,
  fiche: async () => (await import('./targets/xml.ts')).ficheTarget,
  report: async () => (await import('./targets/xml.ts')).reportTarget,
  minute: async () => (await import('./targets/signed.ts')).minuteTarget,
  archive: async () => (await import('./targets/archives.ts')).archiveTarget,
  bag: async () => (await import('./targets/archives.ts')).bagTarget,
  record: async () => (await import('./targets/records.ts')).recordTarget,
  working: async () => (await import('./targets/records.ts')).workingTarget,
  age: async () => (await import('./targets/closed.ts')).ageTarget,
  p12: async () => (await import('./targets/closed.ts')).p12Target,
  root: async () => (await import('./targets/closed.ts')).rootTarget,
  keys: async () => (await import('./targets/closed.ts')).keysTarget,
};

/** The names of the targets. */
export const targetNames: readonly string[] = Object.keys(found);

/** A target by its name; throws where there is none. */
export const targetNamed = (name: string): Promise<Target> => {
  const make = found[name];
  if (make === undefined) throw new Error(`no target is called ${name}`);
  return make();
};
