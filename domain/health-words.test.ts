import { expect, test } from 'vitest';
import { findHealthWords } from './health-words.ts';

test.each([
  ['La candidate bénéficie d’un tiers-temps.', ['tiers-temps']],
  ['Candidat en situation de HANDICAP (RQTH).', ['handicap', 'rqth']],
  ['Un trouble dys : dyslexie et TDAH.', ['dyslexie', 'tdah']],
  ['Absente pour raison de santé, certificat médical fourni.', ['raison de sante', 'medical']],
  ['En arrêt maladie depuis mars.', ['arret maladie']],
  ['Temps majoré accordé, épreuve aménagée.', ['temps majore', 'epreuve amenagee']],
  ['Il est malentendant, elle est non-voyante.', ['malentendant', 'non-voyante']],
  ['En fauteuil roulant', ['fauteuil roulant']],
  ['Suite à une grossesse ; dépression, burn-out.', ['grossesse', 'depression', 'burn-out']],
  ['Évoque son diabète et un cancer.', ['diabete', 'cancer']],
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
])('%s is left alone', (text) => expect(findHealthWords(text)).toEqual([]));

test('a sentence of the subject itself is a question and says which word asks it', () => {
  expect(findHealthWords('Interface accessible aux personnes handicapées, interface accessible aux personnes handicapées')).toEqual(['handicapees']);
});

test('accents, capitals, typographic dashes and line ends change nothing', () => {
  expect(findHealthWords('TIERS\u2011TEMPS')).toEqual(['tiers-temps']);
  expect(findHealthWords('temps\nmajore\u0301')).toEqual(['temps majore']);
});
