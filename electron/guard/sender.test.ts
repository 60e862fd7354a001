import type { IpcMainInvokeEvent, WebContents } from 'electron';
import { expect, test } from 'vitest';
import { isOurWindow } from './sender.ts';

const mainFrame = { url: 'app://delibere/index.html' };
const contents = { mainFrame } as unknown as WebContents;
const heard = (from: object): boolean => isOurWindow({ sender: contents, senderFrame: mainFrame, ...from } as unknown as IpcMainInvokeEvent, contents);

test('a message of the top frame of our own window, on our own page, is heard', () => {
  expect(heard({})).toBe(true);
});

test('a message of any other is not', () => {
  expect(heard({ sender: { mainFrame } }), 'another window on the same page').toBe(false);
  expect(heard({ senderFrame: { url: 'app://delibere/index.html' } }), 'a frame inside ours').toBe(false);
  expect(heard({ senderFrame: { url: 'viewer://reader/index.html' } }), 'the reader').toBe(false);
  expect(heard({ senderFrame: null }), 'a frame that is gone').toBe(false);
  const moved = { url: 'app://delibere/other.html' };
  const left = { mainFrame: moved } as unknown as WebContents;
  expect(isOurWindow({ sender: left, senderFrame: moved } as unknown as IpcMainInvokeEvent, left), 'our window on another page').toBe(false);
});

test('a page that has stopped is heard for how it is dressed, and for nothing else', () => {
  const stopped = { url: 'app://delibere/stopped.html' };
  const left = { mainFrame: stopped } as unknown as WebContents;
  const event = { sender: left, senderFrame: stopped } as unknown as IpcMainInvokeEvent;
  expect(isOurWindow(event, left)).toBe(false);
  expect(isOurWindow(event, left, [stopped.url])).toBe(true);
});
