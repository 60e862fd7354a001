import type { Say } from './errors.ts';
import { inBrackets, listFact, numberFact, textFact } from './facts.ts';
import { postponementWords, shortBlock } from './outcome.ts';
import { countOf, formatDay } from './typography.ts';

const unchanged = 'Rien n’a été modifié.';
const kept = 'Rien n’a été enregistré ; votre saisie est encore à l’écran.';
const block = (value: unknown): string => inBrackets(shortBlock(textFact(value)));
const dayFact = (value: unknown): string => (textFact(value) === '' ? 'date inconnue' : formatDay(textFact(value)));

const gapWords: Readonly<Record<string, string>> = {
  members: 'trop peu de membres',
  externals: 'trop peu de membres externes',
  lead: 'pas de responsable pédagogique',
  qualified: 'pas de membre qualifié pour la certification',
  president: 'personne pour présider',
  undeclared: 'un membre présent n’a pas encore déclaré ses liens',
  closedPath: 'voie d’accès fermée',
};

const countRules: Readonly<Record<string, string>> = {
  majority: 'règle de majorité',
  castingVote: 'voix prépondérante de la présidence',
  tieRefused: 'partage valant refus',
};

/** What can go wrong during the sitting. */
export const sittingErrors: Readonly<Record<string, Say>> = {
  'session-not-open': () => ['La session n’est pas ouverte.', 'Sa préparation est enregistrée.', 'Ouvrez-la à l’étape Ouvrir.'],
  'session-already-open': () => ['La session est déjà ouverte.', unchanged, 'Passez à l’étape Délibérer.'],
  'session-not-closed': () => ['La délibération n’est pas close.', 'Ce qui est décidé est enregistré.', 'Faites-la clore à l’étape Relire, puis recommencez.'],
  'session-closed': () => ['La session est close : les décisions ne changent plus.', 'Les décisions sont enregistrées.', 'Passez à l’étape Signer.'],
  'composition-invalid': (facts) => [
    `La composition du jury ne permet pas de délibérer sur ce candidat${
      listFact(facts['gaps']).length === 0
        ? ''
        : ` : ${listFact(facts['gaps'])
            .map((gap) => gapWords[gap] ?? gap)
            .join(', ')}`
    }.`,
    'Aucune décision n’a été prise ; les autres candidats ne sont pas touchés.',
    'Faites siéger un suppléant qualifié, ou reportez la décision de ce candidat.',
  ],
  'entry-outside-registration': (facts) => [
    textFact(facts['limit']) !== '' && textFact(facts['heldOn']) > textFact(facts['limit'])
      ? `La certification ne peut plus être délivrée depuis le ${dayFact(facts['limit'])}, et la session est du ${dayFact(facts['heldOn'])}.`
      : `La date d’entrée (${dayFact(facts['entryDate'])}) est hors de la période d’enregistrement${textFact(facts['to']) === '' ? '' : `, qui finit le ${dayFact(facts['to'])}`}.`,
    unchanged,
    'Corrigez la date si elle est fausse, preuve à l’appui ; sinon reportez la décision de ce candidat.',
  ],
  'candidate-not-present': () => ['La présence de ce candidat n’est pas notée.', unchanged, 'Notez d’abord sa présence, son absence ou son absence excusée.'],
  'candidate-postponed': (facts) => [
    `La décision de ce candidat est reportée${inBrackets((postponementWords as Readonly<Record<string, string>>)[textFact(facts['cause'])])}.`,
    'Ce qui a été décidé auparavant reste acquis.',
    'Levez le report, avec son motif, pour reprendre la délibération.',
  ],
  'block-not-presented': (facts) => [`Ce bloc${block(facts['block'])} n’est pas présenté par ce candidat.`, unchanged, 'Choisissez un bloc présenté.'],
  'block-already-acquired': (facts) => [`Ce bloc${block(facts['block'])} est déjà acquis, et l’est définitivement.`, unchanged, 'Passez au bloc suivant.'],
  'block-absent': (facts) => [
    `Une absence est notée pour ce bloc${block(facts['block'])}.`,
    unchanged,
    'Si c’est une erreur, retirez cette absence ; sinon passez au bloc suivant.',
  ],
  'block-decided': (facts) => [
    `Une décision ou une délibération est déjà enregistrée${block(facts['block'])}.`,
    'La décision enregistrée est en place.',
    'La présidence peut la rouvrir, avec un motif ; l’ancienne reste lisible.',
  ],
  'equivalence-later': (facts) => [
    `L’acte d’équivalence (${dayFact(facts['on'])}) est postérieur à la session (${dayFact(facts['heldOn'])}).`,
    kept,
    'Vérifiez la date de l’acte.',
  ],
  'block-undecided': (facts) => [
    listFact(facts['candidates']).length === 0
      ? 'Une décision manque encore.'
      : `Il reste ${countOf(listFact(facts['candidates']).length, 'candidat', 'candidats')} sans décision complète.`,
    'Les décisions déjà prises sont enregistrées.',
    'Décidez chaque bloc présenté, ou notez l’absence ou le report, puis recommencez.',
  ],
  'accommodation-unread': () => [
    'L’aménagement porté à la connaissance du jury n’a pas été lu par tous.',
    unchanged,
    'Chaque membre confirme l’avoir lu, avec son code personnel, avant le premier avis.',
  ],
  'round-revealed': () => [
    'Les avis de ce tour sont déjà révélés : ils ne changent plus.',
    'Les avis donnés sont gardés.',
    'Si le règlement le permet, ouvrez un nouveau tour.',
  ],
  'round-not-complete': (facts) => {
    const again = 'Discutez, puis ouvrez un nouveau tour ; si aucun tour ne tranche, reportez la décision de ce candidat.';
    if (facts['tie'] === true) return ['Les avis sont partagés à égalité, et le règlement demande un autre tour.', 'Les avis donnés sont gardés.', again];
    if (facts['noneExpressed'] === true) return ['Aucun avis n’a été exprimé : rien ne permet de décider.', 'Les avis donnés sont gardés.', again];
    const one = numberFact(facts['missing']) === 1;
    return facts['changed'] === true
      ? [
          'Le jury a changé depuis ce tour : la décision repose sur les avis de ceux qui siègent.',
          'Les avis donnés sont gardés.',
          'Ouvrez un nouveau tour, où chaque membre qui siège donne le sien.',
        ]
      : [
          `Il manque ${one ? 'un avis' : 'des avis'}.`,
          'Les avis enregistrés restent scellés.',
          'Passez l’ordinateur à chaque membre qui n’a pas encore donné le sien.',
        ];
  },
  'round-void': () => [
    'Le jury a changé depuis le premier avis de ce tour : il ne sera pas révélé.',
    'Les avis donnés restent scellés ; personne ne les verra.',
    'Ouvrez un nouveau tour, où chaque membre qui siège donne le sien.',
  ],
  'round-not-revealed': () => ['Les avis ne sont pas encore révélés.', 'Les avis enregistrés restent scellés.', 'Révélez-les quand chacun a donné le sien.'],
  'round-not-allowed': (facts) => [
    `Le règlement ne permet pas d’autre tour${numberFact(facts['most']) === null ? '' : ` (${numberFact(facts['most'])} au plus)`}.`,
    'Les tours passés sont gardés.',
    'Prenez la décision sur le dernier tour.',
  ],
  'abstention-forbidden': () => ['Le règlement ne permet pas l’abstention.', kept, 'Donnez un avis : valider ou ne pas valider.'],
  'opinions-not-individual': () => ['Le règlement ne prévoit pas d’avis individuels.', unchanged, 'Prenez directement la décision collégiale.'],
  'reason-missing': () => ['Le motif manque.', kept, 'Écrivez le motif : il sera lu par la personne candidate ou porté au procès-verbal.'],
  'recommendation-missing': () => ['La recommandation manque.', kept, 'Écrivez ce qui est à reprendre pour obtenir ce bloc.'],
  'competencies-missing': () => ['Aucune compétence n’est citée.', kept, 'Choisissez les compétences du bloc qui ne sont pas établies.'],
  'competency-foreign': () => ['Une compétence citée n’est pas de ce bloc.', kept, 'Ne citez que des compétences du bloc décidé.'],
  'decision-differs-from-count': (facts) => [
    `Le règlement lie la décision au résultat des avis (${countRules[textFact(facts['rule'])] ?? 'règle de majorité'}), et celle-ci en diffère.`,
    kept,
    'Décidez selon les avis, ou ouvrez un nouveau tour.',
  ],
  'decision-by-recused': (facts) => [
    listFact(facts['candidates']).length > 1
      ? `Pour ${listFact(facts['candidates']).length} candidats, une décision a été prise avec un membre qui s’est déporté ensuite.`
      : 'Une décision a été prise avec un membre qui s’est déporté ensuite.',
    'Les décisions sont enregistrées ; aucune n’est perdue.',
    'La personne qui préside rouvre ces décisions, avec le motif, et le jury qui siège désormais les reprend.',
  ],
  'not-postponed': () => ['La décision de ce candidat n’est pas reportée.', unchanged, 'Poursuivez la délibération.'],
  'nothing-to-reopen': () => ['Aucune décision n’est à rouvrir sur ce bloc.', unchanged, 'Prenez la décision.'],
  'timer-not-running': () => ['Le chronomètre n’est pas en marche.', 'Le temps déjà compté est gardé.', 'Lancez-le d’abord.'],
  'timer-running': () => ['Le chronomètre est déjà en marche.', 'Le temps continue d’être compté.', 'Mettez-le en pause ou arrêtez-le.'],
};
