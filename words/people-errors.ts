import type { Say } from './errors.ts';
import { listFact, numberFact, textFact, waitWords } from './facts.ts';
import { countOf } from './typography.ts';

const unchanged = 'Rien n’a été modifié.';

/** What can go wrong with people: personal codes, turns, consent, the room. */
export const peopleErrors: Readonly<Record<string, Say>> = {
  'juror-file-sat': () => [
    'Cette personne siège ou a siégé : un procès-verbal la nomme, ou va la nommer.',
    'Sa fiche et ses justificatifs restent dans l’annuaire.',
    'Archivez sa fiche : elle ne sera plus proposée pour les prochaines sessions.',
  ],
  'juror-already-seated': (facts) => [
    `${textFact(facts['name']) || 'Cette personne'} est déjà au jury de cette session.`.replace(/^./u, (first) => first.toLocaleUpperCase('fr')),
    unchanged,
    'Choisissez une autre personne, ou modifiez le siège de celle qui y est.',
  ],
  'pin-wrong': (facts) => {
    const wait = numberFact(facts['seconds']) ?? 0;
    return [
      'Ce code personnel n’est pas le bon.',
      unchanged,
      wait > 0 ? `Recommencez dans ${waitWords(wait)}.` : 'Recommencez ; après plusieurs essais, un délai s’impose.',
    ];
  },
  'pin-wait': (facts) => [
    'Trop d’essais ont échoué pour ce code personnel.',
    'Le code n’est pas bloqué et rien n’est perdu.',
    `Attendez ${waitWords(numberFact(facts['seconds']) ?? 30)}, puis recommencez.`,
  ],
  'pin-malformed': () => ['Ce code personnel n’a pas la bonne forme.', unchanged, 'Choisissez de 4 à 8 chiffres.'],
  'pin-missing': (facts) => [
    facts['holder'] === 'lead'
      ? 'Le responsable pédagogique n’a pas encore choisi son code personnel.'
      : listFact(facts['jurors']).length > 1
        ? 'Des membres n’ont pas encore choisi leur code personnel.'
        : 'Cette personne n’a pas encore choisi son code personnel.',
    unchanged,
    'Chacun choisit le sien à l’étape Ouvrir, sans le dire aux autres.',
  ],
  'turn-over': () => [
    'Ce tour est terminé : l’écran a été rendu.',
    'Ce qui a été enregistré pendant le tour l’est toujours ; le texte en cours est gardé en brouillon.',
    'Reprenez votre tour avec votre code personnel.',
  ],
  'turn-under-way': (facts) =>
    facts['by'] === 'officer'
      ? [
          'La partie du référent handicap est ouverte : rien d’autre ne se fait avant qu’elle soit refermée.',
          unchanged,
          'Le référent la referme, puis vous recommencez.',
        ]
      : [
          'Un membre a l’ordinateur en main : rien d’autre ne se fait avant la fin de son tour ou de sa lecture.',
          unchanged,
          'Le membre enregistre son avis ou rend l’écran, puis vous recommencez.',
        ],
  'consent-missing': () => [
    'La personne candidate n’a pas consenti à ce que cet aménagement soit porté à la connaissance du jury.',
    'Le jury n’en voit rien.',
    'L’aménagement des épreuves reste un droit ; pour le déclarer au jury, consignez d’abord le consentement.',
  ],
  'not-sitting': () => ['Ce membre ne siège pas pour ce candidat.', unchanged, 'Vérifiez les présences, les déports et les suppléants à l’étape Ouvrir.'],
  'not-president': () => [
    'Seule la présidence du jury peut faire cela.',
    unchanged,
    'Passez l’ordinateur à la personne qui préside : elle saisit son code personnel.',
  ],
  'president-missing': () => [
    'Aucun membre présent n’est désigné pour présider.',
    'La session n’est pas ouverte ; les présences sont enregistrées.',
    'Désignez qui préside parmi les membres présents, et qui supplée la présidence si vous le souhaitez.',
  ],
  'quorum-missing': (facts) => [
    `Le quorum n’est pas atteint : ${countOf(numberFact(facts['present']) ?? 0, 'membre présent', 'membres présents')}, il en faut ${numberFact(facts['quorum']) ?? 3}.`,
    'La session n’est pas ouverte ; les présences sont enregistrées.',
    'Attendez un membre ou faites venir un suppléant, puis ouvrez.',
  ],
  'declaration-missing': (facts) => [
    listFact(facts['jurors']).length > 1 ? 'Plusieurs membres présents n’ont pas déclaré leurs liens.' : 'Un membre présent n’a pas déclaré ses liens.',
    'Les déclarations déjà faites sont enregistrées.',
    'Chaque membre déclare les siens, ou l’absence de lien, avec son code personnel.',
  ],
  'substitute-unfit': () => [
    'Cette personne ne peut pas suppléer ce membre.',
    unchanged,
    'Un suppléant inscrit remplace un titulaire, pas l’inverse : vérifiez les sièges à l’étape Préparer.',
  ],
  'not-recused': () => ['Ce membre n’est pas déporté pour ce candidat.', unchanged, 'Vérifiez le membre et le candidat choisis.'],
  'president-frozen': () => [
    'La session est ouverte : la présidence ne change plus.',
    'La personne désignée avant l’ouverture continue de présider.',
    'En cas d’absence ou de déport, désignez le membre qui la supplée : il présidera à sa place.',
  ],
};
