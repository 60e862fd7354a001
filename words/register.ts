import { countOf, formatDay, formatNumber, quote, space } from './typography.ts';

interface Person {
  readonly number: string;
  readonly name: string;
}
type Whom = { readonly candidate: Person | null; readonly candidates: number };
type To = { readonly recipient: 'candidate' | 'companion' };
type Sent = { readonly on: string; readonly way: keyof typeof ways };

/** What the journal tells of an entry of the register, in the shape of the domain: another kind is one more line here, and one more sentence. */
export type ToldEntry =
  | { readonly entry: 'exported'; readonly fileName: string }
  | ({ readonly entry: 'identityKept' } & Whom)
  | ({ readonly entry: 'declared'; readonly action: 'CREATION' | 'SUPPRESSION'; readonly batch: number } & Whom)
  | { readonly entry: 'reportRead'; readonly batch: number; readonly accepted: number; readonly refused: number }
  | ({ readonly entry: 'notified' } & Whom & To & Sent)
  | ({ readonly entry: 'notificationCorrected'; readonly sent: Sent | null } & Whom & To)
  | ({ readonly entry: 'companion'; readonly known: boolean } & Whom)
  | { readonly entry: 'purged'; readonly what: keyof typeof purged; readonly again: boolean; readonly reason: string }
  | { readonly entry: 'held' | 'holdLifted'; readonly reason: string }
  | { readonly entry: 'transferLeft' | 'destroyedByHand' }
  | { readonly entry: 'transferReceived'; readonly how: keyof typeof received; readonly reason: string }
  | { readonly entry: 'transferTakenBack'; readonly reason: string }
  | { readonly entry: 'rehearsed'; readonly outcome: keyof typeof rehearsed }
  | ({ readonly entry: 'accessGiven'; readonly encrypted: boolean } & Whom);

const ways = { post: 'par courrier', mail: 'par courriel', hand: 'en main propre' } as const;
const purged = {
  drafts: 'Les brouillons de saisie ont été détruits',
  opinions: 'La partie de travail du journal a été détruite',
  notes: 'Les notes personnelles des membres ont été détruites',
  dossiers: 'Les dossiers des candidats ont été détruits',
  other: 'Des données ont été détruites',
} as const;

const received = {
  adopted: 'La session a été reçue d’un autre ordinateur.',
  returned: 'La session est revenue de l’ordinateur du jury, dans la suite exacte de celle d’ici.',
  replaced: 'La session d’ici a été remplacée par celle d’un autre ordinateur.',
} as const;

const rehearsed = {
  conform: 'l’archive pourrait remplacer ce qui est ici',
  outdated: 'l’archive est antérieure à la dernière rectification',
  differs: 'l’archive diffère de ce qui est ici',
  otherSession: 'le fichier est l’archive d’une autre session',
  otherOrganism: 'le fichier ne vient pas de l’organisme',
  notIntact: 'le fichier n’est pas intact',
  notArchive: 'le fichier n’est pas une archive',
} as const;

const peopleOf = ({ candidate, candidates }: Whom): string =>
  candidate === null ? countOf(candidates, 'candidat', 'candidats') : `${candidate.name} (${candidate.number})`;
const toWhom = (told: Whom & To): string => (told.recipient === 'candidate' ? peopleOf(told) : `l’accompagnateur de ${peopleOf(told)}`);
const sentOn = ({ on, way }: Sent): string => `le ${formatDay(on)}, ${ways[way]}`;

/** What an entry of the register says, as one French sentence. */
export const entrySentence = (told: ToldEntry): string => {
  switch (told.entry) {
    case 'exported':
      return `Le fichier ${quote(told.fileName)} a quitté le programme.`;
    case 'identityKept':
      return `Identité enregistrée pour la déclaration des titulaires : ${peopleOf(told)}.`;
    case 'declared':
      return `Le lot ${formatNumber(told.batch)} de la déclaration des titulaires a été écrit (${told.action === 'CREATION' ? 'création' : 'suppression'}) : ${peopleOf(told)}.`;
    case 'reportRead':
      return `Le rapport de traitement du lot ${formatNumber(told.batch)} a été lu : ${countOf(told.accepted, 'acceptée', 'acceptées')}, ${countOf(told.refused, 'refusée', 'refusées')}.`;
    case 'notified':
      return `Résultat notifié à ${toWhom(told)} ${sentOn(told)}.`;
    case 'notificationCorrected':
      return told.sent === null ? `Envoi annulé, jamais parti : ${toWhom(told)}.` : `Envoi rectifié pour ${toWhom(told)} : parti ${sentOn(told.sent)}.`;
    case 'companion':
      return `L’accompagnateur de ${peopleOf(told)} a été ${told.known ? 'enregistré' : 'retiré'}.`;
    case 'purged':
      return `${purged[told.what]} ${told.again ? 'de nouveau, après la restauration d’une sauvegarde' : 'au terme de la conservation'}.`;
    case 'held':
      return 'Un recours est en cours : rien de la session n’est détruit.';
    case 'holdLifted':
      return 'Le recours est levé : les durées de conservation courent de nouveau.';
    case 'destroyedByHand':
      return 'Un fichier sorti du programme a été détruit à la main.';
    case 'transferLeft':
      return 'La session a été emportée sur un autre ordinateur.';
    case 'transferReceived':
      return received[told.how];
    case 'transferTakenBack':
      return 'La session a été reprise ici, sans attendre son retour.';
    case 'rehearsed':
      return `Répétition de restauration${space}: ${rehearsed[told.outcome]}.`;
    case 'accessGiven':
      return `Ses données ont été remises à ${peopleOf(told)}, dans un fichier ${told.encrypted ? 'chiffré' : 'en clair'}.`;
  }
};
