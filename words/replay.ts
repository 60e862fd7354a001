import { french } from './french.ts';
import { shortBlock } from './outcome.ts';
import { countOf } from './typography.ts';

const parts = {
  presence: 'la présence',
  entry: 'la vérification de la date d’entrée',
  composition: 'la composition du jury',
  rank: 'le rang',
  attendance: 'les heures de présence',
  declaredAt: 'la déclaration de liens',
  decided: 'la participation aux décisions',
  recusals: 'la liste des déports',
  incidents: 'la liste des incidents',
  identity: 'le nom, ou ce que les rectifications en ont fait',
  header: 'l’intitulé, le lieu ou le responsable pédagogique, ou ce que les rectifications en ont fait',
  rectification: 'ce que le procès-verbal rectifie',
  unable: 'la liste des signatures refusées ou empêchées',
  totals: 'les totaux',
  openedAt: 'l’heure d’ouverture',
  closedAt: 'l’heure de clôture',
  acknowledged: 'les contradictions de la fiche reconnues',
} as const;

const shapes = {
  members: 'un même membre est inscrit deux fois',
  candidates: 'un même candidat, ou un même numéro, est inscrit deux fois',
  blocks: 'un bloc ou une voie de la fiche est inscrit deux fois',
  blocksOfCandidate: 'les blocs d’un candidat ne sont pas ceux de la fiche, dans son ordre',
  order: 'les actes ne se suivent pas dans le temps',
  rectifications: 'les rectifications ne s’enchaînent pas d’un procès-verbal à l’autre',
  signatures: 'les signatures refusées ne sont pas à leur place, après la clôture',
} as const;

const rules: Readonly<Record<string, string>> = {
  majority: 'règle de majorité',
  castingVote: 'voix prépondérante de la présidence',
  tieRefused: 'partage valant refus',
};

const opinions = { validate: 'valider', refuse: 'ne pas valider' } as const;

/** What a replay says. */
export const replayWords = {
  title: (number: string, candidates: number, blocks: number): string =>
    french(`Session ${number} : ${countOf(candidates, 'candidat', 'candidats')}, ${countOf(blocks, 'bloc', 'blocs')}`),
  outcome: 'résultat',
  same: 'Chaque résultat est celui que donnent les actes.',
  different: (count: number): string => french(`${countOf(count, 'différence', 'différences')} entre ce que dit le fichier et ce que donnent ses actes :`),
  act: (rank: number, act: string, code: string): string => french(`acte ${rank} (${act}) : refusé par les règles [${code}]`),
  block: (number: string, block: string, recorded: string, given: string): string =>
    french(`${number}, ${shortBlock(block)} : le fichier dit « ${recorded} », les actes donnent « ${given} »`),
  blockDetail: (number: string, block: string): string =>
    french(`${number}, ${shortBlock(block)} : même état, mais sa décision, son origine ou son motif diffèrent de ceux des actes`),
  outcomeDiffers: (number: string, recorded: string, given: string): string =>
    french(`${number}, résultat : le fichier dit « ${recorded} », les actes donnent « ${given} »`),
  candidate: (number: string, part: keyof typeof parts): string => french(`${number} : ${parts[part]} n’est pas ce que donnent les actes`),
  member: (name: string, part: keyof typeof parts): string => french(`${name} : ${parts[part]} n’est pas ce que donnent les actes`),
  shape: (fault: keyof typeof shapes): string => french(`forme : ${shapes[fault]}`),
  session: (part: keyof typeof parts): string => french(`${parts[part]} : pas ce que donnent les actes`),
  known: {
    fiche: 'La fiche est celle que ce programme connaît sous ce code et cette version.',
    ficheUnknown: french(
      'Ce programme ne connaît pas cette version de la fiche : ses blocs, ses voies et ses règles de composition sont ceux que dit le fichier.',
    ),
    ficheDiffers: 'La fiche du fichier n’est pas celle que ce programme connaît sous ce code et cette version.',
    regulations: 'Le règlement est celui que ce programme connaît sous ce nom et cette version.',
    regulationsUnknown: french('Le règlement est celui que dit le fichier ; ce programme ne peut le comparer à aucun autre.'),
    regulationsDiffer: 'Le règlement du fichier n’est pas celui que ce programme connaît sous ce nom et cette version.',
    text: french('Le fichier n’est pas écrit comme ce programme l’écrit : il a été remis en forme, ou retouché.'),
  },
  nothing: 'rien',
  unreadable: 'un résultat que ce programme n’écrit pas',
  // with the working part
  working: 'Partie de travail',
  workingSame: 'Le journal est celui que nomme le fichier, et chaque décision tient au regard des avis de son tour final.',
  journal: {
    otherSession: (): string => 'La partie de travail est celle d’une autre session.',
    order: (seq: number): string => french(`Journal : le maillon ${seq} n’est pas à sa place.`),
    content: (seq: number): string => french(`Journal : le contenu du maillon ${seq} n’a pas son empreinte.`),
    purged: (seq: number): string => french(`Journal : le contenu du maillon ${seq} a été purgé ; ce qu’il disait ne se vérifie plus.`),
    head: (): string => french('Journal : son dernier maillon n’est pas celui que nomme le fichier.'),
  },
  actsDiffer: 'Les actes du fichier ne sont pas ceux de ce journal.',
  round: (round: number, validate: number, refuse: number, abstain: number): string =>
    french(`tour final (${round}) : ${validate} pour valider, ${refuse} contre${abstain === 0 ? '' : `, ${countOf(abstain, 'abstention', 'abstentions')}`}`),
  noRound: 'sans avis individuels',
  bound: (rule: string, value: keyof typeof opinions | null): string =>
    french(`${rules[rule] ?? 'partage des avis'}${value === null ? '' : ` : ${opinions[value]}`}`),
  free: 'le jury décide ensemble',
  holds: 'conforme',
  broken: (code: string, rule: string | null): string => french(`NON CONFORME${rule === null ? '' : ` (${rules[rule] ?? rule})`} [${code}]`),
  // what keeps it from being read
  usage: french('Usage : npm run --silent delibere -- replay FICHIER [--working FICHIER [--passphrase FICHIER]] [--json]'),
  notSession: (name: string): string => `${name} n’est pas un relevé de session (session.json) de Délibéré.`,
  notWorking: (name: string): string => `${name} n’est pas une partie de travail de Délibéré, ou elle est abîmée.`,
  passphraseWrong: 'La phrase de passe ne correspond pas, ou la partie de travail a été modifiée.',
  passphraseMissing: french('La partie de travail est chiffrée : donnez sa phrase de passe par --passphrase FICHIER ou par DELIBERE_PASSPHRASE.'),
} as const;
