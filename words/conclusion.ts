import { french } from './french.ts';

/** What a verdict is, as far as its conclusion depends on it; types of domain/verdict.ts by their shape. */
interface Concluded {
  readonly kind: string;
  readonly level: 'established' | 'whole' | 'notIntact' | 'unreadable';
  readonly faults: readonly { readonly rule: string }[];
}

/** A conclusion: a heading, and what to make of it. */
export interface Conclusion {
  readonly title: string;
  readonly text: string;
}

const levels: Readonly<Record<Concluded['level'], Conclusion>> = {
  established: { title: 'Intact, et d’origine établie', text: 'Le contenu est celui qui a été signé, et la clé de l’organisme est reconnue.' },
  whole: {
    title: 'Intact, mais son origine n’est pas établie ici',
    text: french('Le contenu est celui qui a été signé ; cet ordinateur ne connaît pas la clé de l’organisme signataire.'),
  },
  notIntact: {
    title: 'Ce document n’est pas intact',
    text: french('Une vérification au moins a échoué. Ne vous fondez pas sur ce document : demandez-en un autre exemplaire à qui vous l’a remis.'),
  },
  unreadable: {
    title: 'Ce fichier n’est pas un document de Délibéré',
    text: french('Sa forme n’est pas reconnue, ou il est illisible. Rien n’a été modifié ; rien n’est conclu sur son contenu.'),
  },
};

const unsigned: Readonly<Record<string, Conclusion>> = {
  bag: {
    title: 'Sac entier, d’un autre programme',
    text: french(
      'Aucun fichier n’y manque et aucun n’a changé depuis que ses empreintes furent écrites. Il n’est pas signé ; ce n’est pas une archive de session.',
    ),
  },
  dossiers: {
    title: 'Sac des dossiers, entier',
    text: french(
      'Aucun dossier n’y manque et aucun n’a changé depuis que ses empreintes furent écrites. Il n’est pas signé : vérifiez l’archive de sa session, puis ce sac avec elle.',
    ),
  },
  record: {
    title: 'Relevé complet, sans signature',
    text: french('Il est écrit comme Délibéré l’écrit, mais rien n’en garantit l’origine : seul le procès-verbal scellé le peut.'),
  },
};

const closed: Readonly<Record<'asked' | 'refused', Conclusion>> = {
  asked: {
    title: 'Ce fichier est chiffré',
    text: french('Rien n’a encore été vérifié de ce qu’il contient. Donnez la phrase secrète, ou la clé secrète, qui l’ouvre : il n’en sera rien gardé.'),
  },
  refused: {
    title: 'Ce fichier reste fermé',
    text: 'Ce qui a été saisi ne l’ouvre pas. Le fichier n’a pas changé, et rien n’est conclu sur lui.',
  },
};

const newer: Conclusion = {
  title: 'Cette archive est d’une version plus récente',
  text: french(
    'Elle n’est pas mise en cause : pour ne rien conclure de faux, cette version de Délibéré ne la vérifie pas. Vérifiez-la avec la version récente, ou à la main comme le dit son fichier LISEZMOI.txt.',
  ),
};

const otherDossiers: Conclusion = {
  title: 'Le sac des dossiers ne correspond pas à cette archive',
  text: french('L’archive elle-même est intacte. Ce sac est celui d’une autre session, ou il est abîmé : demandez celui qui fut écrit avec elle.'),
};
const aboutDossiers: ReadonlySet<string> = new Set(['archive-dossiers', 'archive-no-dossiers']);

const lost = 'Ne vous fondez pas sur cet exemplaire : demandez-en un autre, ou comparez-le à votre seconde copie.';
const untouched = 'Rien n’a été modifié ni repris par cette lecture.';
const notIntactBy: Readonly<Record<string, Conclusion>> = {
  'zip-truncated': {
    title: 'Ce fichier zip est incomplet',
    text: french(`Il a été coupé pendant une copie ou un envoi. ${untouched} Copiez-le de nouveau depuis son origine, puis vérifiez-le.`),
  },
  'bag-digest': { title: 'Un fichier a changé depuis l’archivage', text: french(`Ce n’est plus ce qui fut archivé. ${untouched} ${lost}`) },
  'zip-crc': { title: 'Un fichier a changé depuis l’archivage', text: french(`Ce n’est plus ce qui fut archivé. ${untouched} ${lost}`) },
  'bag-renamed': {
    title: 'Un fichier a été renommé',
    text: french(`Son contenu est celui que nomme le manifeste, mais l’ensemble n’est plus celui qui fut archivé. ${untouched} ${lost}`),
  },
  'bag-unlisted': {
    title: 'Un fichier a été ajouté',
    text: french(`Aucune empreinte ne dit ce qu’il est : ne l’ouvrez pas. ${untouched} ${lost}`),
  },
  'archive-unknown': {
    title: 'Un fichier a été ajouté',
    text: french(`Un fichier étranger à une archive de session a été ajouté, et les manifestes réécrits avec lui. ${untouched} ${lost}`),
  },
  'bag-missing': { title: 'Un fichier manque', text: french(`L’ensemble n’est plus celui qui fut archivé. ${untouched} ${lost}`) },
  'archive-part': { title: 'Un fichier manque', text: french(`Une pièce que toute archive contient n’y est pas. ${untouched} ${lost}`) },
  'bag-manifest-lies': {
    title: 'Un manifeste ne dit pas vrai',
    text: french(`Un manifeste a été réécrit : il ne peut plus dire ce qui fut archivé. ${untouched} ${lost}`),
  },
  'age-damaged': {
    title: 'Ce fichier chiffré est abîmé',
    text: french('Il est incomplet, ou un octet a changé : rien n’en a été retenu. Copiez-le de nouveau depuis son origine, puis vérifiez-le.'),
  },
};

/** What a verdict concludes, in a heading and a sentence; what is not signed is never said to be, and a closed or newer file is not called foreign. */
export const conclude = ({ kind, level, faults }: Concluded): Conclusion => {
  if (level === 'whole') return unsigned[kind] ?? levels.whole;
  // The bag beside an archive is looked at only once the archive itself is found whole.
  if (level === 'notIntact' && aboutDossiers.has(faults[0]?.rule ?? '')) return otherDossiers;
  if (level === 'notIntact') return notIntactBy[faults[0]?.rule ?? ''] ?? levels.notIntact;
  if (level !== 'unreadable') return levels[level];
  if (faults.some(({ rule }) => rule === 'archive-newer')) return newer;
  if (kind !== 'encrypted') return levels.unreadable;
  return faults.some(({ rule }) => rule === 'age-locked') ? closed.asked : closed.refused;
};
