import { styled } from '@mui/material/styles';
import { type ReactNode } from 'react';

const Root = styled('span')(({ theme }) => ({
  display: 'inline-flex',
  alignItems: 'center',
  gap: 10,
  minWidth: 0,
  maxWidth: '100%',
  '& .words': { display: 'grid', minWidth: 0 },
  '& .words > *': { overflow: 'hidden', textOverflow: 'ellipsis' },
  '& small': { fontSize: '0.8125rem', color: theme.palette.text.secondary },
}));
const Badge = styled('span')(({ theme }) => ({
  flex: 'none',
  display: 'grid',
  placeItems: 'center',
  borderRadius: '50%',
  fontWeight: 600,
  letterSpacing: '0.01em',
  color: theme.palette.brand.strong,
  backgroundColor: theme.palette.brand.soft,
}));

/** The first letters of the first and the last name. */
function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : words;
  return letters
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('')
    .toLocaleUpperCase();
}

/** Initials in a disc; says nothing to those who hear the name beside it. */
export function Initials({ name, size = 28 }: { name: string; size?: number }) {
  return (
    <Badge aria-hidden style={{ width: size, height: size, fontSize: Math.round(size * 0.4) }}>
      {initials(name)}
    </Badge>
  );
}

export interface PersonProps {
  name: string;
  detail?: ReactNode;
  size?: number;
}

/** A person by initials and name. */
export function Person({ name, detail, size = 28 }: PersonProps) {
  return (
    <Root>
      <Initials name={name} size={size} />
      <span className="words">
        <span>{name}</span>
        {detail !== undefined && <small>{detail}</small>}
      </span>
    </Root>
  );
}
