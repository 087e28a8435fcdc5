import { type SvgIconProps } from '@mui/material/SvgIcon';
import { styled } from '@mui/material/styles';
import { type ComponentType } from 'react';

const MOST = 99;

/** A tool of the head bar; its child is a link or a button with a `CountedIcon` in it. */
export const ToolSlot = styled('span')(({ theme }) => ({
  display: 'inline-flex',
  flex: 'none',
  '& > *': {
    all: 'unset',
    boxSizing: 'border-box',
    position: 'relative',
    display: 'grid',
    placeItems: 'center',
    width: 44,
    height: 44,
    borderRadius: 22,
    cursor: 'pointer',
    color: theme.palette.text.secondary,
  },
  '& > *:hover': { color: theme.palette.text.primary, backgroundColor: theme.palette.surface.hover },
  '& > *:focus-visible': { outline: `2px solid ${theme.palette.brand.main}`, outlineOffset: -2 },
}));

const Count = styled('span')(({ theme }) => ({
  position: 'absolute',
  top: 3,
  left: 23,
  minWidth: 18,
  padding: '0 5px',
  borderRadius: 9,
  fontSize: '0.6875rem',
  fontWeight: 660,
  lineHeight: '18px',
  textAlign: 'center',
  color: theme.palette.brand.on,
  backgroundColor: theme.palette.brand.main,
}));

/** An icon with how many things are new; whoever cannot see it hears the number from the label of what it stands in. */
export function CountedIcon({ icon: Icon, count }: { icon: ComponentType<SvgIconProps>; count: number }) {
  return (
    <>
      <Icon aria-hidden />
      {count > 0 && (
        <Count className="num" aria-hidden>
          {count > MOST ? `${String(MOST)}+` : count}
        </Count>
      )}
    </>
  );
}
