import Button from '@mui/material/Button';
import FormHelperText from '@mui/material/FormHelperText';
import { styled } from '@mui/material/styles';
import { type FormState } from '@softmob/portal-kit';
import { TextInput } from '@softmob/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

const SCORES = ['1', '2', '3', '4', '5'];

const Root = styled('fieldset')(({ theme }) => ({
  minWidth: 0,
  margin: 0,
  padding: 0,
  border: 0,
  '& legend': { padding: 0, fontWeight: 600, fontSize: '1rem', marginBottom: 10 },
  '& legend small': {
    display: 'block',
    fontWeight: 400,
    fontSize: '0.8125rem',
    color: theme.palette.text.secondary,
  },
  '& .scale': { display: 'grid', gridTemplateColumns: 'repeat(5, 1fr)', gap: 6 },
  '& .scale label': {
    display: 'grid',
    placeItems: 'center',
    minHeight: 52,
    borderRadius: 10,
    border: `1px solid ${theme.palette.surface.outline}`,
    backgroundColor: theme.palette.background.paper,
    fontSize: '1.0625rem',
    fontWeight: 600,
    cursor: 'pointer',
  },
  '& .scale label:has(:checked)': {
    borderColor: theme.palette.brand.main,
    boxShadow: `inset 0 0 0 1px ${theme.palette.brand.main}`,
    backgroundColor: theme.palette.brand.soft,
    color: theme.palette.brand.strong,
  },
  '& .scale label:has(:focus-visible)': { outline: `2px solid ${theme.palette.brand.main}`, outlineOffset: 2 },
  '& .ends': {
    display: 'flex',
    justifyContent: 'space-between',
    fontSize: '0.8125rem',
    color: theme.palette.text.secondary,
    margin: '4px 2px 0',
  },
}));

export interface ScaleQuestionProps {
  topic: string;
  question: string;
  field: ReturnType<FormState<object>['field']>;
  words: ReturnType<FormState<object>['field']>;
}

/** One statement, from 1 to 5, with words for who likes to add some. */
export function ScaleQuestion({ topic, question, field, words }: ScaleQuestionProps) {
  const { t } = useTranslation('monitoring');
  const [open, setOpen] = useState(words.value !== '');
  const help = `${field.id}-help`;
  return (
    <Root aria-invalid={field.error || undefined} aria-describedby={field.error ? help : undefined}>
      <legend>
        <small>{topic}</small>
        {question}
      </legend>
      <div className="scale">
        {SCORES.map((score, at) => (
          <label key={score}>
            <input
              className="visually-hidden"
              type="radio"
              id={at === 0 ? field.id : undefined}
              name={field.name}
              value={score}
              checked={field.value === score}
              aria-label={t(`score.${score}`)}
              onChange={field.onChange}
            />
            <span className="num" aria-hidden>
              {score}
            </span>
          </label>
        ))}
      </div>
      <div className="ends" aria-hidden>
        <span>{t('score.1')}</span>
        <span>{t('score.5')}</span>
      </div>
      {field.error && (
        <FormHelperText id={help} error>
          {t('evaluation.choose')}
        </FormHelperText>
      )}
      {open ? (
        <TextInput
          {...words}
          label={t('evaluation.words')}
          optional
          multiline
          minRows={2}
          maxLength={1_000}
          sx={{ mt: 3 }}
        />
      ) : (
        <Button size="small" onClick={() => setOpen(true)}>
          {t('evaluation.addWords')}
        </Button>
      )}
    </Root>
  );
}
