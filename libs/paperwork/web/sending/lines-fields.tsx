import DeleteOutlined from '@mui/icons-material/DeleteOutlined';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import { type CheckFrame } from '@softmob/paperwork-model';
import { PlaceholderField } from './placeholder-field';

interface LinesFieldsProps {
  frame: CheckFrame;
  lines: readonly string[];
  labelOf: (number: number) => string;
  removeOf: (number: number) => string;
  onChange: (lines: string[], field: string | null) => void;
}

/** The points of a list, each in a field of its own. */
export function LinesFields({ frame, lines, labelOf, removeOf, onChange }: LinesFieldsProps) {
  return lines.map((line, at) => (
    <Box key={at} sx={{ display: 'flex', gap: 1, alignItems: 'flex-start' }}>
      <PlaceholderField
        frame={frame}
        label={labelOf(at + 1)}
        multiline
        value={line}
        onChange={(next) =>
          onChange(
            lines.map((one, index) => (index === at ? next : one)),
            String(at),
          )
        }
      />
      {lines.length > 1 && (
        <IconButton
          size="small"
          sx={{ mt: 5 }}
          aria-label={removeOf(at + 1)}
          onClick={() =>
            onChange(
              lines.filter((_line, index) => index !== at),
              null,
            )
          }
        >
          <DeleteOutlined fontSize="small" />
        </IconButton>
      )}
    </Box>
  ));
}
