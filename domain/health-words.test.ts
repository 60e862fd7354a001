import { expect, test } from 'vitest';
import { findHealthWords } from './health-words.ts';

test.each([
  ['La candidate bénéficie d’un tiers-temps.', ['tiers-temps']],
  ['Candidat en situation de HANDICAP (RQTH).', ['HANDICAP', 'RQTH']],
  ['Un trouble dys : dyslexie et TDAH.', ['dyslexie', 'TDAH']],
  ['Absente pour raison de santé, certificat médical fourni.', ['raison de santé', 'médical']],
  ['En arrêt maladie depuis mars.', ['arrêt maladie']],
  ['Temps majoré accordé, épreuve aménagée.', ['Temps majoré', 'épreuve aménagée']],
  ['Il est malentendant, elle est non-voyante.', ['malentendant', 'non-voyante']],
  ['En fauteuil roulant', ['fauteuil roulant']],
  ['Suite à une grossesse ; dépression, burn-out.', ['grossesse', 'dépression', 'burn-out']],
  ['Évoque son diabète et un cancer.', ['diabète', 'cancer']],
  ['Le candidat est aveugle, un interprète en langue des signes l’assistait.', ['aveugle', 'langue des signes']],
  ['Trouble de l’attention et troubles du langage.', ['Trouble de l’attention', 'troubles du langage']],
  ['Elle bénéficiait d’un aménagement, son preneur de notes était là.', ['bénéficiait d’un aménagement', 'preneur de notes']],
  ['Il portait des appareils auditifs et une prothèse.', ['appareils auditifs', 'prothèse']],
  ['Candidate souffrante, sa santé ne le permettait pas.', ['souffrante', 'sa santé']],
  ['Personne malvoyante, daltonienne, hyperactive.', ['malvoyante', 'daltonienne', 'hyperactive']],
])('%s is asked about', (text, words) => expect(findHealthWords(text)).toEqual(words));

test.each([
  'Le traitement de données personnelles est conforme.',
  'Aménagement du code et de l’architecture, reprise du module.',
  'L’application médicale de prise de rendez-vous couvre les données de santé.',
  'Les tests de performance sont insuffisants ; le diagnostic de la panne est juste.',
  'Le service tourne dans l’enceinte sécurisée du centre.',
  'Un projet de dysfonctionnement… la maladie du code est la dette.',
  'Le candidat maîtrise les opérations et la remédiation.',
  'Soutenance suspendue : coupure du réseau.',
  'Le candidat ne trouble pas le service ; ses tests sont aveuglément recopiés.',
  'L’aménagement des écrans bénéficie d’une revue.',
])('%s is left alone', (text) => expect(findHealthWords(text)).toEqual([]));

test('a sentence of the subject itself is a question and says which word asks it', () => {
  expect(findHealthWords('Interface accessible aux personnes handicapées, interface accessible aux personnes handicapées')).toEqual(['handicapées']);
});

test('accents, capitals, typographic dashes and line ends change nothing', () => {
  expect(findHealthWords('TIERS\u2011TEMPS')).toEqual(['TIERS\u2011TEMPS']);
  expect(findHealthWords('temps\nmajore\u0301.')).toEqual(['temps\nmajore\u0301']);
});
