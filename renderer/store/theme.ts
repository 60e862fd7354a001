import { create } from 'zustand';
import { themes, type Theme } from '../../domain/theme.ts';
import { ask } from '../bridge.ts';

const apply = (theme: Theme): void => {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
};

// Read as the module loads: the test of the components has no page.
const worn = (): string | undefined => (typeof document === 'undefined' ? undefined : document.documentElement.dataset['theme']);

/** The chosen theme: the machine says it to the page before its first paint, and keeps what is chosen next. */
export const useTheme = create<{ readonly theme: Theme; readonly choose: (theme: Theme) => void }>()((set) => ({
  theme: themes.find((theme) => theme === worn()) ?? 'system',
  choose: (theme) => {
    apply(theme);
    set({ theme });
    // Not kept, it lasts as long as the window.
    void ask('theme.choose', { theme });
  },
}));
