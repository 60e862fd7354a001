/** The program is back in the middle of a sitting. */
export const resumeWords = {
  resumed: (where: string): string => `Séance reprise sur ${where}.`,
  safe: 'Tout ce qui était enregistré est là.',
} as const;
