import type { Say } from './errors.ts';
import { textFact } from './facts.ts';

const standing = 'Le procès-verbal scellé et ce qui a déjà été rectifié sont intacts.';

/** What can go wrong when a sealed minute is rectified. */
export const rectificationErrors: Readonly<Record<string, Say>> = {
  'rectification-absent': () => ['Aucune rectification n’est ouverte.', standing, 'Ouvrez-en une depuis l’étape Archiver, puis recommencez.'],
  'rectification-running': () => [
    'Une rectification est en cours.',
    standing,
    'Terminez-la : close à l’étape Relire, signée et scellée à l’étape Signer. Ou abandonnez-la à l’étape Relire.',
  ],
  'rectification-only': () => [
    'Pendant une rectification, seules se corrigent les erreurs matérielles, et seules se reprennent les décisions rouvertes.',
    standing,
    'Pour changer une décision, rouvrez d’abord ce bloc, avec son motif. Le reste relève d’une autre session.',
  ],
  'rectification-empty': () => [
    'Cette rectification ne change rien : elle ne peut pas être close.',
    standing,
    'Corrigez ce qui doit l’être, ou abandonnez la rectification.',
  ],
  'rectification-decides': () => [
    'Une décision a été rouverte : la rectification ne s’abandonne plus.',
    standing,
    'Faites délibérer le jury sur le bloc rouvert, puis faites clore la rectification.',
  ],
  'correction-stale': (facts) => [
    `Ce qui figure au procès-verbal n’est plus ce que montrait l’écran : « ${textFact(facts['standing'])} ».`,
    standing,
    'Relisez la valeur actuelle, puis recommencez.',
  ],
  'correction-changes-nothing': () => ['La valeur à lire est celle qui figure déjà.', standing, 'Écrivez ce qu’il faut lire à la place.'],
  'correction-unfit': () => [
    'Cette valeur ne peut pas figurer dans ce champ.',
    standing,
    'Vérifiez qu’elle n’est ni vide ni trop longue, et qu’une date est entière.',
  ],
};
