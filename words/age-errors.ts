import type { Say } from './errors.ts';
import { inBrackets, textFact } from './facts.ts';
import { formatDay } from './typography.ts';

const nothing = 'Rien n’a été ouvert ni retenu ; le fichier n’a pas été modifié.';

/** What can go wrong with a file closed in the age format, and with the dossiers written so. */
export const ageErrors: Readonly<Record<string, Say>> = {
  'age-not-age': () => [
    'Ce fichier n’est pas un fichier chiffré au format age.',
    nothing,
    'Choisissez le fichier chiffré que Délibéré ou le programme age a écrit.',
  ],
  'age-passphrase-wrong': (facts) => [
    `Cette phrase secrète n’ouvre pas ce fichier${inBrackets(facts['name'])}.`,
    nothing,
    'Vérifiez les majuscules et les accents, puis recommencez.',
  ],
  'age-key-wrong': (facts) => [
    `Cette clé n’est pas celle d’un destinataire de ce fichier${inBrackets(facts['name'])}.`,
    nothing,
    'Donnez la clé secrète qui va avec la clé publique à laquelle le fichier est destiné.',
  ],
  'age-key-other-kind': (facts) => [
    `Ce fichier${inBrackets(facts['name'])} ne s’ouvre pas de cette façon : l’un demande une phrase secrète, l’autre une clé.`,
    nothing,
    'Choisissez l’autre façon d’ouvrir, puis recommencez.',
  ],
  'age-key-unfit': () => ['Cette clé secrète est mal recopiée.', nothing, 'Une clé secrète commence par AGE-SECRET-KEY-1 ; recopiez-la entière.'],
  'age-recipient-unfit': () => [
    'Cette clé publique de destinataire est mal recopiée.',
    'Rien n’a été écrit.',
    'Une clé publique commence par age1 ; recopiez-la entière. Ne donnez jamais ici une clé secrète.',
  ],
  'age-damaged': () => ['Ce fichier chiffré est abîmé ou incomplet.', nothing, 'Copiez-le de nouveau depuis son origine, puis recommencez.'],
  'rehearsal-locked': (facts) => [`Ce fichier${inBrackets(facts['name'])} est chiffré.`, nothing, 'Donnez la phrase ou la clé qui l’ouvre, puis recommencez.'],
  'piece-damaged': (facts) => [
    `Une pièce du dossier ${textFact(facts['candidate'])} est abîmée ou manque dans l’espace de travail : « ${textFact(facts['name'])} ».`,
    'Aucun fichier n’a été écrit ; les autres pièces et la session sont intactes.',
    'Retrouvez cette pièce dans une sauvegarde, puis recommencez.',
  ],
  'piece-not-shown': (facts) => [
    `Cette pièce ne peut pas être affichée ici : « ${textFact(facts['name'])} ».`,
    'Le sac des dossiers et l’archive n’ont pas été modifiés.',
    'Enregistrez-en une copie, puis ouvrez-la avec le programme qui convient.',
  ],
  'dossiers-purged': (facts) => [
    `Les dossiers de cette session ont été détruits${facts['on'] === undefined ? '' : ` le ${formatDay(textFact(facts['on']))}`} : il n’y a plus rien à écrire.`,
    'Aucun fichier n’a été écrit ; le procès-verbal et la chaîne du journal sont intacts.',
    'L’attestation de destruction, sur l’écran de la conservation, dit ce qui a été détruit et pourquoi.',
  ],
  'written-otherwise': () => [
    'Le fichier, relu après son écriture, n’est pas celui qui a été écrit.',
    'Il n’est pas retenu ; la session et ses dossiers sont intacts dans l’espace de travail.',
    'Recommencez, de préférence sur un autre disque.',
  ],
};
