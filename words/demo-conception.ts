import type { DemoDocument } from './demo.ts';

/** The documents of block BC01: analysis, specifications, architecture. */
export const demoConception: readonly DemoDocument[] = [
  {
    name: 'rapport-conception.pdf',
    title: 'Rapport d’analyse et de conception',
    subtitle: 'Projet « Passerelle », outil de gestion d’une coopérative imaginaire',
    layout: 'portrait',
    facts: [
      ['Commanditaire', 'Coopérative Imaginaire de Ville-Fictive'],
      ['Bloc', 'BC01, analyser le besoin et concevoir l’architecture'],
      ['Version', '2.1, février 2026'],
    ],
    parts: [
      { kind: 'heading', text: '1. Le contexte et la demande' },
      {
        kind: 'paragraph',
        text: 'La coopérative emploie quarante-deux personnes sur trois sites. Ses commandes arrivent par téléphone, par courriel et au comptoir ; elles sont recopiées à la main dans deux tableurs qui ne se parlent pas. Chaque mois, une quarantaine de commandes est saisie deux fois et une dizaine est oubliée.',
      },
      {
        kind: 'paragraph',
        text: 'La direction demande un outil unique, utilisable au comptoir comme en tournée, y compris par les deux salariés qui emploient un lecteur d’écran. Le budget de la première année ne dépasse pas 48 000 €.',
      },
      { kind: 'heading', text: '2. Les entretiens d’explicitation' },
      {
        kind: 'paragraph',
        text: 'Sept entretiens de quarante-cinq minutes ont été menés, chacun à partir d’une journée réelle racontée dans l’ordre. Les extraits ont été relus par les personnes avant d’être versés au dossier.',
      },
      {
        kind: 'table',
        titles: ['Personne rencontrée', 'Ce qui coûte le plus', 'Ce qui est attendu'],
        rows: [
          ['Accueil (deux personnes)', 'Retrouver une commande sans son numéro', 'Recherche par nom, téléphone ou date'],
          ['Préparation', 'Savoir ce qui a changé depuis la veille', 'Liste des écarts à l’ouverture'],
          ['Tournée', 'Pas de réseau dans deux villages', 'Saisie hors ligne puis envoi'],
          ['Comptabilité', 'Double saisie des règlements', 'Export mensuel contrôlé'],
          ['Direction', 'Aucune vue des retards', 'Tableau de bord hebdomadaire'],
        ],
      },
      { kind: 'heading', text: '3. L’état des lieux' },
      {
        kind: 'list',
        lines: [
          'Deux tableurs partagés, sans historique ni droits d’accès.',
          'Un logiciel de caisse maintenu, qui exporte un fichier chaque soir.',
          'Un serveur de fichiers sur site, sauvegardé chaque semaine, jamais restauré.',
          'Des données personnelles de clients conservées sans durée fixée.',
        ],
      },
      {
        kind: 'paragraph',
        text: 'L’état des lieux conclut que la caisse est conservée et que les tableurs sont remplacés. La sauvegarde doit être revue avant toute mise en service.',
      },
      { kind: 'heading', text: '4. Les contraintes retenues' },
      {
        kind: 'table',
        titles: ['Nature', 'Contrainte', 'Conséquence sur la solution'],
        rows: [
          ['Technique', 'Réseau absent en tournée', 'Application qui fonctionne hors ligne'],
          ['Budgétaire', '48 000 € la première année', 'Composants libres, hébergement mutualisé'],
          ['Réglementaire', 'Données personnelles des clients', 'Registre, durées de conservation, droits des personnes'],
          ['Accessibilité', 'Lecteur d’écran en poste', 'Conformité vérifiée à chaque livraison'],
        ],
      },
      { kind: 'heading', text: '5. La faisabilité' },
      {
        kind: 'paragraph',
        text: 'Un prototype a été bâti en huit jours pour vérifier le point le plus risqué, la synchronisation de deux saisies faites hors ligne sur la même commande. Vingt conflits ont été provoqués : dix-neuf ont été résolus sans perte, le vingtième est présenté à la personne, qui choisit.',
      },
      { kind: 'heading', text: '6. La veille et les choix' },
      {
        kind: 'paragraph',
        text: 'La veille suit quatre sources publiques, relues chaque lundi. Elle a fait écarter un cadriciel dont l’entretien cessait et retenir une base embarquée pour le hors ligne. Les choix, leurs raisons et ce qu’ils coûtent figurent au dossier d’architecture.',
      },
    ],
  },
  {
    name: 'specifications.pdf',
    title: 'Spécifications fonctionnelles et techniques',
    subtitle: 'Livrable du projet « Passerelle »',
    layout: 'portrait',
    facts: [
      ['Lecteurs', 'Direction, équipe de développement, exploitation'],
      ['Compétences', 'BC01-C1 à BC01-C5'],
      ['Version', '1.4, janvier 2026'],
    ],
    parts: [
      { kind: 'heading', text: '1. Le cadre' },
      {
        kind: 'paragraph',
        text: 'Ce document fixe ce que l’outil doit faire et ce qui permettra de l’accepter. Il ne dit pas comment l’écran est dessiné ; les maquettes sont jointes au rapport.',
      },
      { kind: 'heading', text: '2. Les récits d’utilisation' },
      {
        kind: 'table',
        titles: ['Code', 'En tant que…', 'Je veux…', 'Accepté si…'],
        rows: [
          ['R-01', 'personne à l’accueil', 'retrouver une commande par le nom', 'réponse en moins d’une seconde sur 10 000 commandes'],
          ['R-02', 'livreuse', 'noter une remise sans réseau', 'la remise est envoyée au retour du réseau, une seule fois'],
          ['R-03', 'préparateur', 'voir ce qui a changé', 'les écarts depuis la dernière ouverture sont listés'],
          ['R-04', 'comptable', 'exporter le mois', 'le total est égal à celui de la caisse'],
          ['R-05', 'client', 'faire effacer mes données', 'l’effacement est tracé et vérifié sous trente jours'],
        ],
      },
      { kind: 'heading', text: '3. Les exigences techniques' },
      {
        kind: 'list',
        lines: [
          'Toute donnée saisie est enregistrée avant que l’écran ne le dise.',
          'Chaque écran se parcourt au clavier et se lit avec un lecteur d’écran.',
          'Les échanges sont chiffrés ; les mots de passe ne sont jamais conservés en clair.',
          'Une panne du serveur n’arrête pas la tournée.',
        ],
      },
      { kind: 'heading', text: '4. Les solutions comparées' },
      {
        kind: 'table',
        titles: ['Solution', 'Pour', 'Contre', 'Coût sur trois ans'],
        rows: [
          ['Progiciel du marché', 'Livré vite', 'Hors ligne absent', '71 000 €'],
          ['Tableurs améliorés', 'Connus de tous', 'Aucun historique', '18 000 €'],
          ['Développement sur mesure', 'Répond au besoin', 'Équipe à constituer', '96 000 €'],
          ['Sur mesure en deux temps', 'Premier service en trois mois', 'Deux mises en service', '88 000 €'],
        ],
      },
      {
        kind: 'paragraph',
        text: 'La quatrième solution est retenue. La contractualisation porte sur le premier temps, avec une clause de sortie à son terme.',
      },
      { kind: 'heading', text: '5. La recette' },
      {
        kind: 'paragraph',
        text: 'Chaque récit donne lieu à un cas de recette, rejoué avec la personne qui l’a raconté. Un récit est accepté quand son critère est tenu deux jours de suite en situation réelle.',
      },
    ],
  },
  {
    name: 'dossier-architecture.pdf',
    title: 'Dossier d’architecture',
    subtitle: 'Livrable du projet « Passerelle »',
    layout: 'portrait',
    facts: [
      ['Compétences', 'BC01-C6 à BC01-C9'],
      ['Outil de schéma', 'Schémas dessinés et versionnés avec le code'],
      ['Version', '1.2, février 2026'],
    ],
    parts: [
      { kind: 'heading', text: '1. La vue d’ensemble' },
      {
        kind: 'layers',
        caption: 'Figure 1. Les couches et leurs responsabilités',
        rows: [
          ['Comptoir', 'Tournée', 'Comptabilité'],
          ['Interface accessible', 'File d’envoi hors ligne'],
          ['Règles de gestion'],
          ['Base relationnelle', 'Fichiers', 'Journal'],
        ],
      },
      {
        kind: 'paragraph',
        text: 'Les règles de gestion ne connaissent ni l’écran ni la base. Elles sont essayées seules, en quelques secondes, à chaque modification.',
      },
      { kind: 'heading', text: '2. Les choix techniques et leurs raisons' },
      {
        kind: 'table',
        titles: ['Choix', 'Raison', 'Ce qu’il coûte'],
        rows: [
          ['Un seul langage, typé', 'Une équipe de trois personnes', 'Moins de bibliothèques en calcul'],
          ['Base relationnelle', 'Rapprochements comptables', 'Migrations à écrire'],
          ['Base embarquée en tournée', 'Réseau absent', 'Conflits à résoudre'],
          ['Journal en ajout seul', 'Savoir qui a fait quoi', 'Place sur disque'],
        ],
      },
      { kind: 'heading', text: '3. Le modèle de données' },
      {
        kind: 'code',
        lines: [
          'personne (id, nom, prenom, telephone, efface_le)',
          'commande (id, personne_id, recue_le, etat, total_centimes)',
          'ligne    (commande_id, rang, article_id, quantite, prix_centimes)',
          'remise   (id, commande_id, remise_le, saisie_hors_ligne)',
          'evenement(id, objet, objet_id, auteur, instant, contenu)',
        ],
      },
      {
        kind: 'paragraph',
        text: 'Les montants sont en centimes, les instants en temps universel. Une clé étrangère relie chaque ligne à sa commande ; l’effacement d’une personne conserve ses commandes sans son nom.',
      },
      { kind: 'heading', text: '4. Les données personnelles' },
      {
        kind: 'list',
        lines: [
          'Finalité : tenir les commandes et les règlements.',
          'Durées : trois ans après la dernière commande, dix ans pour les pièces comptables.',
          'Droits : consultation, rectification, effacement depuis l’écran d’accueil.',
          'Sous-traitance : hébergeur fictif établi dans l’Union européenne.',
        ],
      },
      { kind: 'heading', text: '5. La veille' },
      {
        kind: 'paragraph',
        text: 'Les sources, leur rythme et les décisions qu’elles ont entraînées sont tenus dans un carnet joint. Deux évolutions sont suivies de près : l’entretien de la base embarquée et les règles d’accessibilité.',
      },
    ],
  },
];
