import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { styled } from '@mui/material/styles';
import { MARK_SHEET, type MarkPoint, pathOf } from '@softmob/learning-model';
import { ChoiceField, type FieldProps, TextInput } from '@softmob/ui';
import { type PointerEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

const Sheet = styled('svg')(({ theme }) => ({
  display: 'block',
  width: '100%',
  aspectRatio: `${String(MARK_SHEET.width)} / ${String(MARK_SHEET.height)}`,
  touchAction: 'none',
  userSelect: 'none',
  cursor: 'crosshair',
  border: `1.5px dashed ${theme.palette.surface.outline}`,
  borderRadius: 10,
  backgroundColor: theme.palette.background.paper,
  color: theme.palette.text.primary,
  '&[data-error]': { borderColor: theme.palette.state.blocked.fg },
  '& path': { fill: 'none', stroke: 'currentColor', strokeWidth: 3, strokeLinecap: 'round', strokeLinejoin: 'round' },
  '& line': { stroke: theme.palette.divider, strokeWidth: 1.5 },
}));

/** Where on the sheet a finger, pen or mouse is. */
function pointOf(event: PointerEvent<SVGSVGElement>): MarkPoint {
  const box = event.currentTarget.getBoundingClientRect();
  return [
    ((event.clientX - box.left) / box.width) * MARK_SHEET.width,
    ((event.clientY - box.top) / box.height) * MARK_SHEET.height,
  ];
}

const LINE = MARK_SHEET.height * 0.78;
const SHORTEST_STEP = 3;

function DrawingSheet({ path, onPath, error }: { path: string; onPath: (path: string) => void; error: boolean }) {
  const { t } = useTranslation('learning');
  const stroke = useRef<MarkPoint[] | null>(null);
  const [drawn, setDrawn] = useState('');
  const move = (event: PointerEvent<SVGSVGElement>) => {
    const points = stroke.current;
    const last = points?.at(-1);
    if (!points || !last) return;
    const next = pointOf(event);
    if (Math.hypot(next[0] - last[0], next[1] - last[1]) < SHORTEST_STEP) return;
    points.push(next);
    setDrawn(pathOf([points]));
  };
  const end = () => {
    if (!stroke.current) return;
    onPath(path + pathOf([stroke.current]));
    stroke.current = null;
    setDrawn('');
  };
  return (
    <Sheet
      viewBox={`0 0 ${String(MARK_SHEET.width)} ${String(MARK_SHEET.height)}`}
      role="img"
      aria-label={t('mark.sheet')}
      {...(error ? { 'data-error': true } : {})}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        stroke.current = [pointOf(event)];
      }}
      onPointerMove={move}
      onPointerUp={end}
      onPointerCancel={end}
    >
      <line x1={40} x2={MARK_SHEET.width - 40} y1={LINE} y2={LINE} />
      <path d={path + drawn} />
    </Sheet>
  );
}

type FieldOf = Omit<FieldProps, 'label'>;
interface MarkFieldProps {
  kind: FieldOf;
  name: FieldOf;
  path: FieldOf;
}

/** The look of a signature: the name typed, or drawn with finger or mouse. Typing is the way for the keyboard. */
export function MarkField({ kind, name, path }: MarkFieldProps) {
  const { t } = useTranslation('learning');
  const draw = (value: string) => path.onChange({ target: { value } });
  return (
    <>
      <ChoiceField
        {...kind}
        inline
        label={t('mark.label')}
        options={[
          { value: 'typed', label: t('mark.typed') },
          { value: 'drawn', label: t('mark.drawn') },
        ]}
      />
      {kind.value === 'drawn' ? (
        <div id={path.id} tabIndex={-1}>
          <Typography variant="body2" color="textSecondary" sx={{ mb: 2 }}>
            {t('mark.drawHint')}
          </Typography>
          <DrawingSheet path={path.value} onPath={draw} error={path.error ?? false} />
          <Typography role="status" variant="body2" color="error">
            {path.error ? path.helperText : ''}
          </Typography>
          <Button size="small" sx={{ mt: 1 }} disabled={path.value === ''} onClick={() => draw('')}>
            {t('mark.clear')}
          </Button>
        </div>
      ) : (
        <TextInput {...name} label={t('mark.name')} autoComplete="name" maxLength={100} />
      )}
    </>
  );
}

const Small = styled('svg')({ height: 40, width: 120, display: 'block', color: 'inherit' });

/** A signature as it was given. */
export function MarkView({ kind, mark, name }: { kind: string | null; mark: string | null; name: string }) {
  const { t } = useTranslation('learning');
  if (!mark) return null;
  if (kind === 'typed') return <span style={{ fontStyle: 'italic', fontSize: '1.125rem' }}>{mark}</span>;
  return (
    <Small
      viewBox={`0 0 ${String(MARK_SHEET.width)} ${String(MARK_SHEET.height)}`}
      role="img"
      aria-label={t('mark.of', { name })}
    >
      <path d={mark} fill="none" stroke="currentColor" strokeWidth={5} strokeLinecap="round" strokeLinejoin="round" />
    </Small>
  );
}
