import { decisionWords } from '../decision.ts';
import { blockPanelWords, deliberateWords } from '../deliberate.ts';
import { passWords, turnWords } from '../turn.ts';
import { list, note, on, part, picture, steps, text, type Chapter } from './passage.ts';

/** The heart of the day: turns, reveal, decisions. */
export const deliberateChapter: Chapter = {
  id: 'deliberate',
  slug: 'deliberer',
  title: 'Délibérer',
  lead: 'Pour les membres du jury, ensemble autour d’un écran.',
  passages: [
    text(
      'À gauche, les candidats dans l’ordre, avec qui doit sortir. Au milieu, le dossier. À droite, le bloc : trois sièges, la décision, et en bas ce que la décision entraîne, en toutes lettres.',
    ),
    steps(
      `La personne est là : ${on(deliberateWords.present)}. Absente ou excusée, elle est inscrite au procès-verbal, sans décision.`,
      'Le dossier s’ouvre au milieu, page par page : pièces, grilles, soutenance. La minuterie de la soutenance peut toujours être suspendue.',
    ),
    picture('deliberer', 'La délibération : les candidats à gauche, le dossier au milieu, le bloc et ses sièges à droite.'),
    part('Passer l’ordinateur'),
    steps(
      `${on(blockPanelWords.giveOpinion)} vide l’écran et nomme le membre attendu. Passez-lui l’ordinateur.`,
      `Il tape son code, puis ${on(passWords.begin)}. Il est seul : rien de ce qui a été saisi avant lui ne s’affiche.`,
      `Il choisit un avis, écrit s’il le veut une note de travail, puis ${on(turnWords.record)}. L’écran redevient vide, et nomme le suivant.`,
    ),
    picture('passer', 'L’écran vide entre deux tours : à qui passer l’ordinateur, et un code à taper.'),
    note('Une note de travail concerne une personne : elle peut demander à la lire. Elle n’est ni au procès-verbal ni dans l’archive.'),
    part('Révéler, puis décider'),
    steps(
      `Quand tous les avis sont enregistrés, et pas avant : ${on(blockPanelWords.reveal)}. Ils s’ouvrent ensemble.`,
      `Discutez. Si une pièce relue change la discussion, ${on(blockPanelWords.another)} redonne la parole à chacun, en secret ; le premier tour reste visible du jury.`,
      `Prononcez la décision : ${on(decisionWords.validated)} ou ${on(decisionWords.notValidated)}. Délibéré n’en propose aucune.`,
      `Un bloc non validé demande un motif, les compétences qui le fondent et une recommandation. ${on(decisionWords.record)} : l’heure s’affiche en haut.`,
    ),
    picture('reveler', 'Les avis révélés ensemble, la décision du jury et son motif.'),
    list(
      `Une décision se rouvre (${on(decisionWords.reopen)}) avec un motif, sous le code de qui préside. L’ancienne reste lisible.`,
      'Un bloc acquis l’est pour toujours. Une absence à un bloc laisse les autres décidables. Un bloc ne se compense pas par un autre.',
      `La matrice des candidats et des blocs est à une touche : ${on(deliberateWords.matrix)}.`,
    ),
  ],
};
