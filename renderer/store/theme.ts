import { create } from 'zustand';

/** How the window is shown: as the system asks, or as the person chose on this computer. */
export type Theme = 'system' | 'light' | 'dark' | 'contrast';

const key = 'delibere.theme';
const themes: readonly Theme[] = ['system', 'light', 'dark', 'contrast'];

const apply = (theme: Theme): void => {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
};

const readTheme = (): Theme => {
  try {
    return themes.find((theme) => theme === localStorage.getItem(key)) ?? 'system';
  } catch {
    return 'system';
  }
};

/** The chosen theme; it says nothing about anyone, so it may lie outside the encrypted store. */
export const useTheme = create<{ readonly theme: Theme; readonly choose: (theme: Theme) => void }>()((set) => {
  const theme = readTheme();
  apply(theme);
  return {
    theme,
    choose: (chosen) => {
      apply(chosen);
      try {
        localStorage.setItem(key, chosen);
      } catch {
        // Without storage the choice lasts as long as the window.
      }
      set({ theme: chosen });
    },
  };
});
