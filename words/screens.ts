import { formatTime, narrow, space } from './typography.ts';

/** The product's name. */
export const productName = 'Délibéré';

/** Verbs and labels that several screens share. */
export const verbs = {
  save: 'Enregistrer',
  cancel: 'Annuler',
  close: 'Fermer',
  back: 'Retour',
  add: 'Ajouter',
  edit: 'Modifier',
  remove: 'Retirer',
  continue: 'Continuer',
  retry: 'Réessayer',
  choose: 'Choisir…',
  view: 'Consulter',
  home: 'Accueil',
  lock: 'Verrouiller',
} as const;

/** The six stages of the spine, in their order. */
export const stageWords = {
  prepare: 'Préparer',
  open: 'Ouvrir',
  deliberate: 'Délibérer',
  review: 'Relire',
  sign: 'Signer',
  archive: 'Archiver',
} as const;

/** Why a stage can’t be entered yet, or is over. */
export const stageClosedWords = {
  notOpen: `La session n’est pas ouverte${space}: ouvrez-la d’abord à l’étape «${narrow}Ouvrir${narrow}».`,
  notClosed: `La session n’est pas close${space}: relisez-la puis fermez-la à l’étape «${narrow}Relire${narrow}».`,
  notSealed: `Le procès-verbal n’est pas scellé${space}: les signatures manquent à l’étape «${narrow}Signer${narrow}».`,
  over: 'Cette étape est terminée. Ce qui y a été fait reste lisible, rien n’y change plus.',
} as const;

/** Texts of the frame around every screen. */
export const frameWords = {
  late: 'En retard',
  spine: 'Étapes de la session',
  stageDone: 'étape faite',
  stageHere: 'étape en cours',
  stageClosed: 'pas encore accessible',
  demonstration: 'Démonstration',
  offline: 'hors ligne',
  saved: (time: string): string => `Enregistré à ${time}`,
  skip: 'Aller au contenu',
  loading: 'Lecture en cours…',
  /** Said of a stop of Tab whose only use is to scroll: the title has already said what it holds. */
  scrolls: 'À faire défiler',
  required: 'obligatoire',
  optional: 'facultatif',
  theme: 'Affichage',
  themes: { system: 'Comme le système', light: 'Clair', dark: 'Sombre', contrast: 'Contraste élevé' },
} as const;

/** Labels of shared fields. */
export const fieldWords = {
  pin: 'Votre code personnel',
  pinHint: `De 4 à 8 chiffres${narrow}; ils ne s’affichent pas.`,
  pinShort: 'Ce code doit avoir de 4 à 8 chiffres.',
  pinDiffer: 'Les deux codes diffèrent.',
  dateHint: 'jj/mm/aaaa',
  dateExample: 'En chiffres\u00a0: jj/mm/aaaa',
  dateUnknown: 'Cette date n’existe pas. Écrivez-la ainsi\u00a0: 17/03/2026.',
  dateMissing: 'La date manque.',
  timeHint: 'hh:mm',
  timeUnknown: 'Cette heure n’existe pas. Écrivez-la ainsi\u00a0: 14:30.',
  missing: 'Ce champ est à remplir.',
  choose: 'Choisissez…',
} as const;

/** The three parts of a failure, as titles for a screen reader. */
export const failureWords = {
  happened: 'Ce qui s’est passé',
  safe: 'Ce qui est en sûreté',
  next: 'Que faire',
} as const;

/** The hour of an instant on this computer, said as every other hour: "14 h 32". */
export const clockTime = (instant: string): string => formatTime(instant, Intl.DateTimeFormat().resolvedOptions().timeZone);

/** The stage of deliberation with its progress: "Délibérer · 4 sur 12". */
export const stageProgress = (decided: number, candidates: number): string => `${stageWords.deliberate}${space}· ${decided} sur ${candidates}`;

/** What a screen says when a bug stopped it. */
export const interruptedWords = {
  title: 'L’écran s’est interrompu',
  happened: 'Une erreur de Délibéré empêche d’afficher cet écran.',
  safe: `Tout ce qui était enregistré est sur le disque, chiffré${narrow}; les textes en cours sont gardés en brouillon.`,
  next: `Rouvrez l’écran${space}: vous reviendrez là où vous étiez. S’il s’interrompt encore, revenez à l’accueil.`,
  reopen: 'Rouvrir l’écran',
  home: 'Revenir à l’accueil',
} as const;
