import type { MenuItemConstructorOptions as Item } from 'electron';
import { describe, expect, it } from 'vitest';
import type { MenuAct, MenuState } from '../domain/menu.ts';
import type { SessionId } from '../domain/ids.ts';
import type { Role } from '../domain/role.ts';
import { menuWords } from '../words/menu.ts';
import { menuTemplate, type MenuDoes } from './menu-template.ts';

const recent: MenuState['recent'] = [{ id: 'a1' as SessionId, label: 'S-01 · Jury R&D' }];
const platforms = ['linux', 'win32', 'darwin'] as const;
const roles: readonly Role[] = ['nobody', 'lead', 'member', 'officer'];
const all = platforms.flatMap((platform) => roles.map((role) => ({ platform, role })));

const drawn = (platform: NodeJS.Platform, role: Role) => {
  const asked: (MenuAct | string)[] = [];
  const does: MenuDoes = {
    ask: (act) => asked.push(act),
    lock: () => asked.push('lock'),
    print: () => asked.push('print'),
    zoom: (step) => asked.push(`zoom ${step}`),
    quit: () => asked.push('quit'),
  };
  const menus = menuTemplate(platform, { role, recent }, does);
  const items = (list: readonly Item[]): Item[] => list.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? items(item.submenu) : [])]);
  const flat = items(menus).filter(({ type }) => type !== 'separator');
  const press = (label: string): void => (flat.find((item) => item.label === label) as { readonly click: () => void }).click();
  return {
    menus,
    flat,
    asked,
    press,
    enabled: flat.filter((item) => !item.submenu && item.enabled !== false && item.visible !== false).map(({ label }) => label),
  };
};

describe('the menus, on each system and in each state', () => {
  it.each(all)('$platform, $role: every item is labelled in French words', ({ platform, role }) => {
    const words: readonly string[] = Object.values(menuWords);
    for (const { label } of drawn(platform, role).flat) expect([...words, 'S-01 · Jury R&&D']).toContain(label);
  });

  it.each(all)('$platform, $role: no two items have the same keys', ({ platform, role }) => {
    const plain = (keys: string): string =>
      keys
        .toLowerCase()
        .replace('commandorcontrol', platform === 'darwin' ? 'command' : 'control')
        .split('+')
        .sort()
        .join('+');
    const keys = drawn(platform, role).flat.flatMap(({ accelerator }) =>
      typeof accelerator === 'string' ? [plain(accelerator.replace(/\+\+$/, '+plus'))] : [],
    );
    expect(keys.length).toBeGreaterThan(15);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it.each(platforms)('%s: they stand in the usual order, and quitting is where people look for it', (platform) => {
    const { menus } = drawn(platform, 'lead');
    const usual = ['Fichier', 'Édition', 'Affichage', 'Aller', 'Aide'];
    expect(menus.map(({ label }) => label)).toEqual(platform === 'darwin' ? ['Délibéré', ...usual] : usual);
    const [first] = menus;
    expect((first as { readonly submenu: readonly Item[] }).submenu.at(-1)?.label).toBe('Quitter Délibéré');
  });
});

describe('who holds the laptop decides', () => {
  it.each(['member', 'officer'] as const)('in the hands of a %s, what remains is to write, to see larger, to lock and to quit; no session is named', (role) => {
    for (const platform of ['linux', 'win32'] as const) {
      const { enabled, flat } = drawn(platform, role);
      expect(enabled).toEqual([
        ...['Verrouiller', 'Fermer la fenêtre', 'Quitter Délibéré'],
        ...['Annuler', 'Rétablir', 'Couper', 'Copier', 'Coller', 'Tout sélectionner'],
        ...['Agrandir', 'Réduire', 'Taille normale', 'Plein écran'],
        'À propos de Délibéré',
      ]);
      expect(flat.some(({ label }) => label?.includes('S-01'))).toBe(false);
    }
  });

  it('with the store closed a file can be verified or read, and nothing is locked, searched or named', () => {
    const { enabled, flat } = drawn('linux', 'nobody');
    for (const label of ['Vérifier un fichier…', 'Lire une archive…', 'Imprimer…']) expect(enabled).toContain(label);
    for (const label of ['Nouvelle session…', 'Verrouiller', 'Rechercher…', 'Recevoir une session…', 'Accueil', 'Raccourcis clavier'])
      expect(enabled).not.toContain(label);
    expect(flat.find(({ label }) => label === 'Sessions récentes')).toMatchObject({ enabled: false, submenu: [] });
  });

  it('the lead has them all, and each asks for what it says', () => {
    const { press, asked, flat } = drawn('linux', 'lead');
    expect(flat.filter(({ enabled }) => enabled === false)).toEqual([]);
    for (const label of ['Nouvelle session…', 'S-01 · Jury R&&D', 'Statistiques', 'Rechercher…', 'Verrouiller', 'Imprimer…', 'Réduire', 'Quitter Délibéré'])
      press(label);
    expect(asked).toEqual([
      { kind: 'newSession' },
      { kind: 'session', sessionId: 'a1' },
      { kind: 'go', place: 'statistics' },
      { kind: 'find' },
      ...['lock', 'print', 'zoom -1', 'quit'],
    ]);
  });
});
