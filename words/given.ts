import { countOf, narrow, quote, space } from './typography.ts';

/** The files that a person drops on the window, or opens from the file manager. */
export const givenWords = {
  given: (name: string): string => `Le fichier ${quote(name)} a été ouvert dans Délibéré.`,
  waitsForStore: (name: string): string => `La session ${quote(name)} attend${space}: ouvrez Délibéré avec votre phrase de passe pour la recevoir.`,
  acts: { verify: 'Vérifier ce fichier', receive: 'Recevoir cette session' },
  refused: (name: string): string => `${quote(name)} n’est ni un procès-verbal, ni une archive, ni une session emportée${narrow}; rien n’en a été lu.`,
  release: 'Lâchez le fichier',
  firstOnly: (name: string, others: number): string =>
    `Un fichier à la fois${space}: ${quote(name)} est pris, ${countOf(others, 'autre ne l’est pas', 'autres ne le sont pas')}.`,
  refusedBy: {
    fiche: (name: string): string => `${quote(name)} n’est pas l’export des fiches${narrow}; cet écran reçoit un fichier XML, ou le ZIP qui le contient.`,
    candidates: (name: string): string => `${quote(name)} n’est pas un tableau${narrow}; cet écran reçoit un fichier CSV ou XLSX.`,
    dossiers: (name: string): string =>
      `${quote(name)} ne peut pas être une pièce${narrow}; cet écran reçoit un dossier, une archive ZIP, un PDF, une image ou un texte.`,
    bag: (name: string): string => `${quote(name)} n’est ni un dossier ni une archive ZIP${narrow}; une pièce seule se dépose sur le dossier de son candidat.`,
  },
  target: {
    door: { title: 'Déposez le fichier ici', text: `Un procès-verbal ou une archive sera vérifié${narrow}; une session emportée sera reçue.` },
    candidates: { title: 'Déposez le tableau des candidats', text: 'CSV ou XLSX. Rien n’est enregistré avant votre accord.' },
    dossiers: { title: 'Déposez les pièces', text: 'Un dossier ou une archive ZIP pour tous les candidats, ou une pièce pour le dossier affiché.' },
    nothing: {
      title: 'Cet écran n’attend aucun fichier',
      text: 'Un procès-verbal, une archive ou une session emportée sera proposé à la vérification ou à la réception.',
    },
  },
} as const;
