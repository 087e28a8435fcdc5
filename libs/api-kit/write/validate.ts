import { type z } from 'zod';
import { validation } from '../errors';

/**
 * Checks an input against its zod schema and returns it typed and normalised.
 * @throws VALIDATION naming each faulty field; a custom issue's `params.code` becomes the fault's code
 */
export function validate<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  throw validation(
    result.error.issues.map((issue) => {
      const params = 'params' in issue && issue.params ? (issue.params as { code?: string }) : {};
      return {
        path: issue.path.join('.'),
        code: params.code ?? issue.code.toUpperCase(),
        message: issue.message,
      };
    }),
  );
}
