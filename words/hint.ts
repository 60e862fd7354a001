import { afterWords } from './after.ts';
import { archiveWords } from './archiving.ts';
import { decisionWords } from './decision.ts';
import { blockPanelWords, deliberateWords } from './deliberate.ts';
import { demonstrationCodes } from './demonstration.ts';
import { french } from './french.ts';
import { openWords } from './open.ts';
import { shortBlock } from './outcome.ts';
import { reviewWords } from './review.ts';
import { stageWords } from './screens.ts';
import { signWords } from './sign.ts';
import { countOf, quote } from './typography.ts';

type Told = { readonly kind: keyof typeof hintActs; readonly who?: string; readonly block?: string; readonly left?: number };

/** What each hint names on the screen: a button, or a stage of the spine. */
export const hintActs = {
  goOpen: stageWords.open,
  arrive: openWords.arrive,
  preside: openWords.makePresident,
  declare: openWords.declare,
  open: openWords.open,
  goDeliberate: stageWords.deliberate,
  call: deliberateWords.present,
  opinions: blockPanelWords.giveOpinion,
  reveal: blockPanelWords.reveal,
  decide: decisionWords.record,
  others: deliberateWords.absentOrExcused,
  goReview: stageWords.review,
  close: reviewWords.close,
  goSign: stageWords.sign,
  establish: signWords.establish,
  sign: signWords.sign,
  seal: signWords.seal,
  goArchive: stageWords.archive,
  archive: archiveWords.write,
  letters: afterWords.sections.letters,
} as const;

const leadCode = demonstrationCodes.find(({ name }) => name === 'Responsable pédagogique')?.code ?? '';
const codeOf = (who: string): string => {
  const code = demonstrationCodes.find(({ name }) => name.includes(who) || who.includes(name))?.code;
  return code === undefined ? '' : `, code ${code}`;
};

/** What a hint of the demonstration says. */
export const hintSentence = (hint: Told): string => {
  const { who = '', block = '', left = 0 } = hint;
  const act = quote(hintActs[hint.kind]);
  switch (hint.kind) {
    case 'goOpen':
      return french(`tout est préparé. Parcourez les dossiers, puis passez à l’étape ${act}.`);
    case 'arrive':
      return french(`${act} sur la ligne de ${who}.`);
    case 'preside':
      return french(`${act} sur la ligne de ${who} : le jury choisit qui préside.`);
    case 'declare':
      return french(`${act} les liens de ${who}${codeOf(who)}. Sans lien, rien à cocher.`);
    case 'open':
      return french(`${act} avec le code du responsable pédagogique, ${leadCode}.`);
    case 'goDeliberate':
      return french(`l’étape ${act}, où le jury attend.`);
    case 'call':
      return french(`${act} pour ${who}, puis ouvrez une pièce de son dossier.`);
    case 'opinions':
      return french(`${act} sur ${shortBlock(block)}, pour ${who}. Les codes de chacun sont sous « Démonstration », en haut.`);
    case 'reveal':
      return french(`${act} : ils s’ouvrent ensemble, jamais avant.`);
    case 'decide':
      return french(`pour ${who}, choisissez si ${shortBlock(block)} est validé, puis ${act}. La ligne du bas dit ce qui en découle.`);
    case 'others':
      return french(`un autre candidat, ou ${act} pour aller vite ; ${countOf(left, 'candidat attend encore', 'candidats attendent encore')} un résultat.`);
    case 'goReview':
      return french(`tout est décidé. Passez à l’étape ${act}.`);
    case 'close':
      return french(`${act} avec le code du responsable pédagogique, ${leadCode}.`);
    case 'goSign':
      return french(`la délibération est close. Passez à l’étape ${act}.`);
    case 'establish':
      return french(`relisez le procès-verbal provisoire, puis ${act}.`);
    case 'sign':
      return french(`${act} pour ${who}${codeOf(who)}.`);
    case 'seal':
      return french(`${act} avec le code du responsable pédagogique, ${leadCode}.`);
    case 'goArchive':
      return french(`l’étape ${act} : ce qui reste de la session.`);
    case 'archive':
      return french(`${act} ; vérifiez ensuite ce fichier depuis l’accueil, comme le ferait n’importe qui.`);
    case 'letters':
      return french(`${act}, puis le journal. La journée est faite ; une rectification s’ouvre aussi d’ici.`);
  }
};

/** The line of a hint. */
export const hintWords = {
  try: french('Essayez :'),
  hide: 'Masquer les conseils de cette étape',
} as const;
