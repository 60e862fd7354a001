import type { Say } from './errors.ts';
import { inBrackets, listFact, textFact } from './facts.ts';
import { tableFaultWords } from './table-faults.ts';
import { fluxFaultWords, obstacleWords } from './fiche.ts';
import { countOf, joinList } from './typography.ts';
import { accessPathWords, referentialFaultWords } from './referential.ts';

const kept = 'Rien n’a été enregistré ; votre saisie est encore à l’écran.';
const unchanged = 'Rien n’a été modifié.';

const pathName = (code: unknown): string => (accessPathWords as Readonly<Record<string, string>>)[textFact(code)] ?? textFact(code);

/** What can go wrong when preparing a session, and with its minute. */
export const workErrors: Readonly<Record<string, Say>> = {
  'referential-malformed': (facts) => [
    `La fiche de certification est refusée, champ « ${textFact(facts['field'])} » : ${referentialFaultWords[textFact(facts['reason'])] ?? 'cette valeur n’est pas acceptée.'}`,
    'Aucune session n’a été modifiée.',
    'Corrigez le fichier de la fiche, puis donnez-le de nouveau.',
  ],
  'removal-over': () => [
    'Ce retrait ne peut plus être annulé.',
    'Rien n’a changé. Depuis ce retrait, autre chose a été retiré, quelqu’un a pris la même place, ou Délibéré a été verrouillé.',
    'Saisissez de nouveau ce qui manque.',
  ],
  'import-refused': () => [
    'Le fichier contient des lignes à corriger.',
    'Rien n’a été importé, pas même les lignes justes.',
    'Corrigez les lignes signalées et donnez le fichier de nouveau, ou choisissez de n’importer que les lignes valides.',
  ],
  'import-stale': () => ['La session a changé depuis cet aperçu.', 'Rien n’a été importé.', 'Relisez l’aperçu, qui vient d’être refait, puis importez.'],
  'undo-too-late': () => [
    'Cet import ne peut plus être annulé : la préparation a changé depuis.',
    'Rien n’a été modifié.',
    'Corrigez les fiches une par une, ou importez un fichier corrigé : les fiches seront mises à jour.',
  ],
  'table-refused': (facts) => [
    `Le fichier${inBrackets(facts['name'])} ne peut pas être lu${facts['line'] === null || facts['line'] === undefined ? '' : `, ligne ${textFact(facts['line'])}`} : ${tableFaultWords[textFact(facts['reason'])]?.[0] ?? 'ce n’est pas un tableau.'}`,
    'Rien n’a été importé ; votre fichier est intact.',
    tableFaultWords[textFact(facts['reason'])]?.[1] ?? 'Enregistrez-le au format XLSX ou CSV, puis donnez-le de nouveau.',
  ],
  'fiches-unreadable': (facts) => [
    fluxFaultWords[textFact(facts['reason'])]?.(facts) ?? 'Le fichier des fiches ne se lit pas.',
    'Rien n’a été enregistré ; les certifications déjà importées sont intactes.',
    'Téléchargez de nouveau l’export des fiches de France compétences (XML, flux V4.1), puis choisissez ce fichier.',
  ],
  'fiche-unusable': (facts) => [
    `Cette fiche ne peut pas être la certification d’une session : ${joinList(listFact(facts['obstacles']).map((each) => obstacleWords[textFact(each)] ?? textFact(each)))}.`,
    unchanged,
    'Vérifiez la fiche auprès de France compétences, ou choisissez-en une autre.',
  ],
  'fiche-split-altered': (facts) => [
    `Le découpage du bloc${inBrackets(facts['block'])} ne garde pas les mots de la fiche.`,
    kept,
    'Séparez ou réunissez des compétences, sans en changer le texte.',
  ],
  'session-frozen': () => [
    'La session est ouverte ou close : sa préparation ne change plus.',
    kept,
    'Ce qui doit l’être se note pendant la séance, en incident par exemple.',
  ],
  'session-not-ready': (facts) => [
    `La préparation n’est pas complète${listFact(facts['missing']).length === 0 ? '' : ` : ${countOf(listFact(facts['missing']).length, 'point bloque', 'points bloquent')} l’ouverture`}.`,
    'La session reste en préparation, rien n’est perdu.',
    'Ouvrez « Ce qui manque » à l’étape Préparer : chaque ligne mène à ce qu’il faut compléter.',
  ],
  'number-taken': (facts) => [
    `Le numéro${inBrackets(facts['number'])} est déjà celui d’un autre procès-verbal ou d’un autre candidat.`,
    kept,
    'Choisissez un autre numéro : il doit être unique.',
  ],
  'regulations-version-taken': (facts) => [
    `La version ${textFact(facts['version'])} de ce règlement existe déjà, avec d’autres règles.`,
    kept,
    'Donnez une nouvelle version à ce règlement : une version, une fois utilisée, dit toujours la même chose.',
  ],
  'closed-access-path': (facts) => [
    `La voie d’accès « ${pathName(facts['path'])} » est fermée pour cette certification.`,
    kept,
    'Ce candidat ne peut pas être présenté par cette voie : vérifiez son dossier et la fiche.',
  ],
  'unknown-block': (facts) => [
    `Le bloc${inBrackets(facts['block'])} n’est pas de cette certification.`,
    kept,
    'Choisissez un bloc de la fiche ; un bloc d’une fiche plus ancienne passe par une équivalence.',
  ],
  'duplicate-candidate': (facts) => [
    `Ce candidat figure déjà dans la session${inBrackets(facts['number'])}.`,
    kept,
    'Modifiez la fiche existante, ou corrigez le nom, la date de naissance ou le numéro.',
  ],
  'recevability-missing': () => [
    'La recevabilité de cette demande de VAE n’est pas renseignée.',
    kept,
    'Indiquez sa date et sa référence dans le dossier du candidat.',
  ],
  'piece-too-large': (facts) => [
    `Le fichier${inBrackets(facts['name'])} dépasse la taille permise, 4\u00a0Go.`,
    'Il n’a pas été ajouté ; les autres pièces sont intactes.',
    'Donnez une version plus légère, ou découpez-le.',
  ],
  'demonstration-only': () => [
    'Cela n’est possible que dans la session de démonstration.',
    unchanged,
    'Ouvrez la session de démonstration depuis l’écran de démarrage.',
  ],
  'schedule-past-midnight': () => [
    'Le déroulé n’est pas enregistré : la journée passerait minuit.',
    unchanged,
    'Ajoutez une salle, réduisez la marge ou placez moins de candidats, puis enregistrez de nouveau.',
  ],
  'minute-absent': () => [
    'Le procès-verbal n’est pas encore établi.',
    'Les décisions sont enregistrées.',
    'Fermez la session à l’étape Relire, puis établissez le procès-verbal.',
  ],
  'minute-sealed': () => [
    'Le procès-verbal est scellé : il ne change plus.',
    'Le procès-verbal signé est intact.',
    'Une erreur se corrige par un procès-verbal rectificatif.',
  ],
  'already-signed': () => ['Cette personne a déjà signé ce procès-verbal.', 'Sa signature est en place.', 'Passez à la personne suivante.'],
  'signature-missing': (facts) => [
    `Il manque encore ${listFact(facts['jurors']).length === 1 ? 'une signature' : `${listFact(facts['jurors']).length || 'des'} signatures`}.`,
    'Les signatures déjà apposées sont en place.',
    'Faites signer chaque membre qui a pris part à une décision, ou consignez son refus, puis scellez.',
  ],
  'glyph-missing': (facts) => [
    `Un caractère${inBrackets(facts['character'] ?? facts['glyph'])} ne peut pas être imprimé au procès-verbal.`,
    'Aucun procès-verbal incomplet n’a été produit ; les décisions sont enregistrées.',
    `Remplacez ce caractère dans le texte où il figure${inBrackets(facts['where'])}, puis recommencez.`,
  ],
  'archive-not-verified': () => [
    'L’archive écrite n’a pas passé sa propre vérification.',
    'La session est intacte ; le fichier fautif n’est pas retenu comme archive.',
    'Recommencez, de préférence sur un autre disque.',
  ],
  'minute-not-sealed': () => [
    'Le procès-verbal n’est pas encore scellé.',
    'Les signatures déjà apposées sont en place.',
    'Terminez l’étape Signer, puis archivez.',
  ],
};
