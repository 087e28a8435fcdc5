import { styled } from '@mui/material/styles';
import { useEffect, useId, useRef } from 'react';
import { useUiText } from '../use-format';

const Root = styled('div')(({ theme }) => ({
  padding: '14px 16px',
  border: `2px solid ${theme.palette.state.blocked.fg}`,
  borderRadius: 8,
  backgroundColor: theme.palette.background.paper,
  '& h2': { fontSize: '1rem', fontWeight: 640, lineHeight: 1.4 },
  '& ul': { margin: '6px 0 0', padding: 0, listStyle: 'none', display: 'grid', gap: 4 },
  '& a, & p': { color: theme.palette.state.blocked.fg, fontWeight: 550 },
  '&:focus': { outline: `3px solid ${theme.palette.state.blocked.line}`, outlineOffset: 1 },
}));

export interface FieldError {
  /** Id of the field's element; without it the fault belongs to the whole form. */
  fieldId?: string | undefined;
  message: string;
}

export interface ErrorSummaryProps {
  errors: readonly FieldError[];
  title?: string | undefined;
  /** Changes with each attempt, so that the summary takes the focus again. */
  attempt?: unknown;
}

/** Leads to the fault: brings the field into view with its label and puts the cursor there. */
function goToField(fieldId: string) {
  const field = document.getElementById(fieldId);
  if (!field) return;
  (document.querySelector(`label[for="${CSS.escape(fieldId)}"]`) ?? field).scrollIntoView({ block: 'start' });
  field.focus({ preventScroll: true });
}

/** All faults of a form above it, each leading to its field; takes the focus when it appears. */
export function ErrorSummary({ errors, title, attempt }: ErrorSummaryProps) {
  const t = useUiText();
  const root = useRef<HTMLDivElement>(null);
  const headingId = useId();
  const present = errors.length > 0;
  useEffect(() => {
    if (present) root.current?.focus();
  }, [present, attempt]);
  if (!present) return null;
  return (
    <Root ref={root} tabIndex={-1} role="alert" aria-labelledby={headingId}>
      <h2 id={headingId}>{title ?? t('error.summary')}</h2>
      <ul>
        {errors.map(({ fieldId, message }) => (
          <li key={`${fieldId ?? ''}:${message}`}>
            {fieldId === undefined ? (
              <p>{message}</p>
            ) : (
              <a
                href={`#${fieldId}`}
                onClick={(event) => {
                  event.preventDefault();
                  goToField(fieldId);
                }}
              >
                {message}
              </a>
            )}
          </li>
        ))}
      </ul>
    </Root>
  );
}
