import { countOf, joinList, narrow, quote, space } from './typography.ts';

const colon = `${space}:`;

/** Every sentence of the minute, section by section. */
export const minuteWords = {
  title: 'Procès-verbal de délibération du jury',
  documentTitle: (number: string): string => `Procès-verbal de jury n°${space}${number}`,
  subject: (certification: string, kind: 'provisional' | 'toSign'): string =>
    kind === 'toSign' ? `Jury de la certification ${certification}` : `Jury de la certification ${certification}, version provisoire`,
  provisional: 'PROVISOIRE',
  provisionalNotice: 'Version provisoire, à relire avant signature. Elle ne vaut pas procès-verbal.',
  demonstration: 'Session de démonstration',
  demonstrationNotice: 'Session de démonstration. Les personnes sont fictives et ce document n’a aucune valeur.',

  footer: {
    number: (number: string): string => `Procès-verbal n°${space}${number}`,
    provisional: 'Version provisoire',
    page: (page: number, pages: number): string => `Page ${page}${space}/${space}${pages}`,
    digest: (digest: string): string => `SHA-256 du relevé joint (session.json)${colon} ${digest}`,
  },

  attachment: `Relevé de la session${colon} tout ce sur quoi repose ce procès-verbal, lisible par un programme.`,

  certification: {
    heading: 'Certification et session',
    labels: {
      certifier: 'Certificateur',
      title: 'Certification',
      code: 'Fiche',
      level: 'Niveau et spécialité',
      registration: 'Enregistrement',
      regulations: 'Règlement',
      number: 'Procès-verbal',
      session: 'Session',
    },
    certifier: (name: string, siret: string | null): string => (siret === null ? `${name} (SIRET non communiqué par la fiche)` : `${name}, SIRET ${siret}`),
    separator: `${narrow}; `,
    code: (code: string, version: string): string => `${code}, version ${quote(version)}`,
    level: (level: number | null, nsf: readonly string[]): string =>
      [
        level === null ? 'Niveau non communiqué par la fiche' : `Niveau ${level}`,
        ...(nsf.length === 0 ? ['NSF non communiqué'] : nsf.map((each) => `NSF ${each}`)),
      ].join(', '),
    registration: (from: string, end: string, by: 'decision' | 'effect' | 'publication'): string =>
      `${{ decision: 'Décision du', effect: 'Prise d’effet le', publication: 'Publication du' }[by]} ${from}, enregistrement jusqu’au ${end}`,
    regulations: (title: string, id: string, version: string): string => `${title} (${id}), version ${version}`,
    number: (number: string): string => `N°${space}${number}`,
    contradictions: 'Contradictions de la fiche, reconnues avant la session',
    acknowledged: 'Points de la fiche reconnus avant la session',
    retained: (reason: string, at: string): string => `Ce qui est retenu${colon} ${reason} Reconnu le ${at}.`,
    blocks: 'Blocs de compétences de la certification',
  },

  sitting: {
    heading: 'Lieu, mode et horaires',
    labels: { day: 'Date', place: 'Lieu', mode: 'Mode', opened: 'Ouverture', closed: 'Clôture' },
    mode: { onSite: 'Sur place', remote: 'À distance', mixed: 'Sur place et à distance' },
    time: (at: string, offset: string): string => `${at} (${offset})`,
    unsaid: 'Non précisé',
  },

  members: {
    heading: 'Membres du jury',
    columns: { name: 'Membre', quality: 'Qualité et employeur', membership: 'Appartenance', rank: 'Fonction', declared: 'Déclaration d’indépendance' },
    membership: { internal: 'Interne à l’organisme', external: 'Externe à l’organisme' },
    itProfessional: 'professionnel de l’informatique',
    pedagogicalLead: 'responsable pédagogique',
    qualified: 'qualification dans la certification',
    rank: { president: 'Présidence du jury', deputy: 'Présidence suppléante', member: 'Membre du jury' },
    substitute: 'Suppléance',
    undeclared: 'Non faite',
    recusals: 'Récusations et suppléances',
    noRecusal: `Récusations et suppléances${colon} néant.`,
    recusalColumns: { juror: 'Membre récusé', candidate: 'Candidat', cause: 'Cause', substitute: 'Remplacement' },
    cause: {
      family: 'Lien familial',
      personal: 'Lien personnel',
      professional: 'Lien professionnel',
      hierarchical: 'Lien hiérarchique',
      pedagogical: 'Lien pédagogique',
      business: 'Lien d’affaires',
      ownRequest: 'À sa demande',
    },
    noSubstitute: 'Aucun',
  },

  attendance: {
    heading: 'Émargement',
    reference: 'La feuille de présence des membres forme l’annexe A.',
    annex: 'Annexe A. Feuille de présence des membres',
    columns: { name: 'Membre', from: 'Arrivée', to: 'Départ' },
    never: 'Absence',
    untilClosing: (at: string): string => `Jusqu’à la clôture, ${at}`,
    explain: (day: string, zone: string): string =>
      `Arrivées et départs relevés en séance, le ${day} (${zone}). La signature de chaque membre qui a pris part à une décision figure à la section Signatures.`,
  },

  validity: {
    heading: 'Validité de la délibération',
    quorum: (regulations: string, members: number): string =>
      `Règlement appliqué${colon} ${regulations}. Il demande la présence d’au moins ${countOf(members, 'membre', 'membres')}. La composition a été vérifiée candidat par candidat, selon la voie d’accès de chacun.`,
    path: (code: string, label: string): string => `${label} (${code})`,
    candidates: (numbers: readonly string[]): string => `${numbers.length < 2 ? 'Candidat' : 'Candidats'} ${joinList(numbers)}`,
    valid: (members: string, president: string): string => `Ont siégé${colon} ${members}. ${president} Le jury pouvait valablement délibérer.`,
    invalid: (members: string): string =>
      `Pouvaient siéger${colon} ${members}. Le jury ne pouvait pas valablement délibérer${colon} aucune décision n’a été prise.`,
    nobody: 'aucun membre',
    president: (name: string): string => `Présidence${colon} ${name}.`,
    text: (fiche: string, text: string): string => `Texte appliqué (fiche ${fiche})${colon} ${quote(text)}`,
    noText: 'La fiche ne donne aucune composition de jury pour cette voie.',
    vae: `Articles appliqués${colon} D.${space}6412-6 et R.${space}6412-7 du code du travail.`,
    rule: {
      collegial: 'Les décisions sont collégiales, prises bloc par bloc.',
      majority: 'Les décisions sont prises bloc par bloc, à la majorité des membres qui siègent.',
    },
    tie: {
      presidentCasts: 'En cas de partage, la voix de la présidence est prépondérante.',
      refusal: 'En cas de partage, le bloc n’est pas validé.',
      anotherRound: 'En cas de partage, le jury délibère de nouveau.',
    },
  },

  candidates: {
    heading: 'Candidats',
    intro: (registered: string, from: string, to: string): string =>
      `${registered}. La date d’entrée en formation, ou de recevabilité de la VAE, est comparée à la période d’enregistrement, du ${from} au ${to} (article L.${space}6113-9 du code du travail).`,
    registered: (count: number): string => countOf(count, 'candidat inscrit', 'candidats inscrits'),
    columns: { number: 'N°', name: 'Candidat', path: 'Voie', presence: 'Constat', entry: 'Date d’entrée', check: 'Période d’enregistrement' },
    birth: (day: string): string => `Naissance${colon} ${day}`,
    presence: { expected: 'Attendu', present: 'Présence', absent: 'Absence', excused: 'Absence excusée' },
    entitled: 'Dans la période',
    notEntitled: 'Hors de la période',
    paths: (paths: readonly string[]): string => `Voies d’accès${colon} ${paths.join(`${narrow}; `)}.`,
  },

  decisions: {
    heading: 'Décisions',
    columns: { number: 'N°', name: 'Candidat', outcome: 'Résultat' },
    legend:
      'Une ligne par candidat, une colonne par bloc. Chaque décision est portée par une marque et par un mot. Le résultat nomme les blocs acquis et ceux qui restent à acquérir.',
    abbreviations: (pairs: readonly (readonly [short: string, word: string])[]): string =>
      `Abréviations${colon} ${pairs.map(([short, word]) => `${quote(short)}, ${word.toLocaleLowerCase('fr')}`).join(`${narrow}; `)}.`,
    brought: 'Blocs acquis antérieurement',
    broughtColumns: { candidate: 'Candidat', block: 'Bloc', reference: 'Référence' },
    earlier: (minute: string, on: string | null): string => (on === null ? `Procès-verbal ${minute}` : `Procès-verbal ${minute} du ${on}`),
    equivalence: (from: string, reference: string, on: string, authority: string): string =>
      `Équivalence${colon} ${from}, ${reference}, du ${on}, ${authority}`,
  },

  reasons: {
    heading: 'Motifs et recommandations',
    reference: (count: number): string =>
      `Les motifs et les recommandations forment l’annexe B${colon} ${countOf(count, 'candidat, sur une page', 'candidats, chacun sur une page')} à part.`,
    none: `Motifs et recommandations${colon} néant.`,
    annex: (rank: number, candidate: string): string => `Annexe B-${rank}. Candidat ${candidate}`,
    continued: (annex: string): string => `${annex} (suite)`,
    labels: { name: 'Candidat', birth: 'Naissance', path: 'Voie d’accès', certification: 'Certification', outcome: 'Résultat' },
    block: (code: string, label: string, state: string): string => `${code}${colon} ${state.toLocaleLowerCase('fr')}. ${label}`,
    reason: 'Motif',
    competencies: 'Compétences citées',
    recommendation: 'Recommandation',
    postponement: 'Cause du report',
  },

  incidents: {
    heading: 'Incidents',
    at: (time: string): string => `À ${time}${colon} `,
    onDay: (at: string): string => `Le ${at}${colon} `,
    none: 'Néant.',
  },

  totals: {
    heading: 'Totaux',
    presence: 'Présence',
    outcome: 'Résultat',
    count: 'Nombre',
    present: 'Présents',
    excused: 'Absences excusées',
    absent: 'Absences',
    expected: 'Présence non relevée',
    full: 'Certifications délivrées',
    partial: 'Validations partielles',
    none: 'Aucun bloc validé',
    postponed: 'Décisions reportées',
    away: 'Sans décision, par absence',
    undecided: 'Décisions en attente',
    total: 'Total des inscrits',
    blockColumn: 'État du bloc',
  },

  closing: {
    heading: 'Clôture',
    formula: (closed: string, place: string): string =>
      `Le jury ayant statué sur chacun des candidats présentés, la séance est levée le ${closed}. ${place === '' ? '' : `Fait au lieu de la séance (${place}). `}Le présent procès-verbal est établi pour servir et valoir ce que de droit.`,
    chain: (head: string): string =>
      `Les actes de la session sont inscrits dans un journal où chacun porte l’empreinte du précédent. À la clôture, l’empreinte SHA-256 du dernier est ${head}.`,
  },

  signature: {
    heading: 'Signatures',
    nature: `Nature des signatures${colon} signature électronique non qualifiée, certificats émis par l’organisme, ou apportés par un membre pour sa propre signature. Chaque membre qui a pris part à une décision signe, puis le responsable pédagogique scelle le document. L’heure est celle de l’ordinateur de la session.`,
    fieldTitle: (name: string, rank: string): string => `Signature de ${name}, ${rank.charAt(0).toLocaleLowerCase('fr')}${rank.slice(1)}`,
    sealTitle: (name: string): string => `Sceau du responsable pédagogique, ${name}`,
    seal: 'Sceau du responsable pédagogique',
    place: 'Emplacement réservé à la signature',
    unable: 'Membres qui n’ont pas signé',
    unableOf: (name: string, reason: string): string => `${name}${colon} ${reason}`,
    noSigner: `Aucune décision n’a été prise${colon} seul le responsable pédagogique scelle le document.`,
  },

  /** Where a letter that cannot be printed was found. */
  where: {
    session: 'la session',
    certification: 'la certification',
    regulations: 'le règlement',
    lead: 'le responsable pédagogique',
    member: (name: string): string => `le membre ${name}`,
    candidate: (number: string): string => `le candidat ${number}`,
    incident: 'un incident',
    unable: 'le motif d’une signature manquante',
  },
} as const;

/** The access paths, in the words of the minute. */
export const pathWords = {
  FI: 'Formation initiale, élève ou étudiant',
  CA: 'Contrat d’apprentissage',
  FC: 'Formation continue',
  CQ: 'Contrat de professionnalisation',
  VAE: 'Validation des acquis de l’expérience',
  CL: 'Candidature individuelle',
} as const;
