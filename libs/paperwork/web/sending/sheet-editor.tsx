import AddOutlined from '@mui/icons-material/AddOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { type Locale } from '@softmob/learning-model';
import {
  type Block,
  BLOCK_TYPES,
  type CheckFrame,
  MOST_BLOCKS,
  type Sheet,
  type Subject,
  type TemplateContent,
  type TemplateFault,
} from '@softmob/paperwork-model';
import { EmptyState } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { BlockCard } from './block-card';
import { PlaceholderField } from './placeholder-field';
import { emptyBlock, freeKey, moveBlock } from './template-draft';
import { WordPart, WordUpload } from './word-part';

interface SheetEditorProps {
  content: TemplateContent;
  locale: Locale;
  subject: Subject;
  faults: readonly TemplateFault[];
  onChange: (sheet: Sheet | null, field?: string | null) => void;
}

/** The document's words in one language, block by block. */
export function SheetEditor({ content, locale, subject, faults, onChange }: SheetEditorProps) {
  const { t } = useTranslation('paperwork');
  const sheet = content.sheets[locale];
  const other = content.sheets[locale === 'en' ? 'it' : 'en'];
  const frame = { subject, readers: content.readers };
  if (!sheet) {
    return (
      <EmptyState
        compact
        title={t('sheet.none')}
        action={
          <Button variant="outlined" onClick={() => onChange(other ?? { title: '', blocks: [] })}>
            {t(other ? 'sheet.fromOther' : 'sheet.begin')}
          </Button>
        }
      >
        {t('sheet.noneText')}
      </EmptyState>
    );
  }
  const setBlocks = (blocks: Block[], field: string | null = null) => onChange({ ...sheet, blocks }, field);
  return (
    <Box sx={{ display: 'grid', gap: 3, alignContent: 'start' }}>
      <PlaceholderField
        frame={frame}
        label={t('sheet.title')}
        value={sheet.title}
        onChange={(title) => onChange({ ...sheet, title }, `${locale}.title`)}
      />
      {sheet.word ? (
        <WordPart word={sheet.word} locale={locale} faults={faults} onRemove={() => onChange(withoutWord(sheet))} />
      ) : (
        <Blocks {...{ sheet, locale, frame, faults, setBlocks }} />
      )}
      {!sheet.word && <WordUpload onTaken={(word) => onChange({ ...sheet, word })} />}
      {other && (
        <Button size="small" sx={{ justifySelf: 'start' }} onClick={() => onChange(null)}>
          {t('sheet.drop')}
        </Button>
      )}
    </Box>
  );
}

interface BlocksProps {
  sheet: Sheet;
  locale: Locale;
  frame: CheckFrame;
  faults: readonly TemplateFault[];
  setBlocks: (blocks: Block[], field?: string | null) => void;
}

function Blocks({ sheet, locale, frame, faults, setBlocks }: BlocksProps) {
  const { t } = useTranslation('paperwork');
  return (
    <>
      <ol style={{ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 12 }}>
        {sheet.blocks.map((block, at) => (
          <BlockCard
            key={block.key}
            {...{ block, locale, frame }}
            position={at + 1}
            faults={faults.filter(({ path }) => path.startsWith(`${locale}.${block.key}`))}
            onChange={(next, field) =>
              setBlocks(
                sheet.blocks.map((one) => (one.key === block.key ? next : one)),
                field && `${locale}.${block.key}.${field}`,
              )
            }
            onMove={(by) => setBlocks(moveBlock(sheet.blocks, block.key, by))}
            onRemove={() => setBlocks(sheet.blocks.filter(({ key }) => key !== block.key))}
          />
        ))}
      </ol>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center' }}>
        <strong>{t('sheet.add')}</strong>
        {BLOCK_TYPES.map((type) => (
          <Button
            key={type}
            size="small"
            variant="outlined"
            startIcon={<AddOutlined />}
            disabled={sheet.blocks.length >= MOST_BLOCKS}
            onClick={() => setBlocks([...sheet.blocks, emptyBlock(type, freeKey(sheet.blocks, type))])}
          >
            {t(`block.${type}`)}
          </Button>
        ))}
      </Box>
    </>
  );
}

/** The sheet with its blocks in force again. */
function withoutWord({ title, blocks }: Sheet): Sheet {
  return { title, blocks };
}
