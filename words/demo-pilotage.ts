import type { DemoDocument } from './demo.ts';

/** The documents of block BC03: report, planning and budget, team, and the slides of a defence. */
export const demoPilotage: readonly DemoDocument[] = [
  {
    name: 'rapport-pilotage.pdf',
    title: 'Rapport de pilotage',
    subtitle: 'Projet « Passerelle », organisation et conduite de l’équipe',
    layout: 'portrait',
    facts: [
      ['Bloc', 'BC03, manager et encadrer les équipes'],
      ['Rythme', 'Cycles de deux semaines'],
      ['Période', 'Septembre 2025 à février 2026'],
    ],
    parts: [
      { kind: 'heading', text: '1. Le cadre' },
      {
        kind: 'paragraph',
        text: 'Le projet avance par cycles de deux semaines. Chaque cycle s’ouvre sur un choix fait avec la direction et se ferme sur une démonstration aux personnes qui se serviront de l’outil. Les rôles sont écrits : qui décide, qui réalise, qui relit, qui est informé.',
      },
      { kind: 'heading', text: '2. Les acteurs' },
      {
        kind: 'table',
        titles: ['Rôle', 'Personne', 'Temps', 'Décide de'],
        rows: [
          ['Commanditaire', 'Direction de la coopérative', '2 h par semaine', 'L’ordre des récits'],
          ['Conduite de projet', 'Auteur du rapport', '3 jours par semaine', 'L’organisation'],
          ['Développement', 'Deux personnes fictives', '8 jours par semaine', 'La réalisation'],
          ['Recette', 'Accueil et tournée', '1 jour par cycle', 'L’acceptation'],
        ],
      },
      { kind: 'heading', text: '3. La qualité et le droit' },
      {
        kind: 'paragraph',
        text: 'Le plan d’assurance qualité fixe les relectures, les seuils et les preuves. Le registre des traitements a été ouvert dès le premier cycle ; chaque livrable qui touche une donnée personnelle porte sa finalité et sa durée.',
      },
      { kind: 'heading', text: '4. Les risques' },
      {
        kind: 'table',
        titles: ['Risque', 'Chance', 'Effet', 'Réponse'],
        rows: [
          ['Départ d’un développeur', 'Moyenne', 'Fort', 'Relecture croisée, documentation tenue'],
          ['Conflits hors ligne', 'Forte', 'Fort', 'Prototype dès le premier cycle'],
          ['Réticence au comptoir', 'Moyenne', 'Moyen', 'Essais en situation, formation courte'],
          ['Retard de la caisse', 'Faible', 'Moyen', 'Export de secours'],
        ],
      },
      { kind: 'heading', text: '5. Les performances' },
      {
        kind: 'paragraph',
        text: 'Trois objectifs ont été convenus : aucune commande perdue, une recherche sous la seconde, et un export juste du premier coup. Les deux premiers sont tenus depuis décembre, le troisième depuis janvier.',
      },
      { kind: 'heading', text: '6. Ce que j’en retiens' },
      {
        kind: 'paragraph',
        text: 'Montrer tôt a coûté deux livraisons retirées et a évité un outil inutile. Les décisions écrites en une page ont été relues plus souvent que les longs comptes rendus.',
      },
    ],
  },
  {
    name: 'planning-budget.pdf',
    title: 'Planning et budget',
    subtitle: 'Livrable du projet « Passerelle »',
    layout: 'portrait',
    facts: [
      ['Compétences', 'BC03-C1, C2, C3, C5 et C7'],
      ['Outil de suivi', 'Tableau à colonnes, trois états'],
      ['Version', '2.0, janvier 2026'],
    ],
    parts: [
      { kind: 'heading', text: '1. Le planning' },
      {
        kind: 'bars',
        caption: 'Figure 1. Vingt-quatre semaines, du 1er septembre 2025 au 15 février 2026',
        weeks: 24,
        bars: [
          { label: 'Analyse et entretiens', from: 0, to: 4 },
          { label: 'Prototype', from: 3, to: 6 },
          { label: 'Comptoir', from: 5, to: 14 },
          { label: 'Tournée hors ligne', from: 8, to: 16 },
          { label: 'Export et tableau de bord', from: 14, to: 22 },
          { label: 'Recette et formation', from: 12, to: 24 },
        ],
      },
      { kind: 'heading', text: '2. Les charges' },
      {
        kind: 'table',
        titles: ['Lot', 'Jours estimés', 'Jours passés', 'Point de difficulté'],
        rows: [
          ['Analyse', '18', '19', 'Deux entretiens à refaire'],
          ['Comptoir', '46', '51', 'Recherche à réécrire'],
          ['Tournée', '38', '37', 'Conflits, traités tôt'],
          ['Export', '22', '26', 'Accents perdus'],
          ['Recette et formation', '20', '18', 'Néant'],
        ],
      },
      {
        kind: 'paragraph',
        text: 'Les estimations tiennent compte des outils d’assistance employés par un développeur : dictée et agrandissement, sans effet sur le rythme une fois le poste réglé.',
      },
      { kind: 'heading', text: '3. Le budget' },
      {
        kind: 'table',
        titles: ['Poste', 'Prévu', 'Dépensé', 'Écart'],
        rows: [
          ['Développement', '34 000 €', '35 600 €', '+ 1 600 €'],
          ['Hébergement et sauvegarde', '3 600 €', '3 100 €', '− 500 €'],
          ['Matériel de tournée', '4 800 €', '4 650 €', '− 150 €'],
          ['Formation', '2 400 €', '2 400 €', '0 €'],
          ['Réserve', '3 200 €', '950 €', '− 2 250 €'],
          ['Total', '48 000 €', '46 700 €', '− 1 300 €'],
        ],
      },
      {
        kind: 'paragraph',
        text: 'Le gain attendu est de douze heures de saisie par semaine. La dépense est couverte en vingt mois, sans compter les erreurs évitées, qui ne sont pas chiffrées.',
      },
    ],
  },
  {
    name: 'plan-equipe.pdf',
    title: 'Plan d’équipe et de formation',
    subtitle: 'Livrable du projet « Passerelle »',
    layout: 'portrait',
    facts: [
      ['Compétences', 'BC03-C4, C6, C8, C9 et C10'],
      ['Équipe', 'Trois personnes fictives'],
      ['Version', '1.1, décembre 2025'],
    ],
    parts: [
      { kind: 'heading', text: '1. Les compétences présentes et attendues' },
      {
        kind: 'table',
        titles: ['Domaine', 'Présent', 'Attendu', 'Action'],
        rows: [
          ['Interface accessible', 'Notions', 'Autonome', 'Deux jours d’atelier'],
          ['Base de données', 'Autonome', 'Autonome', 'Néant'],
          ['Essais automatiques', 'Notions', 'Autonome', 'Travail en binôme'],
          ['Entretien d’explicitation', 'Débutant', 'Notions', 'Observation puis conduite'],
        ],
      },
      { kind: 'heading', text: '2. Le plan de formation' },
      {
        kind: 'table',
        titles: ['Action', 'Forme', 'Durée', 'Pour'],
        rows: [
          ['Accessibilité en pratique', 'Atelier avec un lecteur d’écran', '2 jours', 'Toute l’équipe'],
          ['Écrire un essai d’abord', 'Binôme tournant', '6 séances', 'Développement'],
          ['Prendre l’outil en main', 'Séance au comptoir', '1 h 30', 'Accueil, tournée'],
          ['Accompagner une reprise', 'Exercice', '1 demi-journée', 'Exploitation'],
        ],
      },
      {
        kind: 'paragraph',
        text: 'Les supports sont remis à l’avance, lisibles à l’écran et sur papier. Chacun choisit la forme qui lui convient : séance, enregistrement sous-titré ou fiche.',
      },
      { kind: 'heading', text: '3. L’accompagnement' },
      {
        kind: 'list',
        lines: [
          'Un échange individuel de vingt minutes par cycle, à l’initiative de l’un ou de l’autre.',
          'Un point d’équipe debout, dix minutes, où l’on dit ce qui bloque.',
          'Une rétrospective par mois ; une seule décision en sort, suivie le mois d’après.',
        ],
      },
      { kind: 'heading', text: '4. Les risques humains' },
      {
        kind: 'paragraph',
        text: 'La charge de février a été allégée d’un lot après deux semaines trop pleines. La décision, ses raisons et son effet sur la date ont été écrits et présentés à la direction.',
      },
      { kind: 'heading', text: '5. Le bilan' },
      {
        kind: 'paragraph',
        text: 'Les quatre objectifs de formation sont atteints. L’atelier d’accessibilité a eu l’effet le plus visible : le nombre d’écrans à reprendre est passé de neuf à un.',
      },
    ],
  },
  {
    name: 'support-soutenance.pdf',
    title: 'Soutenance',
    subtitle: 'Projet « Passerelle », jury de démonstration',
    layout: 'landscape',
    facts: [
      ['Durée', 'Trente minutes, questions comprises'],
      ['Plan', 'Besoin, solution, démonstration, bilan'],
    ],
    parts: [
      { kind: 'heading', text: 'Le besoin' },
      {
        kind: 'list',
        lines: [
          'Quarante commandes saisies deux fois chaque mois.',
          'Deux villages sans réseau.',
          'Deux personnes qui emploient un lecteur d’écran.',
          '48 000 € pour la première année.',
        ],
      },
      { kind: 'page' },
      { kind: 'heading', text: 'La solution' },
      {
        kind: 'layers',
        caption: 'Des règles au centre, l’écran et la base autour',
        rows: [['Comptoir', 'Tournée', 'Comptabilité'], ['Règles de gestion'], ['Base relationnelle', 'Journal']],
      },
      { kind: 'page' },
      { kind: 'heading', text: 'Ce qui a changé' },
      {
        kind: 'table',
        titles: ['Mesure', 'Avant', 'Après'],
        rows: [
          ['Commandes saisies deux fois', '38 par mois', '1 par mois'],
          ['Temps de recherche', '2,4 s', '0,3 s'],
          ['Appels à l’assistance', '21 par semaine', '5 par semaine'],
        ],
      },
      { kind: 'page' },
      { kind: 'heading', text: 'Ce que je ferais autrement' },
      {
        kind: 'list',
        lines: [
          'Rencontrer la comptabilité dès la première semaine.',
          'Essayer la restauration avant la mise en service.',
          'Écrire moins de comptes rendus, plus de décisions.',
        ],
      },
    ],
  },
];
