import { invalid, validate } from '@softmob/api-kit';
import { LONGEST_MARK, type MarkFault, markFault, SIGNATURE_MARK_KINDS } from '@softmob/learning-model';
import { z } from 'zod';
import { type SignatureMarkInput } from './agreement.inputs';

const schema = z.object({ kind: z.enum(SIGNATURE_MARK_KINDS), value: z.string().max(LONGEST_MARK) });
export type Mark = z.output<typeof schema>;

const WHY: Record<MarkFault, string> = {
  MARK_NAME: 'Type your name, 2 to 100 letters.',
  MARK_DRAWING: 'A drawn signature is strokes such as "M10 20L30 40", whole numbers on a sheet of 600 by 200.',
  MARK_TOO_SHORT: 'This is too short for a signature: draw it, or type your name.',
};

/** How a signature looks, checked; null where it has no look of its own. @throws VALIDATION */
export function markOf(input: SignatureMarkInput | null | undefined): Mark | null {
  if (!input) return null;
  const mark = validate(z.object({ mark: schema }), { mark: { kind: input.kind, value: input.value } }).mark;
  const value = mark.kind === 'typed' ? mark.value.trim() : mark.value;
  const fault = markFault(mark.kind, value);
  if (fault) throw invalid('mark', fault, WHY[fault]);
  return { kind: mark.kind, value };
}
