import { expect, type Page } from '@playwright/test';
import { day } from '../../domain/time.ts';
import { expectNoFault } from './keyboard.ts';
import { ask, keep, reloadHome } from './room.ts';

const press = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('button', { name }).first().click();

/** Looks at one empty place: it says what comes there, offers an act where there is one, and has no fault. */
const look = async (page: Page, name: string, said: string | RegExp, act: string | RegExp | null): Promise<void> => {
  await expect(page.getByText(said).first()).toBeVisible();
  if (act !== null) await expect(page.getByRole('button', { name: act }).first()).toBeVisible();
  await expectNoFault(page, name);
  await keep(page, `41-vide-${name}`);
};

/** Goes through every place of a store where nothing is yet, then of a session where nothing is yet; ends at home. */
export const visitEmptyPlaces = async (page: Page): Promise<void> => {
  const home = (): Promise<void> => press(page, 'Délibéré, Accueil');
  for (const [door, name, said, act] of [
    ['Membres de jury', 'annuaire', 'L’annuaire est encore vide', 'Ajouter une personne'],
    ['Statistiques', 'statistiques', 'Aucune session scellée', 'Voir les sessions'],
    ['Conservation', 'conservation', 'Aucune session', 'Voir les sessions'],
  ] as const) {
    await press(page, door);
    await look(page, name, said, act);
    await home();
  }
  const [certification] = await ask(page, 'session.certifications', {});
  if (!certification) throw new Error('no certification');
  const lead = { givenName: 'Camille', familyName: 'Maquette', quality: 'Responsable pédagogique' };
  const { sessionId } = await ask(page, 'session.create', {
    number: '2026-VIDE',
    title: 'Jury à préparer',
    certification: certification.code,
    heldOn: day.parse('2026-04-17'),
    place: 'Salle des Essais',
    mode: 'onSite',
    timeZone: 'Europe/Paris',
    lead,
  });
  await reloadHome(page);
  await press(page, /Jury à préparer/);
  const part = (name: string): Promise<void> =>
    page
      .getByRole('navigation', { name: 'Parties de la préparation' })
      .getByRole('button', { name: new RegExp(`^${name}`) })
      .click();
  for (const [section, said, act] of [
    ['Jury', 'Le jury est encore vide', 'Ajouter un membre'],
    ['Candidats', 'Aucun candidat', /Importer une liste/],
    ['Dossiers', 'Aucun candidat', 'Inscrire des candidats'],
    ['Déroulé', 'Personne n’est placé', 'Ouvrir les dossiers'],
    ['Aménagements', /référent/i, null],
    ['Ce qui manque', /point/, null],
  ] as const) {
    await part(section);
    await look(page, section.toLowerCase().replaceAll(' ', '-'), said, act);
  }
  await page.getByRole('navigation', { name: 'Étapes de la session' }).getByText('Ouvrir').first().click();
  await look(page, 'ouvrir', 'Aucun membre n’est inscrit', 'Inscrire le jury');
  await ask(page, 'candidate.save', {
    sessionId,
    candidateId: null,
    fields: {
      number: 'V-01',
      givenName: 'Inès',
      familyName: 'Imaginaire',
      usageName: '',
      birthDate: null,
      email: '',
      accessPath: 'FC',
      entryDate: day.parse('2024-09-02'),
      entryProof: '',
      employer: '',
      mentor: '',
      presents: [],
      brings: [],
    },
  });
  await page.getByRole('navigation', { name: 'Étapes de la session' }).getByText('Préparer').first().click();
  await part('Dossiers');
  await look(page, 'dossier-sans-piece', 'Aucune pièce dans ce dossier', 'Ajouter des fichiers…');
  await expect(page.getByText('Chaque compétence présentée est couverte')).toHaveCount(0);
  await page.getByRole('tab', { name: /Projets/ }).click();
  await look(page, 'dossier-sans-projet', 'Aucun projet dans ce dossier', 'Ajouter un projet');
  await page.getByRole('tab', { name: 'Couverture' }).click();
  await look(page, 'dossier-sans-bloc', /ne présente aucun bloc/, null);
  await page.emulateMedia({ colorScheme: 'dark' });
  await part('Candidats');
  await keep(page, '41-vide-sombre-candidats');
  await part('Déroulé');
  await keep(page, '41-vide-sombre-deroule');
  await page.emulateMedia({ colorScheme: 'light' });
  await home();
};
