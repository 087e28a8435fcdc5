import { styled } from '@mui/material/styles';

const Dots = styled('span')(({ theme }) => ({
  display: 'inline-flex',
  flexWrap: 'wrap',
  gap: 3,
  '& i': {
    width: 10,
    height: 10,
    borderRadius: 5,
    boxSizing: 'border-box',
    border: `1.5px solid ${theme.palette.brand.main}`,
    backgroundColor: theme.palette.brand.main,
    printColorAdjust: 'exact',
  },
  '& i[data-kind="others"]': {
    borderColor: theme.palette.surface.outline,
    backgroundColor: theme.palette.surface.outline,
  },
  '& i[data-kind="free"]': { backgroundColor: 'transparent' },
  '& i[data-kind="over"]': {
    borderColor: theme.palette.state.blocked.fg,
    backgroundColor: theme.palette.state.blocked.fg,
  },
}));

export interface PlacesProps {
  places: number;
  /** Taken by learners of this flow. */
  own: number;
  /** Free, or negative where too many are planned. */
  left: number;
  /** The same in words. */
  label: string;
}

/** Places as dots: ours filled, others' grey, free ones open, too many red. */
export function Places({ places, own, left, label }: PlacesProps) {
  const over = Math.max(0, -left);
  const ours = Math.max(0, own - over);
  const others = Math.max(0, places - ours - Math.max(0, left));
  const kinds = [
    ...Array<string>(others).fill('others'),
    ...Array<string>(ours).fill('own'),
    ...Array<string>(over).fill('over'),
    ...Array<string>(Math.max(0, left)).fill('free'),
  ];
  return (
    <Dots role="img" aria-label={label} title={label}>
      {kinds.slice(0, 24).map((kind, at) => (
        <i key={at} data-kind={kind} />
      ))}
    </Dots>
  );
}
