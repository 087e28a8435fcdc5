import { invalid, type Slice } from '@softmob/api-kit';
import { type Request } from 'express';
import { z } from 'zod';
import { type CohortChoice, cohortCsv, cohortXlsx } from './cohort.export';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** @throws VALIDATION on what is no identifier */
function idIn(request: Request, name: keyof CohortChoice): string | null {
  const value = request.query[name];
  if (value === undefined || value === '') return null;
  const id = z.uuid().safeParse(value);
  if (!id.success) throw invalid(name, 'ID_INVALID', 'This is no identifier.');
  return id.data;
}

const choiceOf = (request: Request): CohortChoice => ({
  projectId: idIn(request, 'projectId'),
  flowId: idIn(request, 'flowId'),
});

/** `GET /exports/cohort.xlsx` and `.csv?projectId=…&flowId=…`: the cohort as its reader may see it. */
export const cohortRoutes: NonNullable<Slice['routes']> = (router) => {
  router.get('/exports/cohort.xlsx', async (request, response) => {
    const { ctx } = response.locals;
    const file = await cohortXlsx(ctx, choiceOf(request));
    response.attachment(`cohort-${ctx.clock.today()}.xlsx`).type(XLSX).send(file);
  });
  router.get('/exports/cohort.csv', async (request, response) => {
    const { ctx } = response.locals;
    const file = await cohortCsv(ctx, choiceOf(request));
    response.attachment(`cohort-${ctx.clock.today()}.csv`).type('text/csv; charset=utf-8').send(file);
  });
};
