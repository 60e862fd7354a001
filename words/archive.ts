import { capitalise, formatDay, narrow, space } from './typography.ts';

const oneLine = (text: string): string => text.replace(/\p{C}+/gu, ' ').trim();

/** The labels and values of bag-info.txt; the labels are RFC 8493's, the values French. */
export const bagInfo = (facts: {
  readonly organism: string;
  readonly number: string;
  readonly title: string;
  readonly certification: string;
  readonly day: string;
  readonly oxum: string;
  readonly demonstration: boolean;
  readonly version: number;
}): string =>
  [
    `Source-Organization: ${oneLine(facts.organism)}`,
    `External-Identifier: ${oneLine(facts.number)}`,
    `External-Description: Session de jury ${oneLine(facts.title === '' ? facts.number : facts.title)} — ${oneLine(facts.certification)}${facts.demonstration ? ' — DÉMONSTRATION' : ''}`,
    `Internal-Sender-Description: Procès-verbal signé, relevé, reçu, certificats, chaîne du journal, règlement et fiche de la certification`,
    `Bagging-Date: ${facts.day}`,
    `Payload-Oxum: ${facts.oxum}`,
    `Delibere-Archive-Version: ${facts.version}`,
    'Bag-Software-Agent: Délibéré',
    '',
  ].join('\n');

/** The attendance sheet of an archive. */
export const attendanceSheetWords = {
  title: 'Feuille de présence',
  documentTitle: (number: string): string => `Feuille de présence · Procès-verbal ${number}`,
  subject: (title: string): string => `Présence des membres du jury et des candidats${title === '' ? '' : `${space}: ${title}`}`,
  demonstration: `DÉMONSTRATION${space}: personnes et décisions inventées.`,
  session: (title: string, heldOn: string, place: string): string => [title, capitalise(formatDay(heldOn)), place].filter((part) => part !== '').join(' · '),
  explain: (number: string, zone: string): string =>
    `Cette feuille est tirée du relevé du procès-verbal n°${space}${number}, dont elle reprend l’annexe A. Arrivées et départs relevés en séance (${zone}). Elle n’est pas signée${space}: les signatures sont sur le procès-verbal.`,
  members: 'Membres du jury',
  candidates: 'Candidats',
} as const;

/** LISEZMOI.txt: what is in the archive and how to verify it with ordinary tools. */
export const readMe = (facts: {
  readonly number: string;
  readonly organism: string;
  readonly fingerprint: string;
  readonly demonstration: boolean;
  /** How many minutes this one rectifies; 0 for a first minute. */
  readonly rectifies: number;
  /** The digest of the manifest of the bag of the dossiers, or null. */
  readonly dossiers: string | null;
}): string =>
  `ARCHIVE DE LA SESSION DE JURY ${facts.number}
${facts.organism}
${facts.demonstration ? '\nDÉMONSTRATION\u00A0: personnes et décisions inventées.\n' : ''}
CE QUE CONTIENT CE DOSSIER

data/minute.pdf            le procès-verbal, signé par les membres du jury puis scellé
data/session.json          le relevé sur lequel il repose (le même fichier est joint au PDF)
data/session.schema.json   la forme du relevé, en JSON Schema
data/receipt.json          le reçu${space}: empreintes et certificats enregistrés, signé par l’organisme
data/organisme.pem         le certificat racine de l’organisme
data/certificates/         le certificat de chaque signataire
data/journal/chaine.jsonl  la chaîne des actes, sans leur contenu
data/reglement.json        le règlement appliqué
data/fiche.json            la fiche de la certification
data/annexes/emargement.pdf  la feuille de présence, tirée du relevé (non signée)
${facts.dossiers === null ? '' : 'data/dossiers.json         l’empreinte du sac des dossiers, conservé à part et chiffré\n'}${facts.rectifies === 0 ? '' : `data/rectifies/            les procès-verbaux que celui-ci rectifie${space}: 0 pour le premier, puis chaque rectificatif, avec son reçu\n`}bagit.txt, bag-info.txt    l’emballage BagIt 1.0 (RFC 8493)
manifest-*.txt             les empreintes des fichiers de data/
tagmanifest-*.txt          les empreintes des autres fichiers

VÉRIFIER AVEC DES OUTILS ORDINAIRES (dans ce dossier)

1. Les fichiers sont entiers${space}:
     sha512sum -c manifest-sha512.txt
     sha512sum -c tagmanifest-sha512.txt
     sha256sum -c manifest-sha256.txt
     sha256sum -c tagmanifest-sha256.txt

2. Les signatures du procès-verbal sont justes (poppler-utils)${space}:
     pdfsig data/minute.pdf
   Chaque signature doit être «\u202Fvalid\u202F» et la dernière doit couvrir tout le document
   («\u202FTotal document signed\u202F»). «\u202FCertificate issuer isn’t Trusted\u202F» est normal${space}:
   la racine de l’organisme n’est pas dans le magasin de l’ordinateur.

3. Les certificats viennent de l’organisme${space}:
     openssl verify -CAfile data/organisme.pem data/certificates/*.pem
   Un membre a pu signer avec son propre certificat, émis ailleurs : il échoue alors à ce contrôle,
   sans que rien soit altéré. Celui du sceau (sceau.pem) est toujours émis par l’organisme.
   Comparez l’empreinte de la racine à celle que l’organisme publie${space}:
     openssl x509 -in data/organisme.pem -noout -fingerprint -sha256
     ${facts.fingerprint}

4. Le relevé est celui du procès-verbal${space}: son empreinte est imprimée au pied de chaque page.
     sha256sum data/session.json
     pdfdetach -save 1 -o ../releve.json data/minute.pdf && cmp ../releve.json data/session.json

5. La chaîne du journal se rejoue. Chaque ligne porte seq, previous, contentDigest, digest, où
     digest = SHA-256 du texte «\u202Fprevious, saut de ligne, seq, saut de ligne, contentDigest\u202F»
     contentDigest = SHA-256 de 16 octets de sel suivis du contenu de l’acte (UTF-8)
     previous est le digest de la ligne d’avant (64 zéros pour la première)\u202F;
   le digest de la dernière ligne est chain.head dans data/session.json.

${
  facts.dossiers === null
    ? ''
    : `6. Le sac des dossiers («${narrow}Dossiers ….zip.age${narrow}») est celui de cette session${space}: une fois ouvert par le
   programme age, puis décompressé, l’empreinte de son manifeste est
     ${facts.dossiers}
   Elle se recalcule dans le dossier du sac par «${narrow}sha512sum manifest-sha512.txt${narrow}».

`
}CE QUE CES OUTILS NE VOIENT PAS

Un lecteur de PDF ordinaire accepte certains ajouts cachés. Le programme Délibéré les refuse${space}:
     npm run --silent delibere -- verify archive.zip --root organisme.pem

Les signatures sont des signatures électroniques non qualifiées, sur des certificats émis par
l’organisme ou apportés par un membre, dont l’émetteur n’est pas vérifié. L’heure est celle de
l’ordinateur de la session${space}: aucune horloge de confiance ne la garantit.

Un procès-verbal a pu être rectifié après lui${space}: cette archive ne peut pas le dire.
`;
