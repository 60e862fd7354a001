/** The published schema of the record. */
export const recordSchemaWords = {
  title: 'Relevé d’une session de jury (session.json), version 1',
  description:
    'Tout ce sur quoi repose le procès-verbal : préparation, règlement, membres, candidats, actes dans l’ordre du journal, états et résultats. Ni avis individuel, ni décompte, ni tour, ni note, ni aménagement. Qui rejoue les actes retrouve les résultats.',
} as const;
