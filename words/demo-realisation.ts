import type { DemoDocument } from './demo.ts';

/** The documents of block BC02: report, technical documentation, tests, deployment. */
export const demoRealisation: readonly DemoDocument[] = [
  {
    name: 'rapport-realisation.pdf',
    title: 'Rapport de réalisation',
    subtitle: 'Projet « Passerelle », de la première ligne à la mise en service',
    layout: 'portrait',
    facts: [
      ['Équipe', 'Trois personnes, dont une à mi-temps'],
      ['Bloc', 'BC02, piloter le développement'],
      ['Période', 'Septembre 2025 à février 2026'],
    ],
    parts: [
      { kind: 'heading', text: '1. La manière de travailler' },
      {
        kind: 'paragraph',
        text: 'Le code est tenu dans un dépôt unique. Une branche vit deux jours au plus ; elle est relue par une autre personne et n’est réunie que si les essais passent. Chaque version livrée porte un numéro et une page de notes.',
      },
      { kind: 'heading', text: '2. L’interface' },
      {
        kind: 'paragraph',
        text: 'Les écrans s’adaptent du téléphone au grand écran. Ils ont été revus avec une spécialiste de l’expérience utilisateur : les titres disent où l’on est, les erreurs disent quoi faire, aucune information ne passe par la seule couleur. Deux séances d’essai avec un lecteur d’écran ont conduit à réécrire le tableau des commandes.',
      },
      { kind: 'heading', text: '3. Le service' },
      {
        kind: 'paragraph',
        text: 'Le service applique les règles de gestion et journalise chaque acte. Les fonctions longues ont été découpées ; la complexité des modules est mesurée à chaque livraison et ne peut croître sans explication.',
      },
      { kind: 'heading', text: '4. L’intégration' },
      {
        kind: 'table',
        titles: ['Composant', 'Échange', 'Contrôle'],
        rows: [
          ['Caisse', 'Fichier du soir', 'Total et nombre de lignes'],
          ['Application de tournée', 'File d’envoi', 'Accusé et numéro unique'],
          ['Comptabilité', 'Export mensuel', 'Rapprochement automatique'],
          ['Courriel', 'Modèles relus', 'Aucune donnée sensible'],
        ],
      },
      { kind: 'heading', text: '5. Ce qui a été difficile' },
      {
        kind: 'paragraph',
        text: 'Deux livraisons ont été retirées : la première ralentissait la recherche, la seconde perdait l’accent des noms. Les deux défauts ont d’abord reçu un essai qui les montre, puis une correction. Le temps de recherche est revenu de 2,4 s à 0,3 s.',
      },
      { kind: 'heading', text: '6. Le bilan' },
      {
        kind: 'list',
        lines: [
          'Vingt-trois récits acceptés sur vingt-cinq ; deux reportés d’un commun accord.',
          'Quatre-vingt-onze pour cent des règles de gestion couvertes par des essais.',
          'Aucune saisie perdue pendant les six semaines d’observation.',
        ],
      },
      { kind: 'heading', text: '7. La suite' },
      {
        kind: 'paragraph',
        text: 'Le second temps du projet portera sur les commandes récurrentes et sur un second format d’export. La documentation, le plan de tests et le journal de déploiement sont remis avec ce rapport ; ils suffisent à une autre équipe pour reprendre le travail, ce qui a été vérifié pendant une journée.',
      },
    ],
  },
  {
    name: 'documentation-technique.pdf',
    title: 'Documentation technique',
    subtitle: 'Livrable du projet « Passerelle »',
    layout: 'portrait',
    facts: [
      ['Lecteurs', 'Développement, exploitation, assistance'],
      ['Compétences', 'BC02-C2 à BC02-C5'],
      ['Validation', 'Relue avec les cinq parties prenantes'],
    ],
    parts: [
      { kind: 'heading', text: '1. Installer et démarrer' },
      { kind: 'code', lines: ['# un poste neuf, deux commandes', 'outil installer', 'outil demarrer --donnees=essai'] },
      {
        kind: 'paragraph',
        text: 'La première commande contrôle la machine et nomme ce qui manque. La seconde ouvre l’application sur des données d’essai ; rien n’est envoyé.',
      },
      { kind: 'heading', text: '2. Une règle de gestion, de bout en bout' },
      {
        kind: 'code',
        lines: [
          'export const annuler = (commande, motif, maintenant) => {',
          '  if (commande.etat === "remise") return refus("deja-remise");',
          '  if (motif.trim() === "") return refus("motif-absent");',
          '  return accepte({ ...commande, etat: "annulee", motif, le: maintenant });',
          '};',
        ],
      },
      {
        kind: 'paragraph',
        text: 'La règle ne lit pas l’horloge et n’écrit nulle part : l’instant lui est donné, le résultat est rendu. L’appelant enregistre la commande et l’événement dans la même transaction.',
      },
      { kind: 'heading', text: '3. Les échanges' },
      {
        kind: 'table',
        titles: ['Demande', 'Réponse', 'Refus possibles'],
        rows: [
          ['Créer une commande', 'Numéro unique', 'article-inconnu, quantite-nulle'],
          ['Annuler une commande', 'Commande annulée', 'deja-remise, motif-absent'],
          ['Envoyer la tournée', 'Accusés', 'conflit, jeton-expire'],
          ['Exporter le mois', 'Fichier et total', 'ecart-avec-la-caisse'],
        ],
      },
      { kind: 'heading', text: '4. Relecture' },
      {
        kind: 'paragraph',
        text: 'La documentation a été lue par le développement, l’exploitation, la comptabilité, l’accueil et la direction. Onze remarques ont été reçues, dix ont été suivies ; la onzième, qui demandait un second format d’export, attend le second temps.',
      },
    ],
  },
  {
    name: 'plan-de-tests.pdf',
    title: 'Plan de tests et de reprise d’activité',
    subtitle: 'Livrable du projet « Passerelle »',
    layout: 'portrait',
    facts: [
      ['Compétences', 'BC02-C6 à BC02-C8'],
      ['Responsable', 'Personne fictive chargée de la qualité'],
      ['Version', '3.0, février 2026'],
    ],
    parts: [
      { kind: 'heading', text: '1. Les niveaux d’essai' },
      {
        kind: 'table',
        titles: ['Niveau', 'Ce qu’il montre', 'Quand', 'Durée'],
        rows: [
          ['Règles', 'Chaque règle et chacun de ses refus', 'À chaque modification', '4 s'],
          ['Échanges', 'Ce qui entre et sort du service', 'À chaque modification', '25 s'],
          ['Parcours', 'Une journée de comptoir, de bout en bout', 'Avant chaque livraison', '6 min'],
          ['Charge', '10 000 commandes, 40 personnes', 'Chaque semaine', '18 min'],
          ['Reprise', 'Restaurer la sauvegarde de la veille', 'Chaque mois', '35 min'],
        ],
      },
      { kind: 'heading', text: '2. La chaîne de construction' },
      {
        kind: 'list',
        lines: [
          'Compiler et contrôler les types.',
          'Rejouer les essais des règles et des échanges.',
          'Mesurer le temps de recherche et refuser un recul de plus de 10 %.',
          'Fabriquer la version, la signer, la déposer.',
        ],
      },
      { kind: 'heading', text: '3. Les risques surveillés' },
      {
        kind: 'table',
        titles: ['Risque', 'Signal', 'Réponse'],
        rows: [
          ['Disque plein', 'Place sous 15 %', 'Alerte, puis purge des journaux anciens'],
          ['Sauvegarde muette', 'Aucune copie en 26 h', 'Alerte et copie immédiate'],
          ['Envoi bloqué', 'File de plus de 50 actes', 'Appel de la personne en tournée'],
          ['Certificat périmé', 'Moins de 20 jours', 'Renouvellement préparé'],
        ],
      },
      { kind: 'heading', text: '4. La reprise d’activité' },
      {
        kind: 'paragraph',
        text: 'L’arrêt le plus long admis est de quatre heures ; la perte la plus grande admise est de quinze minutes de saisie. L’exercice du 4 février a rendu le service en 2 h 10 avec six minutes de saisie à reprendre.',
      },
      { kind: 'heading', text: '5. Le test d’acceptation' },
      {
        kind: 'paragraph',
        text: 'Deux journées réelles ont été rejouées avec l’accueil et la tournée. Les accès ont été créés, les alertes provoquées une à une, et chaque critère a été signé par la personne qui l’avait demandé.',
      },
    ],
  },
  {
    name: 'journal-deploiement.pdf',
    title: 'Journal de déploiement',
    subtitle: 'Livrable du projet « Passerelle »',
    layout: 'portrait',
    facts: [
      ['Compétences', 'BC02-C1 et BC02-C9'],
      ['Versions', 'De 0.1 à 1.3'],
      ['Période', 'Octobre 2025 à février 2026'],
    ],
    parts: [
      { kind: 'heading', text: '1. Les versions' },
      {
        kind: 'table',
        titles: ['Version', 'Date', 'Contenu', 'Retour'],
        rows: [
          ['0.1', '06/10/2025', 'Recherche de commandes', 'Trop lente, retirée le lendemain'],
          ['0.2', '13/10/2025', 'Recherche refaite', 'Acceptée'],
          ['0.5', '10/11/2025', 'Tournée hors ligne', 'Acceptée avec trois remarques'],
          ['1.0', '08/12/2025', 'Mise en service du comptoir', 'Acceptée'],
          ['1.1', '12/01/2026', 'Export mensuel', 'Accents perdus, retirée'],
          ['1.2', '14/01/2026', 'Export corrigé', 'Acceptée'],
          ['1.3', '09/02/2026', 'Tableau de bord', 'Acceptée'],
        ],
      },
      { kind: 'heading', text: '2. La gestion des versions' },
      {
        kind: 'paragraph',
        text: 'Chaque réunion de branche cite le récit auquel elle répond. Les numéros suivent une règle écrite : le premier change quand une habitude change, le deuxième quand une fonction s’ajoute, le troisième quand un défaut est corrigé.',
      },
      { kind: 'heading', text: '3. Les indicateurs' },
      {
        kind: 'table',
        titles: ['Indicateur', 'Octobre', 'Décembre', 'Février'],
        rows: [
          ['Commandes saisies deux fois', '38', '9', '1'],
          ['Temps moyen de recherche', '2,4 s', '0,4 s', '0,3 s'],
          ['Appels à l’assistance par semaine', '21', '12', '5'],
          ['Satisfaction (sur 10)', '5,1', '7,0', '8,2'],
        ],
      },
      { kind: 'heading', text: '4. Ce que les retours ont changé' },
      {
        kind: 'list',
        lines: [
          'Le comptoir ouvre sur la recherche, non sur la liste.',
          'La tournée affiche ce qui reste à envoyer.',
          'L’export dit son total avant d’être enregistré.',
        ],
      },
    ],
  },
];
