import { formatInstant, formatOffset, space } from './typography.ts';

/** The capacity in which a person signs, as the certificate names it. */
export const capacityName = { member: 'Membre du jury', lead: 'Responsable pédagogique' } as const;

/** The name of the organism's root certificate. */
export const rootName = (organism: string): string => `${organism} – racine des procès-verbaux de jury`;

/** Why a person signs, as the signature dictionary says it. */
export const signatureReason = {
  member: 'Je signe ce procès-verbal en qualité de membre du jury (signature électronique non qualifiée, certificat émis par l’organisme).',
  lead: 'Je scelle ce procès-verbal en qualité de responsable pédagogique (signature électronique non qualifiée, certificat émis par l’organisme).',
} as const;

/** Why a member signs with a certificate of their own, as the signature dictionary says it. */
export const importedReason =
  'Je signe ce procès-verbal en qualité de membre du jury (signature électronique non qualifiée, certificat apporté par le signataire, dont l’organisme n’a pas vérifié l’émetteur).';

/** A name taken from a certificate made elsewhere, safe to show: one line, no character that turns or hides the writing, at most 160 letters. */
export const visibleName = (text: string): string => {
  const letters = [
    ...text
      .replaceAll(/[\p{C}\u2028\u2029]/gu, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim(),
  ];
  return letters.length > 160 ? `${letters.slice(0, 159).join('')}…` : letters.join('');
};

/** The two lines under a visible signature: who, and when by the clock of the computer. */
export const signatureLines = (signer: { readonly name: string; readonly capacity: 'member' | 'lead' }, when: string): readonly [string, string] => [
  `${signer.capacity === 'lead' ? 'Scellé' : 'Signé'} électroniquement par ${signer.name}`,
  `${when}, horloge de l’ordinateur`,
];

/** The instant printed under a visible signature: "le 17 mars 2026 à 17 h 02 (UTC+01:00)". */
export const signatureInstant = (instant: string, timeZone: string): string =>
  `le${space}${formatInstant(instant, timeZone)} (${formatOffset(instant, timeZone)})`;
