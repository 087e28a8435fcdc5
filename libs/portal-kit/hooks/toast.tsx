import { createContext, lazy, type ReactNode, Suspense, useCallback, useContext, useState } from 'react';

const Snackbar = lazy(() => import('@mui/material/Snackbar'));

export interface ToastOptions {
  /** One thing to do about it: undo, open. */
  action?: ReactNode;
}

type Toast = (message: string, options?: ToastOptions) => void;
const ToastContext = createContext<Toast | null>(null);

interface Shown extends ToastOptions {
  key: number;
  message: string;
}

/** Shows small confirmations, one at a time. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<Shown | null>(null);
  const [open, setOpen] = useState(false);
  const toast = useCallback<Toast>((message, options = {}) => {
    setShown((before) => ({ key: (before?.key ?? 0) + 1, message, ...options }));
    setOpen(true);
  }, []);
  return (
    <ToastContext.Provider value={toast}>
      {children}
      {shown && (
        <Suspense>
          <Snackbar
            key={shown.key}
            open={open}
            autoHideDuration={shown.action ? 8_000 : 5_000}
            onClose={(_event, reason) => {
              if (reason !== 'clickaway') setOpen(false);
            }}
            message={shown.message}
            action={shown.action}
            sx={{ mb: { xs: 16, sm: 0 } }}
          />
        </Suspense>
      )}
    </ToastContext.Provider>
  );
}

/** `toast('Sent to 20 guardians')`: for what needs no answer, never for a failure that does. */
export function useToast(): Toast {
  const toast = useContext(ToastContext);
  if (!toast) throw new Error('useToast outside a portal');
  return toast;
}
