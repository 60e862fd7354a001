import type { DemoDocument } from './demo.ts';

/** The documents of a VAE: notification, validation file, employer's attestation. */
export const demoVae: readonly DemoDocument[] = [
  {
    name: 'vae-dossier-validation.pdf',
    title: 'Dossier de validation',
    subtitle: 'Validation des acquis de l’expérience, Expert en développement logiciel',
    layout: 'portrait',
    facts: [
      ['Certification', 'RNCP36912, niveau 7'],
      ['Expérience', 'Onze années dans trois entreprises fictives'],
      ['Accompagnement', 'Organisme fictif, sans lien avec le jury'],
    ],
    parts: [
      { kind: 'heading', text: '1. Mon parcours' },
      {
        kind: 'table',
        titles: ['Période', 'Emploi', 'Entreprise fictive', 'Équipe'],
        rows: [
          ['2014 à 2017', 'Développement', 'Société Inventée', '6 personnes'],
          ['2017 à 2021', 'Développement et intégration', 'Ateliers Factices', '9 personnes'],
          ['2021 à 2025', 'Référence technique', 'Coopérative Imaginaire', '5 personnes'],
        ],
      },
      { kind: 'heading', text: '2. Première situation : reprendre un outil que personne n’osait toucher' },
      {
        kind: 'paragraph',
        text: 'L’outil de facturation datait de 2009. J’ai commencé par écouter les quatre personnes qui s’en servaient, puis par écrire ce qu’il faisait vraiment. Cet état des lieux a révélé trois règles que la documentation ignorait. J’ai proposé deux scénarios chiffrés ; le remplacement par étapes a été retenu.',
      },
      {
        kind: 'paragraph',
        text: 'La preuve jointe est le dossier d’architecture. J’en ai écrit les parties 1 à 3 ; la partie 4 l’a été avec la personne chargée des données personnelles.',
      },
      { kind: 'heading', text: '3. Deuxième situation : livrer chaque semaine' },
      {
        kind: 'paragraph',
        text: 'Les livraisons prenaient une nuit et échouaient une fois sur trois. J’ai mis en place la chaîne de construction, écrit les premiers essais et accompagné mes collègues pour les suivants. Au bout de cinq mois, une livraison prenait vingt minutes, de jour.',
      },
      {
        kind: 'table',
        titles: ['Mesure', 'Avant', 'Après'],
        rows: [
          ['Durée d’une livraison', '6 h', '20 min'],
          ['Échecs', '1 sur 3', '1 sur 40'],
          ['Retour arrière', 'Impossible', '4 min'],
        ],
      },
      { kind: 'heading', text: '4. Troisième situation : tenir un projet' },
      {
        kind: 'paragraph',
        text: 'J’ai conduit le remplacement de l’outil de stock, de la planification au bilan. Je tenais le budget avec la direction, je répartissais le travail et je rendais compte chaque quinzaine. Deux personnes ont changé de poste en cours de route ; le plan a été revu avec elles.',
      },
      { kind: 'heading', text: '5. Ce que mes preuves montrent' },
      {
        kind: 'table',
        titles: ['Bloc', 'Preuves jointes', 'Situation'],
        rows: [
          ['BC01', 'Spécifications, dossier d’architecture', 'Première'],
          ['BC02', 'Documentation, plan de tests, journal', 'Deuxième'],
          ['BC03', 'Planning et budget, plan d’équipe', 'Troisième'],
        ],
      },
      {
        kind: 'paragraph',
        text: 'Je déclare sur l’honneur que ces réalisations sont les miennes ; quand elles ont été menées à plusieurs, ma part est indiquée.',
      },
    ],
  },
  {
    name: 'vae-recevabilite.pdf',
    title: 'Notification de recevabilité',
    subtitle: 'Validation des acquis de l’expérience',
    layout: 'portrait',
    facts: [
      ['Certification', 'RNCP36912, Expert en développement logiciel'],
      ['Décision', 'Demande déclarée recevable'],
      ['Référence', 'Voir la fiche de la personne dans la session'],
    ],
    parts: [
      { kind: 'heading', text: 'Décision' },
      {
        kind: 'paragraph',
        text: 'Madame, Monsieur, votre demande de validation des acquis de l’expérience a été examinée. Les activités que vous déclarez ont un rapport direct avec la certification visée. La demande est recevable.',
      },
      {
        kind: 'paragraph',
        text: 'La date de cette décision est celle que la session de jury conserve. Elle a été prise pendant la durée d’enregistrement de la certification, du 29 septembre 2022 au 29 septembre 2025.',
      },
      { kind: 'heading', text: 'La suite' },
      {
        kind: 'list',
        lines: [
          'Rédiger le dossier de validation et réunir les preuves.',
          'Le remettre un mois avant le jury.',
          'Se présenter à l’entretien, sur place ou à distance.',
        ],
      },
      { kind: 'heading', text: 'Pièces examinées' },
      {
        kind: 'table',
        titles: ['Pièce', 'Reçue'],
        rows: [
          ['Formulaire de candidature', 'Oui'],
          ['Attestation d’employeur', 'Oui'],
          ['Pièce d’identité', 'Vue, non conservée'],
        ],
      },
      { kind: 'paragraph', text: 'Pour l’organisme de démonstration, la personne fictive chargée de la recevabilité.' },
    ],
  },
  {
    name: 'attestation-employeur.pdf',
    title: 'Attestation d’employeur',
    subtitle: 'Coopérative Imaginaire de Ville-Fictive',
    layout: 'portrait',
    facts: [
      ['Objet', 'Emploi occupé et travaux menés'],
      ['Établie par', 'La direction, personne fictive'],
      ['Destinataire', 'Le jury de certification'],
    ],
    parts: [
      { kind: 'heading', text: 'Emploi' },
      {
        kind: 'paragraph',
        text: 'Je soussignée, directrice fictive de la Coopérative Imaginaire, atteste que la personne désignée au dossier a exercé dans notre entreprise, à temps plein, des fonctions de référence technique pendant quatre années.',
      },
      { kind: 'heading', text: 'Travaux' },
      {
        kind: 'table',
        titles: ['Travail', 'Part prise', 'Période'],
        rows: [
          ['Reprise de l’outil de facturation', 'Conduite et réalisation', '2021 à 2022'],
          ['Chaîne de construction', 'Conception, accompagnement', '2022 à 2023'],
          ['Remplacement de l’outil de stock', 'Conduite de projet', '2024 à 2025'],
        ],
      },
      {
        kind: 'paragraph',
        text: 'Cette attestation est délivrée pour servir devant le jury. Elle ne dit rien de la qualité des travaux, que le jury apprécie seul.',
      },
      { kind: 'paragraph', text: 'Fait à Ville-Fictive, le 12 janvier 2026.' },
    ],
  },
];
