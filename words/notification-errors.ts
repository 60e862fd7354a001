import type { Say } from './errors.ts';
import { textFact } from './facts.ts';
import { formatDay } from './typography.ts';

const kept = 'Ce qui était déjà noté est intact ; rien n’a été ajouté.';

/** What can go wrong when letters are noted as sent. */
export const notificationErrors: Readonly<Record<string, Say>> = {
  'sending-day': (facts) => [
    `Une lettre de cette session part entre le ${formatDay(textFact(facts['from']))} et le ${formatDay(textFact(facts['to']))}.`,
    kept,
    'Vérifiez la date, puis recommencez.',
  ],
  'sending-replaced': () => ['Ce qui est à corriger l’a déjà été.', kept, 'Fermez cette fenêtre, puis corrigez la dernière mention.'],
  'companion-vae': () => [
    'Seul un candidat par la voie de la VAE a un accompagnateur à qui le résultat est notifié.',
    kept,
    'Vérifiez la voie d’accès du candidat.',
  ],
};
