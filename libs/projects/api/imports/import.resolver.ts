import { policy } from '@softmob/access';
import { Access, type Ctx as Context, findAll } from '@softmob/api-kit';
import { fieldLabel, type ImportValue, importFields } from '@softmob/participants-model';
import {
  Arg,
  Args,
  ArgsType,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Int,
  Mutation,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { localeOf } from '../rule-faults';
import { type ImportBatch } from './import-batch.entity';
import { type ImportFinding, wordsOf } from './import-findings';
import { type ImportLook, lookAt, verdictsOf } from './import-view';
import { importBatches } from './import.source';
import { applyImport, correctImportCell, findImport, remapImport } from './import.service';
import { ImportFindingType, ImportRowType } from './import-row.type';
import { ImportBatchType, ImportColumnType, ImportCountsType, ImportFieldType, ImportNewFlowType } from './import.type';

const { handle } = policy.imports;

@InputType({ description: 'Which column fills which field.' })
export class ColumnChoice {
  @Field(() => Int, { description: 'Place of the column, from 0.' })
  column!: number;

  @Field(() => String, { nullable: true, description: 'Key of the field; null for none.' })
  field!: string | null;
}

@InputType({ description: 'What no column of the file settles.' })
export class ImportChoicesInput {
  @Field(() => String, {
    nullable: true,
    description:
      'Identifier of the flow for rows that name none. Unless told (or `BY_DESTINATION_AND_DATES`), destination and dates decide.',
  })
  flowId?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether flows that rows name and that do not exist are created.',
  })
  createFlows?: boolean | null;

  @Field(() => [String], { nullable: true, description: 'Only these of them, by code; all unless told.' })
  flowCodes?: string[] | null;
}

@InputType({ description: 'Bringing a file in.' })
export class ApplyImportInput extends ImportChoicesInput {
  @Field(() => ID, { description: 'The file.' })
  id!: string;

  @Field(() => [Int], { nullable: true, description: 'Rows whose changes are accepted as updates.' })
  acceptRows?: number[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether all changed rows are accepted as updates.' })
  acceptAll?: boolean | null;
}

@InputType({ description: 'One cell of a file, written anew.' })
export class CorrectImportCellInput {
  @Field(() => ID, { description: 'The file.' })
  id!: string;

  @Field(() => Int, { description: 'Row of the spreadsheet.' })
  row!: number;

  @Field(() => Int, { nullable: true, description: 'Place of the column, from 0. Or name the field.' })
  column?: number | null;

  @Field(() => String, { nullable: true, description: 'Key of the field; a column is added where the file has none.' })
  field?: string | null;

  @Field(() => String, { description: 'The value.' })
  value!: string;
}

@ArgsType()
class RowsArgs {
  @Field(() => Int, { nullable: true, description: 'How many, 1 to 500; 50 unless told.' })
  first?: number | null;

  @Field(() => Int, { nullable: true, description: 'Only rows below this row of the spreadsheet.' })
  after?: number | null;

  @Field(() => [String], { nullable: true, description: 'Only rows of any of these statuses.' })
  status?: string[] | null;
}

const text = (value: ImportValue): string | null => (value === null ? null : String(value));

const looks = new WeakMap<ImportBatch, Promise<ImportLook>>();

/** Each file of an answer is read once, however many fields are asked for. */
function lookOf(ctx: Context, batch: ImportBatch): Promise<ImportLook> {
  let look = looks.get(batch);
  if (!look) looks.set(batch, (look = lookAt({ ctx, db: ctx.db }, batch, {})));
  return look;
}

function findingsOf(ctx: Context, look: ImportLook, findings: readonly ImportFinding[]): ImportFindingType[] {
  return findings.map((finding) => {
    const { text: message, mend } = wordsOf(finding, look.batch.kind, localeOf(ctx));
    const params = Object.entries(finding.params).map(([name, value]) => ({ name, value: String(value) }));
    return { ...finding, params, message, mend };
  });
}

@Resolver(() => ImportBatchType)
export class ImportResolver {
  @Access(handle)
  @Query(() => [ImportBatchType], { description: 'Files of the organisation, the newest first; at most 50.' })
  imports(
    @Ctx() ctx: Context,
    @Arg('projectId', () => ID, { nullable: true, description: 'Only of this project.' }) projectId: string | null,
  ): Promise<ImportBatch[]> {
    return findAll(ctx, importBatches, {
      orderBy: 'x.created_at DESC, x.id DESC',
      limit: 50,
      ...(projectId ? { where: (parameters) => `x.project_id = ${parameters.add(projectId)}::uuid` } : {}),
    });
  }

  @Access(handle)
  @Query(() => ImportBatchType, { description: 'One file, checked anew against what is stored. NOT_FOUND otherwise.' })
  async importBatch(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'Identifier.' }) id: string,
    @Arg('choices', () => ImportChoicesInput, { nullable: true, description: 'Choices under which it is looked at.' })
    choices: ImportChoicesInput | null,
  ): Promise<ImportBatch> {
    const batch = await findImport(ctx, id);
    looks.set(batch, lookAt({ ctx, db: ctx.db }, batch, choices ?? {}));
    return batch;
  }

  @Access(handle)
  @FieldResolver(() => [ImportFieldType], { description: 'Every field that a column may fill.' })
  fields(@Root() batch: ImportBatch, @Ctx() ctx: Context): ImportFieldType[] {
    return importFields[batch.kind].map(({ key, required, labels }) => ({
      key,
      required,
      label: labels[localeOf(ctx)],
    }));
  }

  @Access(handle)
  @FieldResolver(() => [ImportColumnType], { description: 'The columns of the file.' })
  async columns(@Root() batch: ImportBatch, @Ctx() ctx: Context): Promise<ImportColumnType[]> {
    const { result } = await lookOf(ctx, batch);
    return batch.mapping.columns.map((column) => ({
      ...column,
      dateOrder: result.dateForms[column.field ?? '']?.order ?? null,
      samples: batch.rows.flatMap((cells) => cells[column.index] || []).slice(0, 3),
    }));
  }

  @Access(handle)
  @FieldResolver(() => [ImportFieldType], { description: 'Required fields that no column fills.' })
  missing(@Root() batch: ImportBatch, @Ctx() ctx: Context): ImportFieldType[] {
    const missing: readonly string[] = batch.mapping.missing;
    return this.fields(batch, ctx).filter(({ key }) => missing.includes(key));
  }

  @Access(handle)
  @FieldResolver(() => ImportCountsType, { description: 'How many rows and findings there are.' })
  async counts(@Root() batch: ImportBatch, @Ctx() ctx: Context): Promise<ImportCountsType> {
    const look = await lookOf(ctx, batch);
    const verdicts = verdictsOf(look);
    const count = (status: string) => verdicts.filter((verdict) => verdict.status === status).length;
    const findings = [...look.result.columnFindings, ...verdicts.flatMap((verdict) => verdict.findings)];
    const graveness = (severity: string) => findings.filter((finding) => finding.severity === severity).length;
    return {
      total: verdicts.length,
      added: count('new'),
      changed: count('changed'),
      unchanged: count('unchanged'),
      waiting: count('waiting'),
      errors: graveness('error'),
      warnings: graveness('warning'),
      notices: graveness('notice'),
    };
  }

  @Access(handle)
  @FieldResolver(() => [ImportNewFlowType], { description: 'Flows that rows name and that do not exist yet.' })
  async newFlows(@Root() batch: ImportBatch, @Ctx() ctx: Context) {
    return (await lookOf(ctx, batch)).newFlows;
  }

  @Access(handle)
  @FieldResolver(() => [ImportFindingType], {
    description: 'Findings by row and column, those of whole columns first; at most 1,000.',
  })
  async findings(
    @Root() batch: ImportBatch,
    @Ctx() ctx: Context,
    @Arg('severity', () => String, { nullable: true, description: 'Only `error`, `warning` or `notice`.' })
    severity: string | null,
  ): Promise<ImportFindingType[]> {
    const look = await lookOf(ctx, batch);
    const all: ImportFinding[] = [
      ...look.result.columnFindings,
      ...verdictsOf(look).flatMap(({ findings }) => findings),
    ];
    const wanted = severity ? all.filter((finding) => finding.severity === severity) : all;
    return findingsOf(ctx, look, wanted.slice(0, 1_000));
  }

  @Access(handle)
  @FieldResolver(() => [ImportRowType], { description: 'Rows of the file, with what bringing them in would do.' })
  async rows(
    @Root() batch: ImportBatch,
    @Ctx() ctx: Context,
    @Args(() => RowsArgs) args: RowsArgs,
  ): Promise<ImportRowType[]> {
    const look = await lookOf(ctx, batch);
    const locale = localeOf(ctx);
    const cells = new Map(batch.rowNumbers.map((row, at) => [row, batch.rows[at] ?? []]));
    return verdictsOf(look)
      .filter(({ row, status }) => row > (args.after ?? 0) && (!args.status?.length || args.status.includes(status)))
      .slice(0, Math.min(Math.max(args.first ?? 50, 1), 500))
      .map(({ row, status, changes, findings }) => ({
        row,
        status,
        cells: batch.headers.map((_header, at) => cells.get(row)?.[at] ?? ''),
        changes: changes.map(({ field, before, after }) => ({
          field,
          label: fieldLabel(batch.kind, field, locale),
          before: text(before),
          after: text(after),
        })),
        findings: findingsOf(ctx, look, findings),
      }));
  }

  @Access(handle)
  @Mutation(() => ImportBatchType, { description: 'Says by hand which column fills which field.' })
  remapImport(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The file.' }) id: string,
    @Arg('mapping', () => [ColumnChoice], { description: 'Only the columns that change.' }) mapping: ColumnChoice[],
  ): Promise<ImportBatch> {
    return remapImport(ctx, id, mapping);
  }

  @Access(handle)
  @Mutation(() => ImportBatchType, { description: 'Writes one cell of the file anew, so that its row can go in.' })
  correctImportCell(
    @Ctx() ctx: Context,
    @Arg('input', () => CorrectImportCellInput, { description: 'Where and what.' }) input: CorrectImportCellInput,
  ): Promise<ImportBatch> {
    return correctImportCell(ctx, input.id, input, input.value);
  }

  @Access(handle)
  @Mutation(() => ImportBatchType, {
    description: 'Brings the good rows in while faulty ones wait. Doing it again adds nobody twice.',
  })
  applyImport(
    @Ctx() ctx: Context,
    @Arg('input', () => ApplyImportInput, { description: 'What goes in.' }) input: ApplyImportInput,
  ): Promise<ImportBatch> {
    const { id, acceptAll, acceptRows, flowId, createFlows, flowCodes } = input;
    return applyImport(ctx, id, {
      flowId: flowId ?? null,
      createFlows: createFlows ?? false,
      flowCodes: flowCodes ?? null,
      acceptUpdates: acceptAll ? 'all' : (acceptRows ?? []),
    });
  }
}
