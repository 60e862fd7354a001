import { afterWords } from '../after.ts';
import { doorWords } from '../doors.ts';
import { homeWords, verifyWords } from '../home.ts';
import { notificationWords } from '../notification.ts';
import { readingWords } from '../reading.ts';
import { rectifyWords } from '../rectify.ts';
import { list, note, on, part, picture, steps, text, type Chapter } from './passage.ts';

/** Letters, holders, rectification, statistics, retention. */
export const afterChapter: Chapter = {
  id: 'after',
  slug: 'apres',
  title: 'Après la session',
  lead: 'Pour le responsable pédagogique, dans les semaines qui suivent.',
  passages: [
    part('Les lettres'),
    text(
      `${on(notificationWords.all)} écrit en un seul fichier une notification par candidat, les attestations de blocs, les annonces et la synthèse. Délibéré n’envoie rien : notez chaque envoi, et les VAE en retard viendront en tête. Leur délai est de quinze jours.`,
    ),
    picture('lettres', 'Les lettres : qui attend la sienne, jusqu’à quand, et ce qui est déjà parti.'),
    part('Les titulaires'),
    text(
      `Dans les trois mois, chaque titulaire de la certification complète se déclare à la Caisse des dépôts. ${on(afterWords.sections.holders)} dit ce qui manque à chacun, écrit le fichier à déposer et lit le compte rendu. Aucun numéro de sécurité sociale n’y entre.`,
    ),
    part('Rectifier'),
    text(
      `Une erreur se corrige par ${on(rectifyWords.open)} Le procès-verbal scellé ne change pas : un rectificatif numéroté dit « au lieu de » et « lire », et les mêmes membres le signent. Une décision ne change qu’après une nouvelle délibération. Les lettres à renvoyer sont alors nommées.`,
    ),
    part('Statistiques et conservation'),
    list(
      `${on(doorWords.statistics)}, à l’accueil : certifiés par année, résultats par voie et par bloc, délais. L’export public masque les petits effectifs.`,
      `${on(doorWords.retention)} : jusqu’à quand chaque donnée se garde, et pourquoi. Rien n’est détruit sans vous. Une purge est sans retour et laisse sa preuve ; un recours la suspend.`,
    ),
    picture('conservation', 'Le calendrier de conservation : chaque sorte de données, son terme et sa raison.'),
  ],
};

/** Verifying a minute years later, by anyone. */
export const verifyChapter: Chapter = {
  id: 'verify',
  slug: 'verifier',
  title: 'Vérifier un procès-verbal',
  lead: 'Pour tous, le jour même ou des années plus tard.',
  passages: [
    steps(
      `Déposez le fichier dans la fenêtre, ou choisissez-le : ${on(homeWords.verify)}. L’espace de travail n’a pas besoin d’être ouvert.`,
      'Lisez le verdict. Chaque contrôle est listé ; le premier défaut est nommé, avec ce qu’il faut en penser.',
      `Un contenu intact ne dit pas encore de qui il vient. ${on(verifyWords.giveRoot)} : c’est le fichier que l’organisme vous a remis par ailleurs.`,
    ),
    picture('verifier', 'Le verdict sur un procès-verbal : intact, d’origine établie, contrôle par contrôle.'),
    list(
      `Une archive se relit en entier, avec tout ce qu’elle contient, sans rien modifier : ${on(readingWords.door)}.`,
      'Une page imprimée ne prouve rien : c’est le fichier PDF qui porte les signatures.',
      'L’heure d’une signature est celle de l’ordinateur de la session. Le verdict le rappelle, parmi ce que cette vérification ne peut pas dire.',
    ),
    note('Vérifier concerne un fichier ; valider concerne un bloc. Les deux mots ne se remplacent jamais.'),
  ],
};
