import { expect, test } from 'vitest';
import type { MenuState } from '../domain/menu.ts';
import type { Role } from '../domain/role.ts';
import { openMenuWatch, type MenuTools } from './menu-watch.ts';

type Listed = NonNullable<Awaited<ReturnType<MenuTools['list']>>>;
const session = (id: string, heldOn: string): Listed[number] =>
  ({ id, number: id.toUpperCase(), title: `Jury ${id}`, heldOn, certification: { code: 'X', title: 'Certification' } }) as unknown as Listed[number];
const three = [session('a', '2026-03-01'), session('b', '2026-03-03'), session('c', '2026-03-02')];

const watched = () => {
  const shown: MenuState[] = [];
  let [role, stored]: [Role, Listed] = ['nobody', three];
  let lists = 0;
  const list: MenuTools['list'] = async () => {
    lists += 1;
    return role === 'lead' ? stored : null;
  };
  const watch = openMenuWatch({ role: () => role, list, show: (state) => shown.push(state) });
  watch.look();
  return {
    watch,
    shown,
    now: () => ({ role: shown.at(-1)?.role, recent: shown.at(-1)?.recent.map(({ label }) => label) }),
    become: (next: Role) => {
      role = next;
      watch.look();
    },
    store: (next: Listed) => (stored = next),
    lists: () => lists,
    settle: () => new Promise((resolve) => setImmediate(resolve)),
  };
};

test('an opened store names its sessions to the lead, the latest held first, and a visited one before them', async () => {
  const { watch, now, become, settle } = watched();
  expect(now()).toEqual({ role: 'nobody', recent: [] });
  become('lead');
  await settle();
  expect(now().recent).toEqual(['B · Jury b', 'C · Jury c', 'A · Jury a']);
  watch.heard('place.keep', { text: '', sessionId: 'a' }, { ok: true, value: { savedAt: null } });
  expect(now().recent).toEqual(['A · Jury a', 'B · Jury b', 'C · Jury c']);
});

test('during a turn no session is named, and they come back with the lead', async () => {
  const { now, become, settle } = watched();
  become('lead');
  await settle();
  for (const role of ['member', 'officer'] as const) {
    become(role);
    expect(now()).toEqual({ role, recent: [] });
    become('lead');
    expect(now().recent).toHaveLength(3);
  }
});

test('a lock forgets them, and a list that was on its way names nothing afterwards', async () => {
  const { watch, now, become, settle, lists } = watched();
  become('lead');
  become('nobody');
  await settle();
  expect(now()).toEqual({ role: 'nobody', recent: [] });
  watch.heard('session.list', {}, { ok: true, value: three });
  expect(now().recent).toEqual([]);
  expect(lists()).toBe(1);
});

test('what the window has just listed, made or taken away is what the menu says', async () => {
  const { watch, now, become, settle, store } = watched();
  become('lead');
  await settle();
  watch.heard('session.list', {}, { ok: true, value: three.slice(0, 1) });
  expect(now().recent).toEqual(['A · Jury a']);
  store(three.slice(1));
  watch.heard('session.create', {}, { ok: false, error: { code: 'store-full', facts: {} } });
  await settle();
  expect(now().recent).toEqual(['A · Jury a']);
  watch.heard('session.create', {}, { ok: true, value: { sessionId: 'c' } });
  await settle();
  expect(now().recent).toEqual(['B · Jury b', 'C · Jury c']);
});

test('the sessions of one’s own store are not named in the demonstration', async () => {
  const { watch, now, become, settle, store } = watched();
  become('lead');
  await settle();
  store([session('d', '2026-03-17')]);
  watch.heard('store.openDemonstration', {}, { ok: true, value: { sessionId: 'd' } });
  expect(now().recent).toEqual([]);
  await settle();
  expect(now().recent).toEqual(['D · Jury d']);
});

test('the menus are drawn again only when they change', async () => {
  const { watch, shown, become, settle } = watched();
  become('lead');
  await settle();
  const before = shown.length;
  for (let time = 0; time < 5; time += 1) watch.heard('candidate.list', {}, { ok: true, value: [] });
  expect(shown.length).toBe(before);
});
