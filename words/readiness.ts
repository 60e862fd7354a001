import { shortCompetency } from './dossier.ts';
import { french } from './french.ts';
import { accessPathWords } from './referential.ts';
import { requirementShort } from './requirements.ts';
import { countOf, formatDay, formatNumber, joinList, space } from './typography.ts';

type Names = readonly string[];

/** What a preparation lacks: the thing for one person, the same thing for several, what it will cause, and the way to it. */
export interface ReadinessWords {
  readonly one: (who: string, names: Names) => string;
  readonly several: (count: number) => string;
  readonly consequence: string;
  readonly way: string;
}

const people = (count: number): string => countOf(count, 'candidat', 'candidats');
const projects = (count: number): string => countOf(count, 'projet', 'projets');
const listSome = (codes: Names): string => {
  const shown = codes.slice(0, 4).map(shortCompetency);
  return codes.length > 4 ? `${shown.join(', ')} et ${formatNumber(codes.length - 4)}${space}autres` : joinList(shown);
};
const pieces: Readonly<Record<string, string>> = { deliverables: 'des livrables', support: 'le support de soutenance' };
const session = 'Compléter la session';
const jury = 'Compléter le jury';
const sheet = 'Ouvrir la fiche';
const dossier = 'Compléter le dossier';

const said: Readonly<Record<string, ReadinessWords>> = {
  leadMissing: {
    one: () => 'Le nom du responsable pédagogique n’est pas renseigné.',
    several: () => '',
    consequence: 'Le procès-verbal ne pourrait pas dire qui le scelle.',
    way: session,
  },
  placeMissing: {
    one: () => 'Le lieu de la session n’est pas renseigné.',
    several: () => '',
    consequence: 'Le procès-verbal dit où le jury s’est tenu.',
    way: session,
  },
  remarkUnacknowledged: {
    one: () => 'Une contradiction de la fiche n’est pas reconnue.',
    several: (count) => `${countOf(count, 'contradiction', 'contradictions')} de la fiche ne sont pas reconnues.`,
    consequence: 'Le procès-verbal imprime ce qui est retenu et pourquoi : il faut l’avoir écrit.',
    way: 'Reconnaître la contradiction',
  },
  appealMissing: {
    one: () => 'Le texte des voies de recours n’est pas renseigné au règlement.',
    several: () => '',
    consequence: 'Rien ne dira aux candidats comment contester une décision.',
    way: 'Compléter le règlement',
  },
  jurorsMissing: {
    one: (_who, [have = '0', need = '3']) =>
      `Il faut ${need} membres titulaires : ${have === '0' ? 'aucun n’est inscrit' : have === '1' ? 'un seul est inscrit' : `${have} sont inscrits`}.`,
    several: () => '',
    consequence: 'Sans le quorum du règlement, le jury ne peut pas délibérer.',
    way: jury,
  },
  scheduleMissing: {
    one: () => 'Le déroulé de la journée n’est pas établi.',
    several: () => '',
    consequence: 'Personne ne saurait quand se présenter, ni dans quelle salle.',
    way: 'Établir le déroulé',
  },
  scheduleChanged: {
    one: () => 'Le déroulé enregistré ne correspond plus à la préparation.',
    several: () => '',
    consequence: 'Les feuilles imprimées ne diraient plus les bonnes heures.',
    way: 'Revoir le déroulé',
  },
  linksToCheck: {
    one: (who, [count = '1']) => `${who} : ${countOf(Number(count), 'lien', 'liens')} à vérifier avec des candidats.`,
    several: (count) => `${countOf(count, 'membre', 'membres')} ont des liens à vérifier avec des candidats.`,
    consequence: 'Un déport découvert le jour même pourrait laisser le jury incomplet.',
    way: 'Vérifier les liens',
  },
  entryPiecesMissing: {
    one: (who, names) => `${who} : conditions d’entrée à vérifier (${joinList(names.map(requirementShort))}).`,
    several: (count) => `${people(count)} dont des conditions d’entrée restent à vérifier.`,
    consequence: 'Le dossier d’admission serait incomplet en cas de contrôle ; le jury, lui, n’en tient aucun compte.',
    way: 'Voir les pièces exigées',
  },
  projectPiecesMissing: {
    one: (who, [project = '', ...lacks]) => `${who} : projet « ${project} », il manque ${joinList(lacks.map((lack) => pieces[lack] ?? lack))}.`,
    several: (count) => `${projects(count)} sans toutes leurs pièces.`,
    consequence: 'Le jury n’aurait pas les livrables ou le support de la soutenance.',
    way: dossier,
  },
  compositionAtRisk: {
    one: (_who, [path = '']) =>
      `La composition du jury ne répond pas encore à la voie « ${(accessPathWords as Readonly<Record<string, string>>)[path] ?? path} ».`,
    several: (count) => `La composition du jury ne répond pas encore à ${countOf(count, 'voie', 'voies')} d’accès.`,
    consequence: 'Aucune décision ne pourra être prise pour qui passe par là.',
    way: jury,
  },
  parity: {
    one: (_who, [women = '0', men = '0', unsaid = '0']) =>
      `Parmi les titulaires : ${countOf(Number(women), 'femme', 'femmes')}, ${countOf(Number(men), 'homme', 'hommes')}${unsaid === '0' ? '' : `, ${countOf(Number(unsaid), 'civilité non précisée', 'civilités non précisées')}`}.`,
    several: () => '',
    consequence: 'La représentation équilibrée des femmes et des hommes est recherchée (pour la VAE : article D6412-6) ; elle n’empêche jamais de délibérer.',
    way: 'Voir le jury',
  },
  candidatesMissing: {
    one: () => 'Aucun candidat n’est inscrit.',
    several: () => '',
    consequence: 'Il n’y aurait rien à délibérer.',
    way: 'Inscrire des candidats',
  },
  presentsNothing: {
    one: (who) => `${who} ne présente aucun bloc.`,
    several: (count) => `${people(count)} ne présentent aucun bloc.`,
    consequence: 'Le jury n’aurait rien à décider.',
    way: sheet,
  },
  entryOutside: {
    one: (who, [entry = '', end = '']) => `${who} : date d’entrée (${formatDay(entry)}) hors de l’enregistrement, qui finit le ${formatDay(end)}.`,
    several: (count) => `${people(count)} sont entrés en formation hors de l’enregistrement de la certification.`,
    consequence: 'La décision ne pourra pas être prise, sauf si la date est corrigée avec sa preuve.',
    way: sheet,
  },
  closedPath: {
    one: (who) => `${who} : voie d’accès fermée pour cette certification.`,
    several: (count) => `${people(count)} sont inscrits par une voie fermée.`,
    consequence: 'La fiche ne permet pas de les présenter par cette voie.',
    way: sheet,
  },
  competencyWithoutEvidence: {
    one: (who, codes) => `${who} : ${countOf(codes.length, 'compétence', 'compétences')} sans preuve (${listSome(codes)}).`,
    several: (count) => `${people(count)} ont des compétences que rien ne prouve au dossier.`,
    consequence: 'Le jury se prononcerait sans pièce sous les yeux.',
    way: dossier,
  },
  reportMissing: {
    one: (who, [project = '']) => `${who} : le rapport du projet « ${project} » manque.`,
    several: (count) => `${projects(count)} sans rapport.`,
    consequence: 'Le jury n’aurait rien à lire avant la soutenance.',
    way: dossier,
  },
  defenceUnplanned: {
    one: (who, [project = '']) => `${who} : la soutenance du projet « ${project} » n’est pas planifiée.`,
    several: (count) => `${countOf(count, 'soutenance', 'soutenances')} sans date ni heure.`,
    consequence: 'Elles n’apparaîtraient pas au déroulé de la journée.',
    way: 'Établir le déroulé',
  },
  gridMissing: {
    one: (who, [project = '']) => `${who} : la grille du projet « ${project} » est vide.`,
    several: (count) => `${projects(count)} dont la grille est vide.`,
    consequence: 'Le jury n’aurait pas l’évaluation du projet.',
    way: dossier,
  },
  recevabilityMissing: {
    one: (who) => `${who} : la recevabilité de la VAE n’est pas renseignée.`,
    several: (count) => `${people(count)} par la VAE sans recevabilité renseignée.`,
    consequence: 'Le droit de se présenter par la VAE ne serait pas établi.',
    way: dossier,
  },
  validationFileMissing: {
    one: (who) => `${who} : le dossier de validation de la VAE manque.`,
    several: (count) => `${people(count)} par la VAE sans dossier de validation.`,
    consequence: 'Le jury n’aurait pas le dossier qu’il doit examiner.',
    way: dossier,
  },
};

const unknown = (code: string): ReadinessWords => ({ one: () => code, several: () => code, consequence: '', way: 'Y aller' });

/** What is said of one kind of missing thing, in French typography. */
export const readinessSaid = (code: string): ReadinessWords => {
  const words = said[code] ?? unknown(code);
  return {
    one: (who, names) => french(words.one(who, names)),
    several: (count) => french(words.several(count)),
    consequence: french(words.consequence),
    way: words.way,
  };
};

/** Every code that has words. */
export const readinessCodes: readonly string[] = Object.keys(said);

/** The list of what is missing. */
export const readinessWords = {
  title: 'Ce qui manque',
  blocking: 'Bloque l’ouverture',
  warning: 'À vérifier',
  warningIntro: 'La session peut s’ouvrir sans cela, mais le jury doit le savoir.',
  ready: 'Rien ne bloque l’ouverture',
  readyText: 'Vous pouvez passer à l’étape suivante le jour de la session.',
  goOpen: 'Passer à l’ouverture',
  complete: 'La préparation est complète.',
  show: (count: number): string => `Voir les ${formatNumber(count)}${space}cas`,
} as const;
