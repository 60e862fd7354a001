/** The personal codes of the demonstration: nobody real, so they are told to whoever tries it (checked against assets/demo/scenario.json). */
export const demonstrationCodes = [
  { name: 'Mme Camille Figurant', role: 'membre interne', code: '241603' },
  { name: 'M. Octave Personnage', role: 'membre externe', code: '507182' },
  { name: 'Mme Rosalie Factice', role: 'membre externe', code: '918364' },
  { name: 'M. Basile Doublure', role: 'suppléant', code: '673025' },
  { name: 'Responsable pédagogique', role: 'ouvre, ferme et scelle', code: '135790' },
  { name: 'Noémie Référente-Fictive', role: 'référente handicap', code: '864209' },
] as const;

/** The passphrase of the demonstration's store, which protects nothing (checked against assets/demo/scenario.json). */
export const demonstrationPassphrase = 'démonstration sans secret';

/** What the badge of the demonstration opens. */
export const demonstrationWords = {
  badge: 'Démonstration',
  showCodes: 'voir les codes personnels',
  title: 'Codes de la démonstration',
  intro: 'Dans une vraie session, chacun choisit le sien et le garde pour lui. Ici, les voici tous.',
  column: { name: 'Personne', role: 'Rôle', code: 'Code personnel' },
} as const;
