import { invalid } from '@softmob/api-kit';
import { type TemplateContent, templateContentSchema } from '@softmob/paperwork-model';
import { GraphQLScalarType } from 'graphql';

function parse(value: unknown): TemplateContent {
  const read = templateContentSchema.safeParse(value);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw invalid(`content.${issue?.path.join('.') ?? ''}`, 'CONTENT_INVALID', issue?.message ?? 'This is no content.');
}

/** The words of a document template as one JSON value. */
export const TemplateContentScalar = new GraphQLScalarType<TemplateContent, TemplateContent>({
  name: 'DocumentTemplateContent',
  description:
    'What a document template says, as one JSON value: sheets (en and it, each a title and blocks: heading, paragraph, list, table, signatures, pageBreak), readers (participant, host), logo (PNG or JPEG as a data URL).',
  serialize: (value) => value as TemplateContent,
  parseValue: parse,
});
