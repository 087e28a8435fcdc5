import CssBaseline from '@mui/material/CssBaseline';
import { ThemeProvider } from '@mui/material/styles';
import useMediaQuery from '@mui/material/useMediaQuery';
import { type PortalKey } from '@softmob/access';
import { createPortalTheme, type ModeChoice } from '@softmob/ui';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { read, write } from '../data/storage';

const STORAGE_KEY = 'softmob.mode';

interface Appearance {
  choice: ModeChoice;
  choose: (choice: ModeChoice) => void;
}
const AppearanceContext = createContext<Appearance | null>(null);

function storedChoice(): ModeChoice {
  const stored = read(localStorage, STORAGE_KEY);
  return stored === 'light' || stored === 'dark' ? stored : 'system';
}

const paper = window.matchMedia('print');

function watchPaper(listener: () => void) {
  paper.addEventListener('change', listener);
  return () => paper.removeEventListener('change', listener);
}

/** Whether the page is being printed. */
function useOnPaper(): boolean {
  return useSyncExternalStore(watchPaper, () => paper.matches);
}

/** The portal's theme, light or dark as chosen or as the device is; paper is always light. */
export function AppearanceProvider({ portal, children }: { portal: PortalKey; children: ReactNode }) {
  const [choice, setChoice] = useState(storedChoice);
  const deviceIsDark = useMediaQuery('(prefers-color-scheme: dark)', { noSsr: true });
  const onPaper = useOnPaper();
  const wanted = choice === 'system' ? (deviceIsDark ? 'dark' : 'light') : choice;
  const mode = onPaper ? 'light' : wanted;
  const theme = useMemo(() => createPortalTheme(portal, mode), [portal, mode]);
  const value = useMemo<Appearance>(
    () => ({
      choice,
      choose: (next) => {
        write(localStorage, STORAGE_KEY, next === 'system' ? null : next);
        setChoice(next);
      },
    }),
    [choice],
  );
  useEffect(() => {
    document.querySelector('meta[name="theme-color"]')?.setAttribute('content', theme.palette.background.default);
  }, [theme]);
  return (
    <AppearanceContext.Provider value={value}>
      <ThemeProvider theme={theme}>
        <CssBaseline />
        {children}
      </ThemeProvider>
    </AppearanceContext.Provider>
  );
}

/** What the reader chose for light and dark, and how to choose otherwise. */
export function useAppearance(): Appearance {
  const appearance = useContext(AppearanceContext);
  if (!appearance) throw new Error('useAppearance outside a portal');
  return appearance;
}
