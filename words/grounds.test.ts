import { describe, expect, it } from 'vitest';
import { sayGap, sayGrounds, type GroundsShape } from './grounds.ts';

const names: Readonly<Record<string, string>> = { a: 'Mme Alpha', b: 'M. Bêta', c: 'Mme Gamma', d: 'M. Delta' };
const nameOf = (id: string): string => names[id] ?? id;
const say = (grounds: GroundsShape, name: typeof nameOf | null = nameOf): string =>
  sayGrounds(grounds, name, 'Europe/Paris').replaceAll(/[\u00A0\u202F]/g, ' ');

const decided: GroundsShape = {
  kind: 'decided',
  decision: { at: '2026-03-17T09:05:00.000Z', rule: 'collegial', regulations: 'reglement-type 1.0', members: ['a', 'b', 'd'], president: 'a' },
  path: 'FC',
  recusals: [{ jurorId: 'c', cause: 'professional', substitute: 'd' }],
  superseded: 1,
};

describe('why a block is where it is', () => {
  it('names the rule, its version, the jury, who presides, the recusals, the text applied and what was replaced', () =>
    expect(say(decided)).toBe(
      'décision collégiale à 10 h 05, règlement reglement-type 1.0 ; jury : Mme Alpha, M. Bêta et M. Delta ; préside : Mme Alpha ; déport : Mme Gamma (lien professionnel, M. Delta siège) ; texte de la fiche pour la voie FC ; 1 décision antérieure remplacée',
    ));
  it('names nobody on a page that is one candidate’s', () =>
    expect(say(decided, null)).toBe(
      'décision collégiale à 10 h 05, règlement reglement-type 1.0 ; texte de la fiche pour la voie FC ; 1 décision antérieure remplacée',
    ));
  it('says where an acquired block comes from', () => {
    expect(say({ kind: 'brought', brought: { kind: 'earlier', minute: '2025-007', on: '2025-03-12' } })).toBe('par le PV 2025-007 du 12 mars 2025');
    expect(
      say({ kind: 'brought', brought: { kind: 'equivalence', from: 'RNCP34979BC01', reference: 'EQ-4', on: '2025-05-28', authority: 'Commission' } }),
    ).toBe('par équivalence de RNCP34979BC01, EQ-4, 28 mai 2025, Commission');
  });
  it('tells an absence of the day from one on the block', () => {
    expect(say({ kind: 'absent', scope: 'block', presence: 'present' })).toBe('candidat absent à ce bloc');
    expect(say({ kind: 'absent', scope: 'candidate', presence: 'excused' })).toBe('candidat excusé');
  });
  it('gives the cause of a postponement with what the jury lacks', () =>
    expect(
      say({
        kind: 'postponed',
        cause: 'composition',
        note: 'Suppléante absente',
        gaps: [{ kind: 'members', needed: 3, sitting: 2 }, { kind: 'president' }],
        entry: { entryDate: '2024-01-15', from: '2022-09-29', to: '2025-09-29' },
      }),
    ).toBe('composition du jury (2 membres siègent, il en faut 3, personne ne préside) ; Suppléante absente'));
  it('says who must still declare', () => expect(sayGap({ kind: 'undeclared', jurors: ['a', 'b'] }, nameOf)).toContain('Mme Alpha et M. Bêta'));
});
