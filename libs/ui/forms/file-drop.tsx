import UploadFileOutlined from '@mui/icons-material/UploadFileOutlined';
import FormHelperText from '@mui/material/FormHelperText';
import LinearProgress from '@mui/material/LinearProgress';
import { styled } from '@mui/material/styles';
import { type ChangeEvent, type DragEvent, type ReactNode, useId, useState } from 'react';
import { useFormat, useUiText } from '../use-format';
import { kindsInWords, refusal } from './accepted-file';

const Zone = styled('label')(({ theme }) => ({
  display: 'grid',
  justifyItems: 'center',
  textAlign: 'center',
  gap: 2,
  padding: '20px 16px',
  border: `1.5px dashed ${theme.palette.surface.outline}`,
  borderRadius: 10,
  backgroundColor: theme.palette.background.paper,
  cursor: 'pointer',
  '&:hover, &[data-over]': { borderColor: theme.palette.brand.main, backgroundColor: theme.palette.brand.soft },
  '&:has(:focus-visible)': { outline: `2px solid ${theme.palette.brand.main}`, outlineOffset: 2 },
  '&[data-error]': { borderColor: theme.palette.state.blocked.fg },
  '&[data-busy]': { cursor: 'progress' },
  '& svg': { fontSize: 28, color: theme.palette.brand.main, marginBottom: 4 },
  '& .verb': { fontWeight: 600, color: theme.palette.brand.main, textDecoration: 'underline', textUnderlineOffset: 3 },
  '& small': { fontSize: '0.875rem', color: theme.palette.text.secondary },
}));
const Label = styled('span')({ display: 'block', fontWeight: 550, marginBottom: 6 });

export interface FileDropProps {
  label: string;
  hint?: ReactNode;
  /** As the `accept` of a file input: MIME types and endings. */
  accept: string;
  maxBytes: number;
  multiple?: boolean;
  /** Only files that are of an accepted kind and size arrive here. */
  onFiles: (files: File[]) => void;
  /** From 0 to 1 while a file is on its way. */
  progress?: number | null;
  error?: string | null | undefined;
  id?: string;
}

/** Sorts what was chosen or dropped: good files go on, the first that cannot be taken is named with the reason. */
function useIntake({ accept, maxBytes, multiple = false, onFiles }: FileDropProps) {
  const t = useUiText();
  const format = useFormat();
  const [fault, setFault] = useState<string | null>(null);
  const kinds = kindsInWords(accept);
  const max = format.bytes(maxBytes);
  const take = (list: FileList | null) => {
    const files = [...(list ?? [])].slice(0, multiple ? undefined : 1);
    const refused = files.find((file) => refusal(file, accept, maxBytes));
    const reason = refused && refusal(refused, accept, maxBytes);
    setFault(reason ? t(`file.${reason}`, { name: refused.name, size: format.bytes(refused.size), max, kinds }) : null);
    const good = files.filter((file) => !refusal(file, accept, maxBytes));
    if (good.length > 0) onFiles(good);
  };
  return { take, fault, limits: t('file.limits', { kinds, max }) };
}

/** Follows a file held over an element until it is dropped there. */
function useDrop(onDrop: (list: FileList) => void) {
  const [over, setOver] = useState(false);
  const handlers = {
    onDragOver: (event: DragEvent) => {
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      onDrop(event.dataTransfer.files);
    },
  };
  return { over, handlers };
}

/** Takes files by choosing, dropping or, on a phone, by the camera; says at once which it cannot take. */
export function FileDrop(props: FileDropProps) {
  const { label, hint, accept, multiple = false, progress = null, error, id } = props;
  const t = useUiText();
  const own = useId();
  const inputId = id ?? own;
  const busy = progress !== null;
  const { take, fault, limits } = useIntake(props);
  const { over, handlers } = useDrop((list) => !busy && take(list));
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    take(event.target.files);
    event.target.value = '';
  };
  const said = error ?? fault;
  return (
    <div>
      <Label aria-hidden>{label}</Label>
      <Zone
        data-over={over || undefined}
        data-busy={busy || undefined}
        data-error={said ? true : undefined}
        {...handlers}
      >
        <input
          id={inputId}
          className="visually-hidden"
          type="file"
          accept={accept}
          multiple={multiple}
          disabled={busy}
          aria-label={label}
          aria-describedby={`${inputId}-help`}
          aria-invalid={said ? true : undefined}
          onChange={choose}
        />
        <UploadFileOutlined aria-hidden />
        <span>
          <span className="verb">{t(multiple ? 'file.chooseMany' : 'file.choose')}</span>{' '}
          {over ? t('file.dropNow') : t(multiple ? 'file.dropMany' : 'file.drop')}
        </span>
        <small id={`${inputId}-help`}>{hint ?? limits}</small>
      </Zone>
      {busy && <Progress share={progress} />}
      {said && (
        <FormHelperText error role="alert">
          {said}
        </FormHelperText>
      )}
    </div>
  );
}

function Progress({ share }: { share: number }) {
  const t = useUiText();
  const format = useFormat();
  return (
    <LinearProgress
      variant="determinate"
      value={100 * share}
      aria-label={t('file.uploading', { percent: format.percent(share) })}
      sx={{ mt: 2 }}
    />
  );
}
