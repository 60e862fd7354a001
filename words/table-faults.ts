const again = 'Depuis le tableur, enregistrez-le au format XLSX ou CSV, puis donnez-le de nouveau.';
const cut = 'Découpez-le en plusieurs fichiers, ou retirez-en ce qui n’est pas la liste, puis donnez-le de nouveau.';

/** Why a file is no table that can be read, and what to do next. The limits are those of documents/imports/table.ts. */
export const tableFaultWords: Readonly<Record<string, readonly [why: string, next: string]>> = {
  'not-text': ['ce n’est ni un classeur ni un texte.', again],
  'empty-file': ['il ne contient aucune ligne.', 'Vérifiez que c’est le bon fichier, et que sa feuille n’est pas masquée.'],
  'no-row': ['il a des titres de colonnes, et aucune ligne en dessous.', 'Vérifiez que c’est le bon fichier, et la bonne feuille.'],
  'unclosed-quote': ['un guillemet s’ouvre ici et ne se ferme pas.', 'Corrigez cette ligne dans le fichier, ou enregistrez-le de nouveau depuis le tableur.'],
  'misplaced-quote': ['un guillemet est mal placé.', 'Corrigez cette ligne dans le fichier, ou enregistrez-le de nouveau depuis le tableur.'],
  'old-workbook': ['c’est un classeur de l’ancien format XLS.', again],
  'encrypted-workbook': [
    'il est protégé par un mot de passe.',
    'Ouvrez-le dans le tableur, retirez le mot de passe d’ouverture, enregistrez, puis donnez-le de nouveau.',
  ],
  'other-document': ['c’est un document d’une autre sorte.', again],
  'damaged-workbook': [
    'il est endommagé, ou ce n’est pas un classeur.',
    'Ouvrez-le dans le tableur, enregistrez-le sous un autre nom, puis donnez-le de nouveau.',
  ],
  'too-many-bytes': ['il est trop gros\u00a0: 20\u00a0Mo au plus, et 120\u00a0Mo une fois décompressé.', cut],
  'too-many-rows': ['il a trop de lignes\u00a0: 20\u202f000 au plus.', cut],
  'too-long-cell': ['une case contient un texte trop long.', 'Vérifiez que c’est le bon fichier, et qu’un guillemet n’y est pas resté ouvert.'],
  'too-many-columns': ['il a trop de colonnes\u00a0: 256 au plus.', cut],
};
