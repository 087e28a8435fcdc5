import { policy } from '@softmob/access';
import { Access, Day, Moment, Type } from '@softmob/api-kit';
import { Field, ID, Int } from 'type-graphql';
import { type ImportBatch } from './import-batch.entity';

const { handle } = policy.imports;

@Type('ImportField', 'A field that a column of the file may fill.')
export class ImportFieldType {
  @Access(handle)
  @Field(() => String, { description: 'Key, such as `birthDate`.' })
  key!: string;

  @Access(handle)
  @Field(() => String, { description: 'Its name in the reader’s language.' })
  label!: string;

  @Access(handle)
  @Field(() => Boolean, { description: 'Whether every row needs it.' })
  required!: boolean;
}

@Type('ImportColumn', 'A column of the file, and the field that it fills.')
export class ImportColumnType {
  @Access(handle)
  @Field(() => Int, { description: 'Place in the file, from 0.' })
  index!: number;

  @Access(handle)
  @Field(() => String, { description: 'Header as the file writes it.' })
  header!: string;

  @Access(handle)
  @Field(() => String, { nullable: true, description: 'Key of the field it fills; null for none.' })
  field!: string | null;

  @Access(handle)
  @Field(() => String, {
    nullable: true,
    description: 'How that was found: by its `name`, a `near` name, or by `hand`.',
  })
  by!: string | null;

  @Access(handle)
  @Field(() => [String], { description: 'The first three values that are not empty.' })
  samples!: string[];

  @Access(handle)
  @Field(() => String, {
    nullable: true,
    description:
      'How its days were read: `iso` (2027-03-07), `dmy` (7/3/2027) or `mdy` (3/7/2027); null for other columns.',
  })
  dateOrder!: string | null;
}

@Type('ImportCounts', 'How many rows and findings there are.')
export class ImportCountsType {
  @Access(handle)
  @Field(() => Int, { description: 'Rows of the file.' })
  total!: number;

  @Access(handle)
  @Field(() => Int, { description: 'Rows that would add somebody or something.' })
  added!: number;

  @Access(handle)
  @Field(() => Int, { description: 'Rows offered as updates.' })
  changed!: number;

  @Access(handle)
  @Field(() => Int, { description: 'Rows that are in already, just so.' })
  unchanged!: number;

  @Access(handle)
  @Field(() => Int, { description: 'Rows that wait for an error to be mended.' })
  waiting!: number;

  @Access(handle)
  @Field(() => Int, { description: 'Errors.' })
  errors!: number;

  @Access(handle)
  @Field(() => Int, { description: 'Warnings.' })
  warnings!: number;

  @Access(handle)
  @Field(() => Int, { description: 'Notices.' })
  notices!: number;
}

@Type('ImportNewFlow', 'A flow that rows name and that does not exist yet, with what most of these rows say of it.')
export class ImportNewFlowType {
  @Access(handle)
  @Field(() => String, { description: 'Code.' })
  code!: string;

  @Access(handle)
  @Field(() => String, { nullable: true, description: 'Country, ISO 3166-1 alpha-2.' })
  country!: string | null;

  @Access(handle)
  @Field(() => String, { nullable: true, description: 'Town.' })
  town!: string | null;

  @Access(handle)
  @Field(() => Day, { nullable: true, description: 'First day.' })
  startsOn!: string | null;

  @Access(handle)
  @Field(() => Day, { nullable: true, description: 'Last day.' })
  endsOn!: string | null;

  @Access(handle)
  @Field(() => String, { nullable: true, description: 'Host organisation.' })
  hostName!: string | null;

  @Access(handle)
  @Field(() => String, { description: 'Activity type that it would be created with.' })
  activityType!: string;

  @Access(handle)
  @Field(() => Int, { description: 'How many rows name it.' })
  rows!: number;

  @Access(handle)
  @Field(() => String, { nullable: true, description: 'Why it cannot be created; null where it can.' })
  problem!: string | null;
}

@Type('ImportReceipt', 'What came of bringing a file in.')
export class ImportReceiptType {
  @Access(handle)
  @Field(() => Int, { description: 'Rows that added somebody or something.' })
  added!: number;

  @Access(handle)
  @Field(() => Int, { description: 'Rows accepted as updates.' })
  updated!: number;

  @Access(handle)
  @Field(() => Int, { description: 'Rows that were in already, just so.' })
  unchanged!: number;

  @Access(handle)
  @Field(() => Int, { description: 'Rows that stayed out: faulty, or a change that was not accepted.' })
  waiting!: number;

  @Access(handle)
  @Field(() => Int, { description: 'Flows that were created.' })
  flowsCreated!: number;
}

@Type('ImportBatch', 'A file on its way in.')
export class ImportBatchType implements Pick<
  ImportBatch,
  | 'id'
  | 'kind'
  | 'projectId'
  | 'fileName'
  | 'fileKind'
  | 'encoding'
  | 'separator'
  | 'createdAt'
  | 'appliedAt'
  | 'version'
> {
  @Access(handle)
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Access(handle)
  @Field(() => String, { description: '`learners`, `reserves`, `accompanying`, `companies` or `organisations`.' })
  kind!: ImportBatch['kind'];

  @Access(handle)
  @Field(() => ID, { nullable: true, description: 'The project it goes into.' })
  projectId!: string | null;

  @Access(handle)
  @Field(() => String, { description: 'Name of the file.' })
  fileName!: string;

  @Access(handle)
  @Field(() => String, { description: '`csv` or `xlsx`.' })
  fileKind!: ImportBatch['fileKind'];

  @Access(handle)
  @Field(() => String, { description: 'Encoding that was found: `utf-8` or `windows-1252`.' })
  encoding!: string;

  @Access(handle)
  @Field(() => String, { nullable: true, description: 'Separator that was found; null for XLSX.' })
  separator!: string | null;

  @Access(handle)
  @Field(() => Moment, { description: 'When it was uploaded.' })
  createdAt!: Date;

  @Access(handle)
  @Field(() => Moment, { nullable: true, description: 'When rows of it were brought in last.' })
  appliedAt!: Date | null;

  @Access(handle)
  @Field(() => ImportReceiptType, {
    nullable: true,
    description: 'What came of it; null until something was brought in.',
  })
  receipt!: ImportReceiptType | null;

  @Access(handle)
  @Field(() => Int, { description: 'Moves on with every change.' })
  version!: number;
}
