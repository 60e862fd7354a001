import { french } from './french.ts';

/** The screen that archives the session. */
export const archiveWords = {
  title: 'Archiver la session',
  intro: 'Un seul fichier réunit le procès-verbal signé et tout ce qu’il faut pour le vérifier dans des années, sans ce logiciel.',
  notSealed: 'Le procès-verbal n’est pas encore scellé.',
  notSealedText: 'L’archive s’écrit quand tous les membres ont signé et que le responsable pédagogique a apposé son sceau.',
  goSign: 'Aller à l’étape Signer',
  write: 'Écrire l’archive…',
  writeAgain: 'Écrire un autre exemplaire…',
  writeText: 'Vous choisissez où l’enregistrer. Elle est relue et vérifiée aussitôt écrite.',
  written: 'Archive écrite et vérifiée',
  notWhole: 'L’archive écrite ne passe pas sa propre vérification',
  notWholeText: 'Gardez la session telle qu’elle est et écrivez un autre exemplaire, de préférence sur un autre disque.',
  file: 'Fichier',
  digest: 'Empreinte SHA-256',
  already: 'Cette session a déjà été archivée.',
  alreadyDigest: (sha: string) => french(`Empreinte de l’archive écrite : ${sha}`),
  checks: 'Ce qui a été vérifié',
  passed: 'vérifié',
  failed: 'en défaut',
  notChecked: 'à établir',
  faults: 'Défauts',
  unknowable: 'Ce qu’aucune vérification ne peut dire',
  keep: 'Ce qu’il faut garder',
  keepList: [
    'L’archive, en deux endroits distincts, pendant la durée fixée par le règlement (cinquante ans par défaut).',
    french('Le certificat racine de l’organisme (organisme.pem), à part : il établit d’où vient le procès-verbal.'),
    french('L’empreinte de l’archive, notée ailleurs : elle suffit à reconnaître ce fichier.'),
  ],
  verify: 'Vérifier dans des années',
  verifyList: [
    french('Dans Délibéré : Accueil, « Vérifier un document », puis choisir l’archive ou le PDF.'),
    french(
      'Sans Délibéré : le PDF s’ouvre dans tout lecteur, qui reconnaît ses signatures ; l’archive est un fichier ZIP ordinaire, et LISEZMOI.txt dit ce qu’il contient et comment le vérifier.',
    ),
  ],
  levels: {
    established: 'Origine établie, contenu intègre',
    whole: 'Contenu intègre, origine à établir',
    notIntact: 'Contenu altéré',
    unreadable: 'Fichier illisible',
  },
} as const;
