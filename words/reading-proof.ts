import { french } from './french.ts';
import { countOf } from './typography.ts';

/** The acts, the signatures and the proof. */
export const readingProofWords = {
  actsIntro: french(
    'Les actes que l’archive rapporte, dans leur ordre. Les avis individuels, les notes et les aménagements n’y sont pas : ils ne sortent jamais avec elle.',
  ),
  who: 'Qui',
  when: 'Quand',
  what: 'Quoi',
  reason: 'Motif',
  searchActs: 'Chercher dans les actes',
  noAct: 'Aucun acte ne répond à cette recherche.',
  actsFound: (count: number): string => countOf(count, 'acte', 'actes'),

  signatures: 'Signatures',
  signaturesIntro: french(
    'Signatures électroniques non qualifiées. L’heure est celle de l’ordinateur de la session ; aucune horloge de confiance ne la garantit.',
  ),
  signer: 'Signataire',
  capacity: 'Qualité',
  signedAt: 'Signé le',
  certificate: 'Certificat',
  issuedBy: (organism: string, from: string): string => `Émis par ${organism} pour cette seule signature, valable depuis le ${from}`,
  brought: (subject: string, issuer: string): string => `Apporté par le signataire, au nom de ${subject}, émis par ${issuer} (émetteur non vérifié)`,
  validity: (from: string, to: string, algorithm: string): string => `Valable du ${from} au ${to}, ${algorithm}`,
  fingerprint: 'Empreinte du certificat',
  unable: 'Membres qui n’ont pas signé',
  noUnable: french('Refus ou empêchements de signer : néant.'),
  root: 'Racine de l’organisme',
  rootValid: 'Validité',
  rootFrom: (from: string): string => `Depuis le ${from}, sans terme fixé`,
  receipt: 'Reçu de l’organisme',
  receiptAt: (when: string): string => `Établi le ${when}`,

  rectifies: 'Ce que rectifie ce procès-verbal',
  changes: 'Rectifications',
  noChange: 'Aucun texte ni aucune décision n’a changé.',
  subject: 'Objet',
  before: 'Au lieu de',
  after: 'Lire',
  incidents: 'Incidents consignés depuis',
  earlier: 'Procès-verbaux antérieurs',
  earlierIntro: 'Ils restent inchangés et sont conservés dans l’archive.',
  earlierNumber: 'Numéro',
  issued: 'Reçu établi le',
  reading: 'Lecture',
  decisionBefore: 'Décision remplacée',
  decisionAfter: 'Décision prise à nouveau',

  chain: 'Journal de la session',
  chainText: (links: number): string =>
    french(
      `${countOf(links, 'maillon, vérifié', 'maillons, tous vérifiés')}. Le contenu des actes de travail en est laissé de côté à dessein : chaque maillon ne porte que ses empreintes, et la chaîne se vérifie quand même.`,
    ),
  head: 'Empreinte du dernier maillon',
  dossiers: 'Dossiers des candidats',
  dossiersNamed: french('L’archive nomme un sac de dossiers, écrit à part et toujours chiffré, par l’empreinte de son manifeste (SHA-512) :'),
  dossiersNone: 'L’archive ne nomme aucun sac de dossiers.',
  inside: 'Contenu du fichier',
  path: 'Pièce',
  size: 'Taille',
  info: 'Fiche du sac (bag-info.txt)',
  readMe: 'Vérifier sans ce programme (LISEZMOI.txt)',
  asJson: 'Texte exact',
  verdict: 'Ce qui a été vérifié',
} as const;
