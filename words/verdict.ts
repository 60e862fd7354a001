import { french } from './french.ts';
import { archiveRules } from './verdict-archive.ts';
import { formatFingerprint, narrow, ofName, quote, space } from './typography.ts';

/** What the sentence of a rule may need. */
export type RuleFacts = Readonly<Record<string, string | number>>;

const minuteRules = {
  // the file
  'pdf-header': () => 'Le fichier ne commence pas comme un procès-verbal PDF de ce programme.',
  'pdf-tail': () => 'La fin du fichier n’est pas celle qu’écrit ce programme\u00A0: quelque chose a été ajouté ou coupé.',
  'pdf-revisions': () => 'Les révisions du fichier ne se suivent pas comme ce programme les écrit.',
  'pdf-table': ({ at }) => `Une table des objets est altérée (octet ${at}).`,
  'pdf-object': ({ number }) => `Un objet du fichier n’est pas à sa place ou est altéré (objet ${number}).`,
  'pdf-syntax': ({ at }) => `Le fichier contient une écriture que ce programme n’emploie pas (octet ${at ?? '?'}).`,
  'pdf-duplicate-key': ({ key }) => `Une même clé est donnée deux fois (${key}).`,
  'pdf-missing-key': ({ key }) => `Une clé attendue manque (${key}).`,
  'pdf-stream': () => 'Un contenu compressé est altéré ou suivi d’octets cachés.',
  'base-catalog': ({ key }) => `Le document contient une entrée interdite (${key})\u00A0: action, script ou autre.`,
  'base-content': ({ key }) => `Le document contient une entrée que ce programme n’écrit pas (${key})\u00A0: action, script, annotation ou autre.`,
  'base-trailer': ({ key }) => `La fin de la première révision contient une entrée interdite (${key}).`,
  'base-form': () => 'Les champs de signature ne sont pas ceux d’un procès-verbal à signer.',
  'base-lock': () => 'Le champ du sceau ne porte pas le verrou attendu.',
  // the record
  'record-attachment': () => `Le fichier joint n’est pas l’unique ${quote('session.json')} attendu.`,
  'record-digest': () => 'Le relevé joint (session.json) n’a pas l’empreinte que le document nomme.',
  'record-shape': () => 'Le relevé joint (session.json) n’est pas un relevé de session écrit par ce programme.',
  // an increment
  'increment-foreign': ({ revision }) => `La révision ${revision} ne signe aucun champ\u00A0: le fichier a été modifié après une signature.`,
  'increment-differs': ({ field, at }) => `L’ajout qui signe ${field} contient autre chose que la signature (octet ${at}).`,
  'field-signed-twice': ({ field }) => `Le champ ${field} est signé deux fois.`,
  'drawing-foreign': ({ field }) => `Le dessin de la signature ${field} contient autre chose que des tracés.`,
  'contents-encoding': ({ field }) => `La signature ${field} n’est pas écrite comme ce programme l’écrit.`,
  'contents-padding': () => 'Des octets sont cachés après une signature.',
  // a signature
  'der-malformed': () => 'Une signature ou un certificat est altéré.',
  'cms-shape': () => 'Une signature n’a pas la forme exacte que ce programme écrit.',
  'digest-differs': ({ name }) => `Le contenu signé par ${name} a changé après sa signature.`,
  'signature-false': ({ name }) => `La signature ${ofName(String(name))} est fausse.`,
  'certificate-shape': () => 'Un certificat de signataire n’a pas la forme exacte que ce programme écrit.',
  'certificate-key': () => 'La clé d’un certificat n’est pas une clé P-256.',
  'certificate-foreign': ({ name }) => `Un certificat${name === undefined ? '' : ` (${name})`} n’a pas été émis par l’organisme des autres signatures.`,
  'root-shape': () => 'Le certificat racine n’a pas la forme exacte que ce programme écrit.',
  'root-signature': () => 'Le certificat racine ne se signe pas lui-même.',
  'imported-shape': () => 'Un certificat apporté par un signataire n’est pas un certificat X.509 écrit strictement.',
  'imported-weak': () => 'La clé d’un certificat apporté par un signataire est trop faible ou d’un genre que ce programme n’emploie pas.',
  'imported-usage': () => 'Un certificat apporté par un signataire n’est pas fait pour signer.',
  'imported-time': ({ name }) => `L’heure de la signature ${ofName(String(name))} est hors de la validité de son certificat.`,
  'imported-seal': () => 'Le sceau est donné avec un certificat qui n’est pas de l’organisme.',
  'time-differs': ({ name }) => `L’heure écrite à côté de la signature ${ofName(String(name))} n’est pas celle de son certificat.`,
  'time-order': ({ name }) => `L’heure de la signature ${ofName(String(name))} précède une signature antérieure ou le certificat racine.`,
  // the signers
  'fields-differ': () => 'Les champs de signature ne correspondent pas aux membres que nomme le relevé.',
  'signer-other': ({ name, expected }) => `${name} a signé à la place ${ofName(String(expected))}.`,
  'signature-missing': ({ name }) => `Il manque la signature ${ofName(String(name))}.`,
  'seal-missing': ({ name }) =>
    french(`Il manque le sceau ${ofName(String(name))} : le procès-verbal n’est pas scellé, ou sa dernière signature a été retirée.`),
  'seal-not-last': () => 'Le sceau n’est pas la dernière signature.',
  // the receipt
  'receipt-shape': () => 'Le reçu (receipt.json) n’est pas un reçu écrit par ce programme.',
  'receipt-signature': () => 'La signature du reçu est fausse.',
  'receipt-root': () => 'Le reçu et le procès-verbal ne viennent pas du même organisme.',
  'receipt-base': () => 'Le document signé n’est pas celui que le reçu enregistre.',
  'receipt-record': () => 'Le relevé joint n’est pas celui que le reçu enregistre.',
  'receipt-number': ({ number }) => `Le reçu est celui d’un autre procès-verbal (${number}).`,
  'receipt-certificate': ({ field }) => `Le certificat qui signe ${field} n’est pas celui que le reçu enregistre.`,
  unexpected: () => 'Le fichier est altéré d’une façon que ce programme ne sait pas nommer.',
} as const satisfies Readonly<Record<string, (facts: RuleFacts) => string>>;

/** Every rule that a file may break, with its sentence. */
export const rules = { ...minuteRules, ...archiveRules } as const;

/** What is checked, in order, with its sentence. */
export const steps = {
  // a minute
  structure: 'Le fichier est une suite de révisions entières, sans rien avant, entre ni après.',
  base: 'La première révision est un procès-verbal à signer, sans action ni script.',
  record: 'Le relevé joint (session.json) a l’empreinte que nomment les propriétés du document\u202F; comparez-la à celle qu’imprime chaque page',
  increments: 'Chaque ajout ne contient qu’une signature, écrite comme ce programme l’écrit.',
  signatures: 'Chaque signature est juste et couvre tout ce qui la précède.',
  signers: 'Chaque membre attendu a signé, puis le responsable pédagogique a scellé.',
  receipt: 'Le document et les certificats sont ceux que l’organisme a enregistrés (receipt.json).',
  origin: 'Le certificat racine est celui de l’organisme, connu par ailleurs.',
  pages: 'Les pages sont, mot pour mot, celles que ce programme dessine d’après le relevé joint.',
  // an archive
  zip: 'Le fichier zip est entier et ne contient ni chemin dangereux, ni lien, ni doublon.',
  folder: 'Le dossier ne contient ni lien, ni fichier spécial, ni doublon à la casse ou aux accents près.',
  anyBag: 'Chaque fichier du sac est nommé par ses manifestes et a les empreintes qu’ils donnent, aucun n’est en trop et aucun ne manque (BagIt, RFC 8493).',
  foreign: `C’est un sac BagIt entier d’un autre programme${narrow}; ce n’est pas une archive de session.`,
  dossiersBag: 'C’est le sac des dossiers d’une session, entier en lui-même.',
  dossiersSame: 'Le sac des dossiers est celui que nomme l’archive, par l’empreinte de son manifeste.',
  version: 'L’archive est d’un format que ce programme sait lire.',
  encrypted: 'Le fichier est chiffré au format age.',
  opened: 'Le fichier chiffré (format age) s’ouvre en entier avec la phrase secrète ou la clé donnée\u202F; empreinte du fichier chiffré',
  bag: 'Chaque fichier de l’archive a les deux empreintes (SHA-512 et SHA-256) de ses manifestes, et aucun n’est en trop.',
  parts: 'L’archive contient toutes ses pièces\u00A0: procès-verbal, relevé, reçu, certificats, journal, règlement, fiche, schéma, feuille de présence.',
  chain: 'Le journal se rejoue d’un bout à l’autre et son dernier maillon est celui que nomme le relevé.',
  attendance: 'La feuille de présence est celle que donne le relevé.',
  earlier: 'Les procès-verbaux rectifiés sont dans l’archive, entiers, et ce sont ceux que nomme le rectificatif.',
  sameRecord: 'Le relevé de l’archive est, octet pour octet, celui que contient le procès-verbal.',
  // a record
  recordAlone: 'Le relevé est complet et écrit comme ce programme l’écrit.',
} as const;

/** A check with the digest it recomputed. */
export const withDigest = (sentence: string, digest: string): string => `${sentence}${space}: ${digest}`;

/** What nobody can conclude from the file, with its sentence. */
export const unknowables = {
  trustedTime: 'L’heure est celle de l’ordinateur de la session\u00A0: aucune horloge de confiance ne la garantit.',
  identity: 'Signature électronique non qualifiée, certificats émis par l’organisme\u00A0: c’est l’organisme qui répond de l’identité des signataires.',
  identityMixed:
    'Signatures électroniques non qualifiées, certificats émis par l’organisme ou apportés par un membre\u00A0: c’est l’organisme, par son sceau, qui répond de l’identité des signataires.',
  importedIssuer:
    'L’émetteur d’un certificat apporté par un membre n’est pas vérifié, ni sa révocation\u00A0: ce certificat n’établit pas à lui seul qui a signé.',
  pages:
    'Le texte des pages est celui que les signataires ont lu et signé\u00A0: il n’est pas comparé au relevé joint, ou cette version du programme le dessine autrement.',
  drawing: 'Le nom du signataire est lu dans son certificat\u202F; le dessin de la signature n’est pas comparé.',
  noReceipt: 'Sans le reçu de l’archive (receipt.json), on ne peut pas comparer les certificats à ceux que l’organisme a enregistrés.',
  noRoot: 'Sans le certificat racine de l’organisme (organisme.pem), on ne peut pas savoir qui a émis ces certificats.',
  laterMinute: 'Ce fichier ne dit pas si un procès-verbal rectificatif a été établi après lui.',
  otherRoot: 'Le certificat racine connu n’est pas celui de ce document\u00A0: son origine n’est pas établie.',
  bagUnsigned: 'Un sac BagIt n’est pas signé\u00A0: ses empreintes disent qu’il est complet et inchangé depuis qu’elles furent écrites, pas d’où il vient.',
  unsigned: 'Un relevé seul n’est pas signé\u00A0: seul le procès-verbal scellé en garantit l’origine.',
} as const;

/** The algorithm of a key. */
export const algorithmWords = {
  rsa: (bits: number): string => `RSA ${bits} bits`.replaceAll(' ', space),
  ec: (curve: string): string => `courbe${space}${curve}`,
} as const;

/** Where a signer's certificate comes from, for a person to read; days are in full. */
export const certificateWords = {
  organism: 'certificat émis par l’organisme pour cette signature',
  imported: (facts: { readonly subject: string; readonly issuer: string; readonly from: string; readonly to: string; readonly algorithm: string }): string =>
    `certificat apporté par le signataire, au nom de ${quote(facts.subject)}, émis par ${quote(facts.issuer)} (émetteur non vérifié), valable du ${facts.from} au ${facts.to}, ${facts.algorithm}`,
} as const;

/** The conclusion in one sentence. */
export const levels = {
  established: 'Intact, et son origine est établie.',
  whole: 'Entier en lui-même, mais son origine n’est pas établie.',
  notIntact: 'Pas intact.',
  unreadable: 'Illisible, ou pas un document de ce programme.',
} as const;

/** The kind of a verified file. */
export const kinds = {
  minute: 'Procès-verbal',
  archive: 'Archive de session',
  record: 'Relevé de session',
  bag: 'Sac BagIt',
  dossiers: 'Sac des dossiers',
  encrypted: 'Fichier chiffré',
  unknown: 'Fichier',
} as const;

/** The headings and marks of a verdict on the command line. */
export const report = {
  title: (kind: string, name: string): string => `${kind}${space}: ${name}`,
  number: (number: string): string => `Numéro${space}: ${number}`,
  root: (organism: string, fingerprint: string): string =>
    `Certificat racine${space}: ${organism}, empreinte SHA-256${space}: ${formatFingerprint(fingerprint)}`,
  rectifies: (number: string, sha256: string): string => `Rectifie le procès-verbal n°${space}${number}, empreinte SHA-256${space}: ${sha256}`,
  digest: (sha256: string): string => `SHA-256${space}: ${sha256}`,
  checks: `Ce qui a été vérifié, dans l’ordre${space}:`,
  faults: `Ce qui ne va pas${space}:`,
  signers: `Signataires, dans l’ordre${space}:`,
  signer: (name: string, capacity: string, time: string): string => `${name} (${capacity.toLocaleLowerCase('fr')}), ${time}`,
  unknowable: `Ce que ce fichier ne permet pas de savoir${space}:`,
  passed: 'oui',
  failed: 'NON',
  skipped: '–',
  usage:
    'Usage\u00A0: npm run --silent delibere -- verify FICHIER|DOSSIER [--root organisme.pem] [--receipt receipt.json] [--dossiers SAC] [--passphrase-file FICHIER|--identity FICHIER] [--json]',
  cannotRead: (name: string): string => `Impossible de lire ${name}.`,
  rootUnreadable: (name: string): string => `${name} ne contient aucun certificat.`,
} as const;
