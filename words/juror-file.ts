import { french } from './french.ts';
import { jurorWords } from './jury.ts';
import { countOf, formatDay, ofName, quote } from './typography.ts';

const said = (field: string, value: string): string => {
  if (field === 'membership') return (jurorWords.memberships as Readonly<Record<string, string>>)[value] ?? value;
  if (field === 'itProfessional') return value === 'true' ? 'oui' : 'non';
  return value === '' ? 'non précisé' : value;
};

/** The directory of jury members, kept from session to session. */
export const jurorFileWords = {
  title: 'Membres de jury',
  open: 'Membres de jury',
  intro: french(
    'L’annuaire des personnes qui siègent, gardé d’une session à l’autre. Chaque session garde sa propre copie : ce qui change ici n’y entre que si vous le demandez.',
  ),
  unfiled: (count: number): string =>
    count === 1 ? 'Un membre d’une session n’est pas dans l’annuaire.' : `${count}\u00a0membres de sessions ne sont pas dans l’annuaire.`,
  unfiledText: french('Même nom et même employeur : une seule personne, à qui ses sessions sont reliées. Les sessions ne changent pas.'),
  adopt: (count: number): string => (count === 1 ? 'L’ajouter à l’annuaire' : 'Les ajouter à l’annuaire'),
  search: 'Chercher par nom, employeur ou métier',
  add: 'Ajouter une personne',
  addTitle: 'Nouvelle personne',
  emptyTitle: 'L’annuaire est encore vide',
  emptyText: 'Une personne inscrite au jury d’une session y entre aussi. Vous pouvez l’y ajouter dès maintenant, avec ses justificatifs.',
  none: 'Personne ne répond à cette recherche.',
  column: { name: 'Nom', quality: 'Qualité et employeur', membership: 'Rattachement', qualified: 'Qualifications', sat: 'Sessions', acts: 'Actions' },
  sat: (count: number): string => (count === 0 ? 'Aucune encore' : countOf(count, 'session', 'sessions')),
  last: (day: string): string => `la dernière le ${formatDay(day)}`,
  coming: (count: number): string => `${count}\u00a0en préparation`,
  showArchived: (count: number): string => `Montrer aussi ${count === 1 ? 'la fiche archivée' : `les ${count}\u00a0fiches archivées`}`,
  archived: 'Archivée',
  trade: 'Métier',
  tradeHint: 'Ce que la personne exerce, par exemple « développeuse web ».'.replace(/« | »/g, (mark) => (mark === '« ' ? '«\u202f' : '\u202f»')),
  qualifications: 'Qualifications',
  qualificationsIntro: french('Proposé à la session de cette certification, où le responsable pédagogique le confirme : rien n’est coché à sa place.'),
  addQualification: 'Ajouter une certification',
  certification: 'Certification (code RNCP)',
  on: 'Depuis le',
  proof: 'Justificatif',
  noProof: 'Aucun',
  removeQualification: (code: string): string => `Retirer la qualification ${code}`,
  proofs: 'Justificatifs',
  proofsIntro: 'Lettre de mission, attestation, diplôme : copiés et chiffrés dans l’espace de travail.'.replace(' :', '\u00a0:'),
  proofsAfter: 'Enregistrez d’abord la fiche, puis ajoutez ses justificatifs.',
  addProof: 'Ajouter un fichier…',
  proofColumn: { file: 'Fichier', added: 'Ajouté le', size: 'Taille', acts: 'Actions' },
  unreadable: 'À ouvrir ailleurs',
  proofTitled: (title: string): string => `Justificatif ${title}`,
  removeProofTitle: (name: string): string => `Retirer ${quote(name)}`,
  removeProofText: french('Le fichier sera effacé de l’espace de travail ; une qualification qui s’appuyait dessus reste, sans justificatif.'),
  removeProofAct: 'Retirer ce justificatif',
  seats: 'Sessions',
  noSeat: 'Cette personne n’est encore membre d’aucune session.',
  seatColumn: { session: 'Session', date: 'Date', seat: 'Siège', state: 'État' },
  seatSat: 'A siégé',
  seatAbsent: 'N’est pas venue',
  seatComing: 'En préparation',
  seatOpen: 'Session en cours',
  differs: 'Diffère de l’annuaire',
  remove: 'Retirer de l’annuaire',
  archive: 'Archiver la fiche',
  unarchive: 'Remettre parmi les choix',
  archiveWhy: french('Cette personne siège ou a siégé : sa fiche ne s’efface pas. Archivée, elle n’est plus proposée.'),
  removed: (name: string): string => `${name} n’est plus dans l’annuaire.`,
  removedText: 'Ses justificatifs seront effacés au prochain démarrage. Les sessions en préparation gardent leur copie.',
  undo: 'Remettre dans l’annuaire',
  updateTitle: (name: string): string => `Sessions en préparation ${ofName(name)}`,
  updateIntro: 'La fiche est enregistrée. Ces sessions disent encore autre chose : les mettre à jour ?'.replace(' :', '\u00a0:').replace(' ?', '\u202f?'),
  fields: {
    civility: 'Civilité',
    givenName: 'Prénom',
    familyName: 'Nom',
    quality: 'Qualité',
    employer: 'Employeur',
    membership: 'Rattachement',
    itProfessional: 'Professionnel du secteur',
  } as Readonly<Record<string, string>>,
  difference: (field: string, here: string, directory: string): string =>
    french(`${jurorFileWords.fields[field] ?? field} : ${said(field, here)} → ${said(field, directory)}`),
  keep: 'Laisser ces sessions telles quelles',
  update: (count: number): string => `Mettre à jour ${countOf(count, 'session', 'sessions')}`,
  // in the preparation of a session
  choose: 'Choisir dans l’annuaire…',
  chooseTitle: 'Choisir dans l’annuaire',
  chooseThis: 'Choisir',
  seated: 'Déjà au jury',
  newPerson: 'Ajouter une autre personne',
  fromDirectory: (name: string): string => `Repris de la fiche ${ofName(name)}. Confirmez le siège et la qualification.`,
  sameName: (name: string, employer: string): string => french(`${name} (${employer}) est dans l’annuaire : est-ce la même personne ?`),
  takeFile: 'Reprendre sa fiche',
  proposed: (code: string, on: string, proven: boolean): string =>
    french(`Annuaire : qualification ${code} depuis le ${formatDay(on)}, ${proven ? 'justificatif joint' : 'sans justificatif'}. À confirmer.`),
} as const;
