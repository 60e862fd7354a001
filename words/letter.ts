import { french } from './french.ts';
import { capitalise, formatDay, formatTime, formatWeekday, quote, space } from './typography.ts';

/** The two letters that a member of the jury receives before the day. */
export const letterWords = {
  titles: { invitation: 'Invitation à siéger au jury', summons: 'Convocation à un jury' },
  subjects: {
    invitation: 'Invitation d’un membre du jury d’une certification professionnelle',
    summons: 'Convocation d’un membre du jury d’une certification professionnelle, que son employeur peut demander',
  },
  fileNames: { invitation: 'Invitation', summons: 'Convocation' },
  allNames: { invitation: 'Invitations', summons: 'Convocations' },
  demonstration: french('Démonstration : cette lettre n’engage personne.'),
  siret: (siret: string): string => `SIRET ${siret}`,
  to: 'À l’attention de',
  greetings: { Mme: 'Madame,', 'M.': 'Monsieur,', '': 'Madame, Monsieur,' },
  seats: { titular: 'titulaire', substitute: 'suppléant' },
  certification: (title: string, code: string, level: number | null): string =>
    `${quote(title)} (${level === null ? code : `${code}, niveau${space}${level}`})`,
  invited: (seat: string, certification: string): string =>
    `Nous avons l’honneur de vous inviter à siéger comme membre ${seat} du jury de la certification professionnelle ${certification}.`,
  substitute: 'Un suppléant siège à la place d’un titulaire absent ou qui se déporte : merci de rester disponible pendant toute la session.'.replace(
    ' :',
    `${space}:`,
  ),
  session: 'La session',
  labels: {
    certification: 'Certification',
    certifier: 'Certificateur',
    session: 'Session',
    day: 'Date',
    start: 'Début',
    place: 'Lieu',
    mode: 'Modalité',
    candidates: 'Candidats attendus',
    person: 'Personne convoquée',
    quality: 'Qualité',
    employer: 'Employeur',
    seat: 'Siège au jury',
    reference: 'Références',
  },
  modes: { onSite: 'Sur place', remote: 'À distance', mixed: 'Sur place et à distance' },
  day: (day: string): string => capitalise(formatWeekday(day)),
  start: (at: string | null, timeZone: string): string => (at === null ? 'Heure communiquée séparément' : formatTime(at, timeZone)),
  place: (place: string): string => (place === '' ? 'Communiqué séparément' : place),
  asked: {
    title: 'Ce qui vous est demandé',
    items: [
      'Lire les dossiers, entendre les soutenances, donner votre avis, puis délibérer avec les autres membres.',
      french('Garder le secret des avis et de la délibération ; ne conserver aucun document sur les candidats.'),
      'Signer le procès-verbal à l’issue de la session.',
    ],
  },
  independence: {
    title: 'Déclaration d’indépendance',
    text: french(
      'Avant l’ouverture, chaque membre déclare les liens, présents ou passés, qu’il a avec un candidat : familial, personnel, professionnel, hiérarchique, pédagogique (formateur, mentor, accompagnateur) ou d’affaires. Un lien déclaré écarte le membre de ce candidat, et de lui seul. Si vous en connaissez un dès maintenant, dites-le nous : nous préviendrons un suppléant.',
    ),
  },
  employer: 'Si votre employeur le demande, une convocation vous est remise avec cette invitation.',
  thanks: 'Avec nos remerciements pour votre engagement au service du jury.',
  summoned: (organism: string): string => `${organism} convoque la personne désignée ci-dessous pour participer à un jury de certification professionnelle.`,
  reference: french(
    `Participation à un jury d’examen ou de validation des acquis de l’expérience (art.${space}L3142-42 du code du travail). La présente convocation peut être remise à l’employeur.`,
  ),
  presence: 'La présence du membre est demandée du début de la session à la signature du procès-verbal.',
  done: (day: string): string => `Fait le ${formatDay(day)}`,
  signature: 'Signature',
} as const;
