import { styled } from '@mui/material/styles';
import { useUiText } from '../use-format';
import { AppLink } from './app-link';

const Root = styled('nav')(({ theme }) => ({
  minWidth: 0,
  fontSize: '0.875rem',
  '& ol': { display: 'flex', flexWrap: 'wrap', gap: 6, padding: 0, listStyle: 'none' },
  '& li': { display: 'flex', gap: 6, minWidth: 0, color: theme.palette.text.secondary },
  '& li + li::before': { content: '"/"', color: theme.palette.surface.outline },
  '& a': { color: 'inherit', textDecoration: 'none' },
  '& a:hover': { color: theme.palette.text.primary, textDecoration: 'underline', textUnderlineOffset: 3 },
  '& [aria-current]': { color: theme.palette.text.primary, fontWeight: 550 },
}));

/** A place above this one. Without `to` it is only said, not led to. */
export interface Crumb {
  label: string;
  to?: string;
}

/** The way down to here; the last word is the screen itself. */
export function Crumbs({ items, here }: { items: readonly Crumb[]; here: string }) {
  const t = useUiText();
  return (
    <Root aria-label={t('breadcrumb')}>
      <ol>
        {items.map(({ label, to }) => (
          <li key={label}>{to === undefined ? label : <AppLink href={to}>{label}</AppLink>}</li>
        ))}
        <li aria-current="page">{here}</li>
      </ol>
    </Root>
  );
}
