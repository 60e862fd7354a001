import { describe, expect, it } from 'vitest';
import { conclude } from './conclusion.ts';

const of = (kind: string, level: Parameters<typeof conclude>[0]['level'], ...rules: string[]): string =>
  conclude({ kind, level, faults: rules.map((rule) => ({ rule })) }).title;

describe('the conclusion of a verdict', () => {
  it('never says of what nobody signed that it is what was signed', () => {
    for (const kind of ['bag', 'dossiers', 'record']) expect(conclude({ kind, level: 'whole', faults: [] }).text).not.toContain('celui qui a été signé');
    expect(of('minute', 'whole')).toBe('Intact, mais son origine n’est pas établie ici');
    expect(of('archive', 'established')).toBe('Intact, et d’origine établie');
  });
  it('does not call foreign a file that is only closed, or newer', () => {
    expect(of('encrypted', 'unreadable', 'age-locked')).toBe('Ce fichier est chiffré');
    expect(of('encrypted', 'unreadable', 'age-passphrase-wrong')).toBe('Ce fichier reste fermé');
    expect(of('archive', 'unreadable', 'archive-newer')).toBe('Cette archive est d’une version plus récente');
    expect(of('unknown', 'unreadable', 'pdf-header')).toBe('Ce fichier n’est pas un document de Délibéré');
  });
  it('does not accuse an archive of the bag that was given beside it', () => {
    expect(of('archive', 'notIntact', 'archive-dossiers', 'bag-digest')).toBe('Le sac des dossiers ne correspond pas à cette archive');
    expect(of('archive', 'notIntact', 'bag-digest')).toBe('Un fichier a changé depuis l’archivage');
    expect(of('encrypted', 'notIntact', 'age-damaged')).toBe('Ce fichier chiffré est abîmé');
    expect(of('minute', 'notIntact', 'digest-differs')).toBe('Ce document n’est pas intact');
  });
});
