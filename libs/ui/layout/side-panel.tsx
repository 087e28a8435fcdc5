import CloseOutlined from '@mui/icons-material/CloseOutlined';
import Drawer from '@mui/material/Drawer';
import IconButton from '@mui/material/IconButton';
import { styled, useTheme } from '@mui/material/styles';
import Typography from '@mui/material/Typography';
import useMediaQuery from '@mui/material/useMediaQuery';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { useUiText } from '../use-format';

const Docked = styled('aside')(({ theme }) => ({
  flex: '0 0 clamp(360px, 34%, 480px)',
  position: 'sticky',
  top: 72,
  maxHeight: 'calc(100dvh - 88px)',
  display: 'flex',
  flexDirection: 'column',
  border: `1px solid ${theme.palette.divider}`,
  borderRadius: 10,
  backgroundColor: theme.palette.background.paper,
  overflow: 'hidden',
  animation: 'panel-in 140ms ease-out',
  '@keyframes panel-in': { from: { opacity: 0, transform: 'translateX(12px)' } },
}));
const Head = styled('header')(({ theme }) => ({
  display: 'flex',
  alignItems: 'flex-start',
  gap: 8,
  padding: '14px 12px 12px 20px',
  borderBottom: `1px solid ${theme.palette.divider}`,
  '& > div': { flex: '1 1 auto', minWidth: 0 },
}));
const Body = styled('div')({ flex: '1 1 auto', overflowY: 'auto', padding: '16px 20px 20px' });
const Foot = styled('footer')(({ theme }) => ({
  display: 'flex',
  flexWrap: 'wrap',
  gap: 8,
  padding: '12px 20px',
  borderTop: `1px solid ${theme.palette.divider}`,
}));

export interface SidePanelProps {
  open: boolean;
  onClose: () => void;
  title: string;
  subtitle?: ReactNode;
  /** Small controls beside the title. */
  actions?: ReactNode;
  footer?: ReactNode;
  children: ReactNode;
}

/** Remembers what had the focus when the panel opened and gives it back when it closes. */
function useFocusReturn(active: boolean, heading: React.RefObject<HTMLElement | null>) {
  useEffect(() => {
    if (!active) return undefined;
    const before = document.activeElement;
    heading.current?.focus({ preventScroll: true });
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, [active, heading]);
}

/**
 * Details beside a list, inside a `SplitView`: the list stays as it was and can still be used.
 * Escape closes it and the focus returns; below 900 px it covers the screen.
 */
export function SidePanel({ open, onClose, title, subtitle, actions, footer, children }: SidePanelProps) {
  const t = useUiText();
  const titleId = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const narrow = useMediaQuery(useTheme().breakpoints.down('md'));
  useFocusReturn(open && !narrow, heading);
  if (!open) return null;
  const content = (
    <>
      <Head>
        <div>
          <Typography variant="h3" component="h2" id={titleId} ref={heading} tabIndex={-1}>
            {title}
          </Typography>
          {subtitle !== undefined && (
            <Typography variant="body2" component="div" color="textSecondary">
              {subtitle}
            </Typography>
          )}
        </div>
        {actions}
        <IconButton aria-label={t('panel.close')} onClick={onClose}>
          <CloseOutlined />
        </IconButton>
      </Head>
      <Body tabIndex={0} role="group" aria-labelledby={titleId}>
        {children}
      </Body>
      {footer !== undefined && <Foot>{footer}</Foot>}
    </>
  );
  if (narrow) {
    return (
      <Drawer
        open
        anchor="right"
        onClose={onClose}
        slotProps={{ paper: { sx: { width: '100%', maxWidth: 560 }, 'aria-labelledby': titleId, role: 'dialog' } }}
      >
        {content}
      </Drawer>
    );
  }
  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented) onClose();
  };
  return (
    <Docked aria-labelledby={titleId} onKeyDown={closeOnEscape}>
      {content}
    </Docked>
  );
}
