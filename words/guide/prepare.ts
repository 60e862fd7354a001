import { certificationWords } from '../certifications.ts';
import { dossierWords } from '../dossier.ts';
import { importWords } from '../import-screen.ts';
import { intakeWords } from '../intake.ts';
import { candidateWords, prepareWords } from '../prepare.ts';
import { scheduleWords } from '../schedule.ts';
import { list, note, on, part, picture, steps, text, type Chapter } from './passage.ts';

const { sections } = prepareWords;

/** The preparation of a session by the lead. */
export const prepareChapter: Chapter = {
  id: 'prepare',
  slug: 'preparer',
  title: 'Préparer',
  lead: 'Pour le responsable pédagogique, dans les semaines qui précèdent le jury.',
  passages: [
    text(
      `La préparation a sept parties, à gauche de l’écran. On y entre dans n’importe quel ordre ; ${on(sections.readiness)} dit à tout moment où l’on en est.`,
    ),
    part('La fiche et le règlement'),
    steps(
      `Une certification absente de la liste s’importe du fichier ouvert de France compétences : ${on(certificationWords.importLong)}. Les compétences de chaque bloc se confirment à la lecture.`,
      `Si la fiche se contredit, écrivez ce qui est retenu et pourquoi, puis ${on(prepareWords.acknowledge)} : c’est imprimé au procès-verbal.`,
      'Relisez le règlement du jury : quorum, abstention, partage des avis, durées de conservation, voies de recours. Délibéré n’invente aucune de ces règles.',
    ),
    part('Le jury'),
    text(
      'Inscrivez les membres titulaires et au moins un suppléant qualifié. Un lien connu d’avance avec une personne candidate se note ici ; chaque membre le déclarera lui-même le jour venu.',
    ),
    part('Les candidats, depuis un tableur'),
    steps(
      `${on(importWords.open.candidates)} prend un fichier XLSX ou CSV, une personne par ligne ; ${on(importWords.templateXlsx)} donne un tableau prêt à remplir.`,
      'Dites une fois ce que contient chaque colonne : ce choix est retenu.',
      'Relisez l’aperçu. Chaque erreur est sur sa ligne, avec sa raison ; rien n’entre avant que vous l’ayez décidé.',
      `Un import se défait : ${on(importWords.undo)}.`,
    ),
    picture('preparer-import', 'L’aperçu d’un import : chaque ligne à corriger dit ce qui ne va pas, rien n’est encore inscrit.'),
    text(`Une personne s’inscrit aussi seule : ${on(candidateWords.add)}.`),
    part('Les dossiers'),
    text(
      `${on(intakeWords.open)} prend un dossier ou une archive ZIP entière et rattache chaque fichier à la personne que nomme son chemin. Vous tranchez ce qui reste douteux. Tout est copié et chiffré ; l’original n’est pas touché.`,
    ),
    text(
      `Dans un dossier, un projet couvre des blocs : un rapport, des livrables, une soutenance, une grille. Pour une VAE, chaque preuve se relie aux compétences qu’elle établit. L’onglet ${on(dossierWords.tabs.coverage)} montre celles qui restent sans preuve.`,
    ),
    picture('preparer-dossier', 'Le dossier d’une personne candidate : ses pièces, leur nature, ce qui reste à fournir.'),
    part('Le déroulé et les aménagements'),
    list(
      `Le déroulé place les soutenances dans des créneaux de même longueur : personne ne peut deviner un temps majoré sur la feuille de la porte. ${on(scheduleWords.save)}, puis imprimez les feuilles.`,
      'La personne référente handicap consigne la mesure et son effet, jamais un diagnostic. Le jury n’en voit rien sans le consentement écrit de l’intéressé.',
    ),
    part('Ce qui manque'),
    text('Chaque manque dit ce qu’il entraîne et mène à l’endroit où le corriger. Seuls les points bloquants empêchent l’ouverture.'),
    picture('preparer-manque', 'Ce qui manque : chaque point, ce qu’il entraîne, et le bouton qui y mène.'),
    note('Une fois la session ouverte, la préparation se lit encore mais ne change plus.'),
  ],
};
