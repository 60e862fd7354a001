import { french } from './french.ts';
import { formatNumber, space } from './typography.ts';
import { fileSize } from './dossier.ts';

const steps = {
  reading: 'Lecture',
  opening: 'Déchiffrement',
  searching: 'Recherche',
  checking: 'Vérification',
  copying: 'Copie',
  writing: 'Enregistrement',
} as const;
const units = { rows: 'lignes', files: 'fichiers' } as const;

const amount = (unit: 'rows' | 'files' | 'bytes', count: number): string =>
  unit === 'bytes' ? fileSize(count) : `${formatNumber(count)}${space}${units[unit]}`;

/** A long work under way. */
export const workWords = {
  steps,
  /** "Copie : 12 fichiers sur 340"; "Lecture…" while nothing is known. */
  progress: (step: keyof typeof steps, unit: 'rows' | 'files' | 'bytes', done: number, total: number | null): string =>
    total === null && done === 0
      ? `${steps[step]}…`
      : french(
          `${steps[step]} : ${total === null ? amount(unit, done) : `${unit === 'bytes' ? fileSize(done) : formatNumber(done)} sur ${amount(unit, total)}`}`,
        ),
  /** What is read aloud: that a step begins, that all is done, that it was stopped; never how far it is at each instant. */
  begun: (step: keyof typeof steps): string => `${steps[step]} en cours.`,
  ended: 'Opération terminée.',
  stopped: 'Opération interrompue.',
  cancel: 'Interrompre',
  cancelling: 'Arrêt en cours…',
} as const;
