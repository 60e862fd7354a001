import type { Say } from './errors.ts';
import { numberFact, textFact } from './facts.ts';
import { formatInstant } from './typography.ts';

const nothing = 'Rien n’a été écrit.';
const hour = (value: unknown, zone: unknown): string => (textFact(value) === '' ? '?' : formatInstant(textFact(value), textFact(zone) || 'UTC'));

/** What can go wrong with the organism's root, and with the hour of a signature. */
export const keyErrors: Readonly<Record<string, Say>> = {
  'clock-set-back': (facts) => [
    `L’horloge de cet ordinateur (${hour(facts['now'], facts['timeZone'])}) est en retard sur ce qui est déjà signé (${hour(facts['earliest'], facts['timeZone'])}).`,
    'Aucune signature n’a été donnée ; celles qui l’étaient sont en place.',
    'Remettez l’ordinateur à l’heure, puis signez de nouveau.',
  ],
  'root-absent': () => ['La racine de l’organisme n’existe pas encore.', nothing, 'Elle est créée à la première signature, ou dès sa première sauvegarde.'],
  'root-other': () => [
    'Cet espace de travail a déjà une autre racine, qui a servi ou peut servir à signer.',
    'Elle est gardée ; rien n’a été remplacé.',
    'Restaurez cette sauvegarde dans un espace de travail neuf, avant toute signature.',
  ],
  'root-unreadable': (facts) => [
    `Ce fichier${textFact(facts['name']) === '' ? '' : ` (${textFact(facts['name'])})`} ne contient pas un certificat racine écrit par Délibéré.`,
    'Rien n’a été ajouté aux racines reconnues.',
    'Demandez à l’organisme son certificat racine (organisme.pem), et comparez son empreinte à celle qu’il publie.',
  ],
  'root-backup-not-verified': () => [
    'La sauvegarde, relue après son écriture, n’est pas celle qui a été écrite.',
    'La racine est intacte dans l’espace de travail ; ce fichier n’est pas retenu comme sauvegarde.',
    'Recommencez, de préférence sur un autre disque.',
  ],
  'root-backup-unreadable': () => [
    'Ce fichier n’est pas une sauvegarde de racine écrite par Délibéré, ou il est abîmé.',
    'Il n’a pas été modifié, et rien n’a été restauré.',
    'Choisissez le fichier que Délibéré a écrit lors de la sauvegarde, ou une autre copie.',
  ],
  'recovery-code-mistyped': (facts) => [
    numberFact(facts['letters']) === null || facts['letters'] === facts['expected']
      ? 'Ce code de secours est mal recopié : son groupe de contrôle ne correspond pas.'
      : `Ce code de secours est incomplet ou trop long : ${numberFact(facts['letters'])} caractères au lieu de ${numberFact(facts['expected'])}.`,
    'Aucun essai n’a été fait ; rien n’a été restauré.',
    'Relisez la fiche, groupe par groupe : 0 est un zéro, 1 est un un.',
  ],
  'recovery-code-wrong': () => [
    'Ce code est bien écrit, mais il n’ouvre pas ce fichier.',
    'Le fichier est intact, et rien n’a été restauré.',
    'Comparez l’empreinte et la date de la fiche à celles du fichier : chaque sauvegarde a son propre code.',
  ],
};
