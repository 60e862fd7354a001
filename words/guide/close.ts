import { archiveWords } from '../archiving.ts';
import { reviewWords } from '../review.ts';
import { signWords } from '../sign.ts';
import { list, note, on, picture, steps, text, type Chapter } from './passage.ts';

/** The last reading. */
export const reviewChapter: Chapter = {
  id: 'review',
  slug: 'relire',
  title: 'Relire',
  lead: 'Pour le jury et le responsable pédagogique, avant de clore.',
  passages: [
    text(
      'Chaque candidat, chaque bloc, chaque résultat, tel que le procès-verbal le dira. Lisez-le à voix haute : c’est le dernier moment où tout se corrige simplement.',
    ),
    picture('relire', 'La relecture : les décisions par candidat et par bloc, les incidents, les totaux.'),
    steps(
      `Un événement de la journée se note dans les incidents : ${on(reviewWords.addIncident)}. Des faits, sans nom de tiers ni donnée de santé.`,
      'Ce qui n’est pas décidé est nommé, avec le bouton qui y ramène.',
      `Le responsable pédagogique confirme par son code : ${on(reviewWords.close)}.`,
    ),
    note('La clôture est définitive. Une erreur découverte ensuite se corrige par un procès-verbal rectificatif.'),
  ],
};

/** The signatures and the seal. */
export const signChapter: Chapter = {
  id: 'sign',
  slug: 'signer',
  title: 'Signer',
  lead: 'Pour chaque membre du jury, puis le responsable pédagogique.',
  passages: [
    steps(
      `${on(signWords.preview)}, et relisez-le page par page.`,
      `${on(signWords.establish)} : le document est figé. C’est ce fichier, et aucun autre, que chacun signe.`,
      `Chaque membre confirme qui il est, dessine sa signature ou écrit son nom, et tape son code : ${on(signWords.sign)}.`,
      `Le responsable pédagogique vient en dernier : ${on(signWords.seal)}.`,
      `${on(signWords.save)} donne le procès-verbal, que n’importe qui pourra vérifier.`,
    ),
    picture('signer', 'L’étape Signer : le procès-verbal figé à gauche, les signataires et ce qui reste à signer à droite.'),
    list(
      `Un membre ne peut ou ne veut pas signer : ${on(signWords.refuse)}. Le motif est imprimé et le document établi de nouveau ; ceux qui avaient signé signent encore.`,
      'Une signature n’est jamais réutilisée : elle vaut pour ce document et pour lui seul.',
    ),
  ],
};

/** What leaves the computer once everything is signed. */
export const archiveChapter: Chapter = {
  id: 'archive',
  slug: 'archiver',
  title: 'Archiver',
  lead: 'Pour le responsable pédagogique, le soir même.',
  passages: [
    text(
      'L’archive réunit en un fichier le procès-verbal, ses données, les certificats et de quoi tout vérifier, même dans cinquante ans et sans Délibéré. Elle ne contient ni avis individuel, ni pièce d’un candidat.',
    ),
    steps(
      'Si les dossiers doivent être gardés à part, écrivez-les d’abord : l’archive cite leur empreinte.',
      `${on(archiveWords.write)} : elle est relue et vérifiée aussitôt écrite. Rangez-en deux exemplaires à deux endroits.`,
      `${on(archiveWords.working.open)} garde, chiffrés, les avis et les notes, pour qui devrait un jour justifier une décision.`,
    ),
    picture('archiver', 'L’étape Archiver : trois fichiers dans l’ordre, celui qui est indispensable, et ce qui a été fait.'),
    note('Une phrase de passe donnée à un fichier n’est gardée nulle part. Notez-la à part, ou le fichier est perdu.'),
  ],
};
