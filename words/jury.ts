import { french } from './french.ts';
import { countOf, joinList } from './typography.ts';

/** The kinds of links between a member and a candidate. */
export const linkWords = {
  family: 'Lien familial',
  personal: 'Lien personnel',
  professional: 'Lien professionnel',
  hierarchical: 'Lien hiérarchique',
  pedagogical: 'Lien pédagogique (formateur, mentor, accompagnateur)',
  business: 'Lien d’affaires',
  ownRequest: 'À sa demande',
} as const;

/** The gaps of a composition, with the figures that show them; `names` are those of members who have yet to declare. */
export const gapSentence = (gap: { readonly kind: string; readonly needed?: number; readonly sitting?: number }, names: readonly string[] = []): string => {
  const sitting = gap.sitting === undefined || gap.sitting === 0 ? 'aucun ne siège' : gap.sitting === 1 ? 'un seul siège' : `${gap.sitting} siègent`;
  switch (gap.kind) {
    case 'members':
      return french(`Il faut ${countOf(gap.needed ?? 3, 'membre', 'membres')} : ${sitting}.`);
    case 'externals':
      return french(`Il faut ${countOf(gap.needed ?? 2, 'professionnel externe', 'professionnels externes')} : ${sitting}.`);
    case 'lead':
      return 'Le responsable pédagogique de la filière doit siéger.';
    case 'qualified':
      return 'Un membre qualifié pour la certification doit siéger.';
    case 'president':
      return 'Aucun président ne siège.';
    case 'undeclared':
      return names.length === 1 ? `${joinList(names)} doit déclarer ses liens.` : `${joinList(names)} doivent déclarer leurs liens.`;
    case 'closedPath':
      return 'Cette voie d’accès est fermée.';
    default:
      return 'La composition n’est pas celle que demande la fiche.';
  }
};

/** The form of a member, and the list of members. */
export const jurorWords = {
  title: 'Membres du jury',
  intro: 'Trois titulaires siègent ; un suppléant remplace un titulaire absent ou qui se déporte.'.replace(' ;', '\u202f;'),
  add: 'Ajouter un membre',
  addTitle: 'Nouveau membre du jury',
  editTitle: 'Membre du jury',
  emptyTitle: 'Le jury est encore vide',
  emptyText: 'Inscrivez les trois titulaires, puis au moins un suppléant qualifié : un déport ne bloquera pas la séance.'.replace(' :', '\u00a0:'),
  civility: 'Civilité',
  civilities: { Mme: 'Mme', 'M.': 'M.', '': 'Non précisée' },
  givenName: 'Prénom',
  familyName: 'Nom',
  quality: 'Qualité',
  qualityHint: 'Fonction ou métier, tel qu’il figurera au procès-verbal.',
  employer: 'Employeur',
  membership: 'Rattachement',
  memberships: { internal: 'Interne', external: 'Externe' },
  membershipHints: { internal: 'Du certificateur ou de l’organisme de formation.', external: 'Sans lien avec le certificateur ni l’organisme.' },
  seat: 'Siège',
  seats: { titular: 'Titulaire', substitute: 'Suppléant' },
  traits: 'Ce que demandent les textes',
  itProfessional: 'Professionnel du secteur informatique',
  pedagogicalLead: 'Responsable pédagogique de la filière',
  qualified: 'Qualifié pour la certification (VAE)',
  short: { itProfessional: 'professionnel du secteur', pedagogicalLead: 'responsable pédagogique', qualified: 'qualifié VAE' },
  column: { name: 'Nom', quality: 'Qualité et employeur', membership: 'Rattachement', seat: 'Siège', acts: 'Actions' },
  removeTitle: (name: string): string => `Retirer ${name} du jury`,
  removeText: 'Sa fiche sera effacée de cette session.',
  removeAct: 'Retirer ce membre',
} as const;
