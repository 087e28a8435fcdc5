import { policy } from '@softmob/access';
import { Access, Type } from '@softmob/api-kit';
import { Field, Int } from 'type-graphql';

const { handle } = policy.imports;

@Type('ImportParam', 'A figure or word that a finding speaks of.')
export class ImportParamType {
  @Access(handle)
  @Field(() => String, { description: 'Name.' })
  name!: string;

  @Access(handle)
  @Field(() => String, { description: 'Value as text.' })
  value!: string;
}

@Type('ImportFinding', 'What was noticed at one cell of the file, how grave it is and what mends it.')
export class ImportFindingType {
  @Access(handle)
  @Field(() => Int, { description: 'Row of the spreadsheet, header included.' })
  row!: number;

  @Access(handle)
  @Field(() => String, { nullable: true, description: 'Header of the column; null where the file has no such column.' })
  column!: string | null;

  @Access(handle)
  @Field(() => String, { description: 'Key of the field.' })
  field!: string;

  @Access(handle)
  @Field(() => String, { description: '`error` keeps the row out, `warning` lets it in, `notice` only tells.' })
  severity!: string;

  @Access(handle)
  @Field(() => String, { description: 'Stable code, such as `stay.short`.' })
  code!: string;

  @Access(handle)
  @Field(() => [ImportParamType], { description: 'What the code speaks of.' })
  params!: ImportParamType[];

  @Access(handle)
  @Field(() => String, { description: 'What is wrong, in the reader’s language.' })
  message!: string;

  @Access(handle)
  @Field(() => String, { description: 'What mends it, in the reader’s language.' })
  mend!: string;

  @Access(handle)
  @Field(() => [String], { description: 'Values that would do instead, the nearest first.' })
  offers!: readonly string[];
}

@Type('ImportChange', 'One value that a row would change.')
export class ImportChangeType {
  @Access(handle)
  @Field(() => String, { description: 'Key of the field.' })
  field!: string;

  @Access(handle)
  @Field(() => String, { description: 'Name of the field in the reader’s language.' })
  label!: string;

  @Access(handle)
  @Field(() => String, { nullable: true, description: 'What is stored.' })
  before!: string | null;

  @Access(handle)
  @Field(() => String, { nullable: true, description: 'What the row says.' })
  after!: string | null;
}

@Type('ImportRow', 'A row of the file and what bringing it in would do.')
export class ImportRowType {
  @Access(handle)
  @Field(() => Int, { description: 'Row of the spreadsheet, header included.' })
  row!: number;

  @Access(handle)
  @Field(() => String, {
    description: '`new`, `changed` (offered as an update), `unchanged`, or `waiting` for an error to be mended.',
  })
  status!: string;

  @Access(handle)
  @Field(() => [String], { description: 'The cells as the file writes them, by column.' })
  cells!: string[];

  @Access(handle)
  @Field(() => [ImportChangeType], { description: 'What would change of what is stored.' })
  changes!: ImportChangeType[];

  @Access(handle)
  @Field(() => [ImportFindingType], { description: 'What was noticed in it.' })
  findings!: ImportFindingType[];
}
