import { contextBridge, ipcRenderer, webUtils } from 'electron';

/** The names of the contract, put here by the build. */
declare const contractNames: readonly string[];

const names = new Set(contractNames);
const events = new Set(['menu', 'file-dropped', 'lock', 'reader-stopped', 'file-given']);
const refusal = { ok: false, error: { code: 'request-unknown', facts: {} } };

contextBridge.exposeInMainWorld('delibere', {
  ask: (name: unknown, input: unknown): Promise<unknown> =>
    typeof name === 'string' && names.has(name) ? ipcRenderer.invoke('ask', name, input) : Promise.resolve(refusal),
  on: (event: unknown, callback: (detail: unknown) => void): (() => void) => {
    if (typeof event !== 'string' || !events.has(event)) return () => undefined;
    const heard = (_event: unknown, detail: unknown): void => callback(detail);
    ipcRenderer.on(event, heard);
    return () => ipcRenderer.off(event, heard);
  },
});

// The machine is told that a person is there: a key, a pointer, or the reader's frame that says so; never what was typed, and at most once a second.
let told = 0;
const tellActive = (): void => {
  if (Date.now() - told < 1000) return;
  told = Date.now();
  ipcRenderer.send('active');
};
for (const event of ['keydown', 'pointerdown', 'pointermove', 'wheel'])
  window.addEventListener(event, (heard) => heard.isTrusted && tellActive(), { capture: true, passive: true });
window.addEventListener('message', ({ origin }) => origin === 'viewer://reader' && tellActive());
// How the window is shown is known before the first paint of each of its pages: the scripts of the page run after this.
const theme: unknown = ipcRenderer.sendSync('theme');
document.addEventListener('readystatechange', () => {
  if (document.readyState === 'interactive' && typeof theme === 'string' && theme !== 'system') document.documentElement.dataset['theme'] = theme;
});

// Only a file that a person really dropped has a path; one made by the page has none.
window.addEventListener('dragover', (event) => event.preventDefault());
window.addEventListener('drop', (event) => {
  event.preventDefault();
  const files = event.isTrusted ? event.dataTransfer?.files : undefined;
  const [file] = files ?? [];
  // One file at a time: the page is told how many others there were.
  if (file) void ipcRenderer.invoke('drop', webUtils.getPathForFile(file), (files?.length ?? 1) - 1);
});
