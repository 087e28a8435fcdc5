import AttachFileOutlined from '@mui/icons-material/AttachFileOutlined';
import CloseOutlined from '@mui/icons-material/CloseOutlined';
import SendOutlined from '@mui/icons-material/SendOutlined';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import InputBase from '@mui/material/InputBase';
import { styled } from '@mui/material/styles';
import { MAX_FILES, MAX_TEXT } from '@softmob/conversations-model';
import { type FormErrors, UploadState } from '@softmob/portal-kit';
import { type KeyboardEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type Attachment, useAttachments } from './use-attachments';
import { useFaultText } from './use-fault-text';
import { type Mentionable, useMentions } from './use-mentions';

const ACCEPT = 'application/pdf,image/jpeg,image/png';

const Root = styled('div')(({ theme }) => ({
  position: 'relative',
  border: `1px solid ${theme.palette.surface.outline}`,
  borderRadius: 12,
  backgroundColor: theme.palette.background.paper,
  '&:focus-within': { outline: `2px solid ${theme.palette.brand.main}`, outlineOffset: -1 },
  '& .field': { display: 'flex', padding: '10px 12px 4px' },
  '& .row': { display: 'flex', alignItems: 'center', gap: 8, padding: '4px 8px 8px' },
  '& .hint': { marginInlineEnd: 'auto', fontSize: '0.75rem', color: theme.palette.text.secondary },
  '& .files': { display: 'flex', flexWrap: 'wrap', gap: 6, margin: 0, padding: '0 12px', listStyle: 'none' },
  '& .files li': {
    display: 'inline-flex',
    alignItems: 'center',
    maxWidth: '100%',
    paddingInlineStart: 10,
    borderRadius: 8,
    fontSize: '0.8125rem',
    backgroundColor: theme.palette.surface.sunken,
  },
  '& .files span': { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  '& .on-its-way': { padding: '8px 12px 0' },
  '& .fault': { margin: 0, padding: '6px 12px 0', fontSize: '0.875rem', color: theme.palette.state.blocked.fg },
}));
const Offer = styled('ul')(({ theme }) => ({
  position: 'absolute',
  insetInline: 8,
  bottom: 'calc(100% + 4px)',
  zIndex: 2,
  maxWidth: 360,
  margin: 0,
  padding: 4,
  listStyle: 'none',
  border: `1px solid ${theme.palette.divider}`,
  borderRadius: 10,
  backgroundColor: theme.palette.background.paper,
  boxShadow: theme.shadows[4],
  '& li': { padding: '8px 10px', minHeight: 40, borderRadius: 6, cursor: 'pointer' },
  '& li[aria-selected="true"]': { backgroundColor: theme.palette.brand.soft },
  '& small': { marginInlineStart: 6, color: theme.palette.text.secondary },
}));

export interface Typed {
  text: string;
  files: Attachment[];
}

export interface ComposerProps {
  value: Typed;
  onChange: (patch: Partial<Typed>) => void;
  /** Those who may be mentioned. */
  people?: readonly Mentionable[];
  onSend: () => void;
  sending: boolean;
  errors: FormErrors | null;
  sendLabel?: string;
  disabled?: boolean;
}

/** Where one writes: words, files, and people who are mentioned. What is typed is kept by whoever uses it. */
export function Composer({
  value,
  onChange,
  people = [],
  onSend,
  sending,
  errors,
  sendLabel,
  disabled,
}: ComposerProps) {
  const { t } = useTranslation('conversations');
  const field = useRef<HTMLTextAreaElement>(null);
  const picker = useRef<HTMLInputElement>(null);
  const mentions = useMentions(field, people, value.text, (text) => onChange({ text }));
  const attachments = useAttachments(value.files, (files) => onChange({ files }));
  const faultText = useFaultText();
  const fault = errors ?? attachments.errors;
  const empty = value.text.trim() === '' && value.files.length === 0;
  const onKeyDown = (event: KeyboardEvent) => {
    if (mentions.onKeyDown(event)) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !empty && !disabled) {
      event.preventDefault();
      onSend();
    }
  };
  const open = mentions.offered.length > 0;
  return (
    <Root>
      {open && <OfferList mentions={mentions} />}
      <InputBase
        className="field"
        multiline
        minRows={2}
        maxRows={8}
        fullWidth
        inputRef={field}
        value={value.text}
        placeholder={t('composer.placeholder')}
        onChange={({ target }) => {
          onChange({ text: target.value });
          mentions.follow();
        }}
        onKeyDown={onKeyDown}
        onBlur={mentions.leave}
        inputProps={{
          'aria-label': t('composer.label'),
          'aria-describedby': fault ? 'composer-fault' : undefined,
          maxLength: MAX_TEXT,
          ...(people.length > 0 && {
            role: 'combobox',
            'aria-autocomplete': 'list',
            'aria-haspopup': 'listbox',
            'aria-expanded': open,
            'aria-controls': open ? mentions.listId : undefined,
            'aria-activedescendant': mentions.chosen ? mentions.optionId(mentions.chosen) : undefined,
          }),
        }}
      />
      <Attached files={value.files} onRemove={attachments.remove} />
      {attachments.sending && (
        <div className="on-its-way">
          <UploadState sending={attachments.sending} />
        </div>
      )}
      <p id="composer-fault" className="fault" role="alert" hidden={!fault && !attachments.tooMany}>
        {fault ? faultText(fault) : t('composer.tooMany', { count: MAX_FILES })}
      </p>
      <div className="row">
        <IconButton
          aria-label={t('composer.attach')}
          disabled={attachments.sending !== null}
          onClick={() => picker.current?.click()}
        >
          <AttachFileOutlined aria-hidden />
        </IconButton>
        <input
          ref={picker}
          type="file"
          hidden
          accept={ACCEPT}
          multiple
          onChange={({ target }) => {
            void attachments.add([...(target.files ?? [])]);
            target.value = '';
          }}
        />
        <span className="hint">{people.length > 0 ? t('composer.hint') : ''}</span>
        <Button
          variant="contained"
          endIcon={<SendOutlined aria-hidden />}
          onClick={onSend}
          loading={sending}
          disabled={empty || attachments.sending !== null || disabled}
        >
          {sendLabel ?? t('kit:action.send')}
        </Button>
      </div>
    </Root>
  );
}

function OfferList({ mentions }: { mentions: ReturnType<typeof useMentions> }) {
  const { t } = useTranslation('conversations');
  return (
    <Offer id={mentions.listId} role="listbox" aria-label={t('composer.mention')}>
      {mentions.offered.map((person) => (
        <li
          key={person.membershipId}
          id={mentions.optionId(person)}
          role="option"
          aria-selected={person === mentions.chosen}
          onPointerDown={(event) => {
            event.preventDefault();
            mentions.take(person);
          }}
        >
          {person.name}
          <small>{t(`kit:audience.${person.role}`)}</small>
        </li>
      ))}
    </Offer>
  );
}

function Attached({ files, onRemove }: { files: readonly Attachment[]; onRemove: (id: string) => void }) {
  const { t } = useTranslation('conversations');
  if (files.length === 0) return null;
  return (
    <ul className="files">
      {files.map(({ id, name }) => (
        <li key={id}>
          <span>{name}</span>
          <IconButton size="small" aria-label={t('composer.detach', { name })} onClick={() => onRemove(id)}>
            <CloseOutlined fontSize="small" aria-hidden />
          </IconButton>
        </li>
      ))}
    </ul>
  );
}
